"""The built-in skills: nothing is missing, nothing reads hard, nothing orders, promises or harms."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
import textstat

from domain.skill_counts import Tally
from domain.skill_players import Breathing, Grounding, Message, Paced, Reflection, Timer
from domain.skill_ranking import Reason, suggestion
from domain.skill_search import Filter, Length, fitting
from domain.skills import Effort, Need, Skill
from storage.content_checks import ContentUnsound
from storage.skills_content import CAUTIONED, CHECKED_FIRST, SKILLS, built_in, load
from tests.test_words import AMERICAN, BANNED, BRITISH

LIBRARY = built_in()
BY_ID = {skill.id: skill for skill in LIBRARY}
EACH = pytest.mark.parametrize("skill", LIBRARY, ids=lambda skill: skill.id)

# The table of coping skills that the library was planned by, row by row.
PLANNED = {
    *("slow-sigh", "box-breathing", "longer-breath-out", "five-senses", "feet-on-the-floor", "name-the-room"),
    *("cool-face", "tense-and-let-go", "tense-with-the-breath", "big-movement", "stretch-where-you-are", "short-walk"),
    *("one-minute-of-it", "pick-a-pleasure", "small-plan", "opposite-action", "check-the-facts", "thought-record"),
    *("notice-the-thought", "leaves-on-a-stream", "park-the-worry", "solve-it-in-steps", "ride-the-wave"),
    *("stop-and-step-back", "kind-pause", "five-comforts", "drop-anchor", "body-scan", "one-line-why"),
    *("three-good-things", "message-one-person", "near-people", "ask-clearly", "wind-down", "up-for-a-while"),
    "hope-box",
}
# Beside what no sentence of Tend says (tests/test_words.py): promises, orders, blame, and words that hurt.
PHRASES = (
    *("heals?", "healing", "cures?", "proven", "guaranteed?", "will work", "works for", "works every", "will help you"),
    *(
        "fix yourself",
        "get over it",
        "calm down now",
        "cheer up",
        "snap out",
        "be strong",
        "stay positive",
        "no excuses",
    ),
    *("have to stop", "you need to", "you ought", "obviously", "simply", "easy peasy", "well done", "good job"),
    *("commit suicide", "committed suicide", "suicide", "suicidal", "kill", "die", "death", "overdose", "self-harm"),
    *("cut yourself", "burn", "snap a", "rubber band", "ice cubes?", "hold ice", "blade", "crazy", "insane", "addict"),
    *("attention[- ]seeking", "manipulative", "weak", "lazy", "victim", "sufferers?", "abuser", "clean time"),
)


def spoken(skill: Skill) -> list[str]:
    """Everything a person reads of a skill but its source: name, summary, steps, cautions, tradition, the player's."""
    return [skill.name, skill.summary, *skill.steps, *played(skill), *skill.cautions, skill.tradition]


def played(skill: Skill) -> list[str]:
    match skill.player:
        case Grounding(pages=pages):
            return [page.words for page in pages]
        case Reflection(prompts=prompts):
            return list(prompts)
        case Paced(lines=lines):
            return [line.words for line in lines]
        case Message(lines=lines):
            return list(lines)
    return []


def changed(change: Callable[[dict[str, Any]], object], id: str = "cool-face") -> str:
    """The file with one skill changed."""
    content = json.loads(SKILLS.read_text("utf-8"))
    change(next(skill for skill in content["skills"] if skill["id"] == id))
    return json.dumps(content)


