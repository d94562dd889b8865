"""How hard the words of the skills' own screens are to read: players, library, hope box, help; and of the reminders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat

AREAS = {
    "players": "views/players/",
    "library": "views/(skill|components/skill|writings|play)",
    "hope box": "views/(hope|components/hope)",
    "learn": "views/learn",
    "reminders": "views/(reminder|components/reminder)",
    "help": "views/(help|ask|people|person|country|components/(help|person))",
    "settings": "views/(settings|looks|stored|versions|install|my_words|discreet)",
    "first run": "views/(first_run|install|my_name)",
}


def words_of(area: str) -> list[str]:
    """Each sentence that stands on a screen of an area; what is filled in becomes a short word."""
    catalogue = Path("assets/locale/tend.pot").read_text("utf-8")
    blocks = [block for block in catalogue.split("\n\n") if re.search(rf"^#: .*{area}", block, re.MULTILINE)]
    found = [re.search(r'^msgid ((?:".*"\n?)+)', block, re.MULTILINE) for block in blocks]
    joined = ("".join(re.findall(r'"(.*)"', match[1])) for match in found if match)
    return [re.sub(r"\{\w+\}", "one", words.replace("\\n", " ")) for words in joined]


@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS.keys())
def test_the_screens_read_at_grade_6_at_most(area: str) -> None:
    """Flesch-Kincaid grade by textstat over all sentences of an area, joined, as for the skills themselves."""
    sentences = [words for words in words_of(area) if " " in words]
    assert len(sentences) >= 10
    text = " ".join(words if words[-1] in ".?" else f"{words}." for words in sentences)
    assert textstat.flesch_kincaid_grade(text) <= 6


@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS.keys())
def test_no_sentence_is_long(area: str) -> None:
    sentences = [part for words in words_of(area) for part in re.split(r"(?<=[.?])\s", words)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 12] == []
