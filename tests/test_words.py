"""Every word on screen goes through the catalogue, and the catalogue speaks as the design asks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog, Message

from tests.bare_words import bare_words
from web.words import LOCALES, TEMPLATE, as_text, gather

VIEWS = sorted(Path("views").rglob("*.py"))
ENGLISH = LOCALES / "en/LC_MESSAGES/tend.po"

# Design, section 3: Tend neither orders, measures nor cheers.
BANNED = (
    "should",
    "must",
    "just",
    "only",
    "fail",
    "fails",
    "failed",
    "failure",
    "miss",
    "missed",
    "streak",
    "try harder",
)
EXCEPTIONS = {"Only for you"}  # a note's hint, given so in section 5: it promises, it does not belittle
AMERICAN = (
    r"\b(\w*colou?rs?|cent(er|ered)|favorites?|\w+ize[sd]?|\w+izing|behaviors?|gray|program|canceled|practiced)\b"
)
BRITISH = r"\b(size[sd]?|prize[sd]?|colours?|centred|favourites?)\b"


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as source:
        return pofile.read_po(source)


def sentences() -> list[str]:
    """What the template holds, plural forms included."""
    found: list[str] = []
    for message in catalogue(TEMPLATE):
        found += [message.id] if isinstance(message.id, str) else list(message.id)
    return [sentence for sentence in found if sentence]


@pytest.mark.parametrize("path", VIEWS, ids=str)
def test_no_word_reaches_the_screen_beside_the_catalogue(path: Path) -> None:
    assert bare_words(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('ft.Text("Hello there")', "Hello there"),
        ('text("ok")', "ok"),
        ('ft.IconButton(icon, tooltip="Close")', "Close"),
        ('ft.TextField(label="Note")', "Note"),
        ('ft.TextField(hint_text="only for you")', "only for you"),
        ('text(f"{count} days")', " days"),
        ('text("Saved " + time)', "Saved "),
        ('words = "Good morning"\ntext(words)', "Good morning"),
        ('names = {"tired": "Tired"}', "Tired"),
        ('return "Hello" if morning else ""', "Hello"),
        ('TITLE = "Hello"', "Hello"),
        ('TITLE = "hello"\nheading(TITLE)', "hello"),
        ('NAMES = ("poor", "Good")', "poor"),
        ('text(_("Sleep: ") + "Poor")', "Poor"),
        ('text(_("{n} days").format(n="Two"))', "Two"),
        ('ft.Semantics(label="Settings", content=x)', "Settings"),
        ('raise ValueError("Wrong")', "Wrong"),
    ],
)
def test_a_bare_word_would_be_seen(code: str, found: str) -> None:
    assert found in [words.split(": ", 1)[1] for words in bare_words(code)]


@pytest.mark.parametrize(
    "code",
    [
        'def f():\n    """Documents."""',
        'text(_("Hello there"))',
        'pgettext("mood", "OK")',
        'ngettext("{n} day", "{n} days", n)',
        'go("/check-in/now")',
        'go(f"/history/{id}")',
        'ft.Url(f"tel:{number}")',
        'ink = "#1D2520"',
        'text(x, key=f"day-{day}")',
        'offered = {"tired": _("tired")}["tired"]',
        'log.error("%s in\\n%s", a, b)',
        'more.pop("bgcolor", None)',
        'if picking == "day": pass',
        'f"{hour}:{minute:02}" + f"{amount:g}"',
        'FACES = Path(__file__) / "assets" / "faces"',
        'NOW = "now"',
        'DAY, TIME = "which day", "what time"',
        '"energy_before"',
    ],
)
def test_what_no_person_reads_needs_no_catalogue(code: str) -> None:
    assert bare_words(code) == []


def test_the_template_holds_what_the_views_say_now() -> None:
    assert as_text(gather()) == TEMPLATE.read_text("utf-8"), "run make words"


def test_the_english_catalogue_has_every_message_and_no_other() -> None:
    def known(path: Path) -> set[tuple[str | None, object]]:
        return {(message.context, message.id) for message in catalogue(path) if message.id}

    assert known(ENGLISH) == known(TEMPLATE)


def test_the_english_catalogue_says_nothing_of_its_own() -> None:
    said = [message for message in catalogue(ENGLISH) if message.id and any(_strings(message))]
    assert [(message.id, message.string) for message in said if set(_strings(message)) - set(_ids(message))] == []


def _strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else [text for text in message.string if text]


def _ids(message: Message) -> list[str]:
    return ["", message.id] if isinstance(message.id, str) else ["", *message.id]


@pytest.mark.parametrize("word", BANNED)
def test_no_sentence_orders_measures_or_cheers(word: str) -> None:
    assert [s for s in sentences() if re.search(rf"\b{word}\b", s, re.IGNORECASE) and s not in EXCEPTIONS] == []


def test_no_sentence_shouts() -> None:
    assert [sentence for sentence in sentences() if "!" in sentence or re.search(r"[A-Z]{3}", sentence)] == []


def test_sentences_are_short() -> None:
    parts = [part for sentence in sentences() for part in re.split(r"(?<=[.?])\s", sentence)]
    assert [part for part in parts if len(part.split()) > 12] == []


def test_the_words_are_spelled_as_in_britain() -> None:
    american = [match for s in sentences() for match in re.finditer(AMERICAN, s, re.IGNORECASE)]
    assert [match[0] for match in american if not re.fullmatch(BRITISH, match[0], re.IGNORECASE)] == []


def test_american_spellings_would_be_seen() -> None:
    seen = re.findall(AMERICAN, "Pick a color. Center it. My favorite. Organize. Gray. Behavior.", re.IGNORECASE)
    assert len(seen) == 6


def test_the_words_are_those_a_font_of_ours_can_draw() -> None:
    strange = {letter for sentence in sentences() for letter in sentence if not letter.isascii()}
    assert strange <= set("–—…’‘“”·")