def test_there_are_enough_and_none_that_was_planned_is_left_out() -> None:
    assert len(LIBRARY) == len(BY_ID) == 48
    assert set(BY_ID) >= PLANNED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda s: s.update(author="A"), "cool-face: unknown field: author"),
        (lambda s: s.pop("tradition"), "cool-face: missing field: tradition"),
        (lambda s: s.pop("cautions"), "cool-face: missing field: cautions"),
        (lambda s: s.update(cautions=[]), "cool-face: a caution is missing"),
        (lambda s: s.pop("check_first"), "cool-face: check_first is not as `CHECKED_FIRST` has it"),
        (lambda s: s.update(check_first="yes"), "cool-face: something that is to be true or false is not"),
        (lambda s: s.update(steps=[]), "cool-face: empty field: steps"),
        (lambda s: s.update(steps="Sit."), "cool-face: something that is to be a list is not"),
        (
            lambda s: s.update(steps=["Sit. "]),
            "cool-face: something that is to be words is not, or has space around it",
        ),
        (lambda s: s.update(steps=["Sit.", ""]), "cool-face: Wordless: no words"),
        (lambda s: s.update(needs=["calm"]), "cool-face: ValueError: 'calm' is not a valid Need"),
        (lambda s: s.update(energy="none"), "cool-face: ValueError: 'none' is not a valid Effort"),
        (lambda s: s.update(minutes=True), "cool-face: something that is to be a number is not"),
        (lambda s: s.update(minutes=999), "cool-face: OutOfRange: minutes"),
        (lambda s: s.update(checked_on="today"), "cool-face: ValueError: Invalid isoformat string: 'today'"),
        (lambda s: s["player"].update(kind="film"), "cool-face: unknown player: film"),
        (lambda s: s["player"].update(loud=1), "cool-face: unknown field of the player: loud"),
        (lambda s: s["player"].pop("seconds"), "cool-face: KeyError: 'seconds'"),
    ],
)
def test_a_mistake_in_a_skill_stops_with_its_name(change: Callable[[dict[str, Any]], object], said: str) -> None:
    with pytest.raises(ContentUnsound) as stopped:
        load(changed(change))
    assert str(stopped.value) == said


def test_a_second_skill_of_the_same_id_stops_with_that_id() -> None:
    with pytest.raises(ContentUnsound, match=r"^one-song: 2 skills have this id$"):
        load(changed(lambda skill: skill.update(id="one-song"), "look-closely"))


def test_breathing_without_a_caution_stops_whatever_its_id() -> None:
    with pytest.raises(ContentUnsound, match=r"^box-breathing: a caution is missing$"):
        load(changed(lambda skill: skill.update(cautions=[]), "box-breathing"))


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", '{"version": 2, "skills": []}', '{"version": 1, "skills": 7}']
)
def test_a_file_that_is_none_of_ours_stops(text: str) -> None:
    with pytest.raises(ContentUnsound, match=r"^skills: "):
        load(text)


def test_the_cautions_that_are_asked_for_name_skills_that_are_there() -> None:
    assert set(BY_ID) >= CAUTIONED | CHECKED_FIRST
    assert {skill.id for skill in LIBRARY if skill.check_first} == CHECKED_FIRST


@pytest.mark.parametrize(
    ("id", "words"),
    [
        *(
            ("cool-face", words)
            for words in ("heart trouble", "heart tablets", "eating disorder", "cold", "10 degrees")
        ),
        *(("big-movement", words) for words in ("heart trouble", "heart tablets", "eating disorder", "injury")),
        *(("tense-and-let-go", words) for words in ("injured", "trauma")),
        *(("longer-breath-out", "Dizzy"), ("slow-sigh", "Dizzy"), ("box-breathing", "Dizzy")),
        *(("tense-with-the-breath", "injured"), ("tense-with-the-breath", "Dizzy"), ("body-scan", "trauma")),
        *(
            ("leaves-on-a-stream", "pulls you in"),
            ("thought-record", "pulls you in"),
            ("check-the-facts", "pulls you in"),
        ),
        *(("ride-the-wave", "open Help now"), ("wait-ten", "open Help now"), ("play-it-forward", "open Help now")),
        *(("opposite-action", "real danger"), ("ask-clearly", "hurt you"), ("up-for-a-while", "fall")),
    ],
)
def test_a_skill_says_for_whom_it_is_not(id: str, words: str) -> None:
    assert words in " ".join(BY_ID[id].cautions)


@EACH
def test_a_skill_says_where_it_comes_from_and_when_that_was_checked(skill: Skill) -> None:
    assert skill.tradition.endswith(".")
    assert skill.checked_on == date(2026, 11, 24)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", skill.id)
    assert not skill.is_own


@EACH
def test_a_skill_reads_at_grade_6_at_most(skill: Skill) -> None:
    """Flesch-Kincaid grade by textstat, over all that is read of a skill, joined: what has no full stop gets one.

    Each text by itself, rounded to a whole grade, must not be harder either, save names and traditions: two long words
    ("Muscle relaxation.") make a grade of 20 there, which says nothing. Syllables come from the dictionary textstat
    brings along; nothing is fetched. The source is left out: it is a citation, made of names.
    """
    text = " ".join(part if part[-1] in ".?" else f"{part}." for part in spoken(skill))
    assert textstat.flesch_kincaid_grade(text) <= 6
    alone = [skill.summary, *skill.steps, *played(skill), *skill.cautions]
    assert [part for part in alone if round(textstat.flesch_kincaid_grade(part)) > 6] == []


def test_a_hard_text_would_be_seen() -> None:
    hard = "Physiological regulation necessitates deliberate diaphragmatic respiration and cognitive reappraisal."
    assert textstat.flesch_kincaid_grade(hard) > 6


@EACH
def test_sentences_are_short_and_each_step_is_one_instruction(skill: Skill) -> None:
    sentences = [part for text in spoken(skill) for part in re.split(r"(?<=[.?])\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 12] == []
    assert [step for step in skill.steps if len(re.findall(r"[.?](\s|$)", step)) > 2] == []
    assert [text for text in (skill.summary, *skill.steps, *skill.cautions) if text[-1] not in ".?"] == []
    assert skill.name[-1] not in ".?"


@EACH
def test_nothing_orders_measures_promises_or_hurts(skill: Skill) -> None:
    text = "\n".join(spoken(skill))
    assert [word for word in (*BANNED, *PHRASES) if re.search(rf"\b{word}\b", text, re.IGNORECASE)] == []
    assert "!" not in text
    assert set(re.findall(r"\b[A-Z]{3,}\b", text)) <= {"DBT", "CBT", "ACT", "TIPP", "MBSR", "STOP", "DEAR", "MAN"}


@EACH
def test_words_are_british_and_our_font_can_draw_them(skill: Skill) -> None:
    text = "\n".join([*spoken(skill), skill.source])
    american = [match[0] for match in re.finditer(AMERICAN, text, re.IGNORECASE)]
    assert [word for word in american if not re.fullmatch(BRITISH, word, re.IGNORECASE)] == []
    assert {letter for letter in text if not letter.isascii()} <= set("–—…’‘“”·é")


@pytest.mark.parametrize("need", Need)
def test_every_need_has_four_skills_and_two_of_low_energy(need: Need) -> None:
    assert len(fitting(LIBRARY, Filter(need=need))) >= 4
    assert len(fitting(LIBRARY, Filter(need=need, energy=Effort.LOW))) >= 2


@pytest.mark.parametrize(("energy", "length"), [*product((None, *Effort), (None, *Length))])
def test_every_energy_and_length_has_some(energy: Effort | None, length: Length | None) -> None:
    assert fitting(LIBRARY, Filter(energy=energy, length=length))


def test_no_length_lies_between_the_chips() -> None:
    assert {skill.minutes for skill in LIBRARY} <= {1, 2, 3, 4, 5} | set(range(10, 61))


@EACH
def test_a_player_takes_as_long_as_the_skill_says(skill: Skill) -> None:
    match skill.player:
        case Paced() | Timer():
            assert abs(skill.player.seconds - skill.minutes * 60) <= 30
        case Breathing():
            seconds = skill.player.breaths(skill.minutes) * skill.player.cycle
            assert abs(seconds - skill.minutes * 60) <= skill.player.cycle / 2


def test_the_first_suggestion_is_the_longer_breath_out_by_day_and_by_night() -> None:
    first = BY_ID["longer-breath-out"]
    assert (first.minutes, first.player) == (2, Breathing(inward=4, hold=0, outward=6, rest=0))
    by_day = suggestion(LIBRARY, Tally(), None, 10, ())
    by_night = suggestion(LIBRARY, Tally(), 1, 3, ())
    assert by_day
    assert by_night
    assert (by_day.skill, by_day.reason) == (first, Reason.TO_BEGIN_WITH)
    assert (by_night.skill, by_night.reason) == (first, Reason.FOR_THE_NIGHT)
