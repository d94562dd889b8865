"""Any frozen value to a document and back: exactly what it was, and nothing that Tend would not write."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import StorageForeign
from domain.goals import Answer, Area, Farewell, Goal, Mark, Often, Pause, Size, Strength, Value
from domain.hopes import Hope, HopeKind
from domain.pacing import Pacing
from domain.people import Person
from domain.skill_choices import SkillChoices, Writing
from domain.skill_players import Breathing, Grounding, Page, Steps
from domain.skills import Helped, Need, Skill, Use
from domain.today import Choice
from storage.value_codec import from_document, to_document

DAY, AT = date(2026, 11, 19), datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
WHOLE_GOAL = Goal(
    *("g", "Look after my plot", "v", "An hour", "Water the pots", "Look at one plant"),
    *(Often.WEEKLY, 3, (0, 6), "p", "Maya", "Could you come along?", "s", "the plot", "a note", DAY),
    *(Pause(DAY, date(2026, 12, 1)), Farewell(DAY, "It was good"), date(2026, 12, 24)),
)
VALUES = [
    (Value("v", Area.GROWING), {"id": "v", "area": "growing"}),
    (
        Value("v", Area.OWN, "My dog", "She knows", 3),
        {"id": "v", "area": "own", "words": "My dog", "why": "She knows", "place": 3},
    ),
    (Strength("s", "Patience", True), {"id": "s", "words": "Patience", "is_from_others": True}),
    (Goal("g", "Swim"), {"id": "g", "words": "Swim"}),
    (Goal("g", "Swim", pause=Pause(DAY)), {"id": "g", "words": "Swim", "pause": {"since": "2026-11-19"}}),
    (
        Mark("m", DAY, AT, 60, Answer.DONE, "g", "Swim", Size.TINY, 2, until=None),
        {"id": "m", "day": "2026-11-19", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60}
        | {"answer": "done", "goal_id": "g", "words": "Swim", "size": "tiny", "energy": 2},
    ),
    (Person("p", "Maya", "07700 900123", 2), {"id": "p", "name": "Maya", "phone": "07700 900123", "place": 2}),
    (
        Choice(DAY, ("a", "b"), (("a", Size.FULL),)),
        {"day": "2026-11-19", "goal_ids": ["a", "b"], "sizes": [["a", "full"]]},
    ),
    (Choice(DAY, ()), {"day": "2026-11-19", "goal_ids": []}),
    (
        Skill("s", "Feed the birds", minutes=2, is_own=True),
        {"id": "s", "name": "Feed the birds", "minutes": 2, "is_own": True},
    ),
    (
        Skill("s", "Breathe", needs=(Need.SLEEP,), player=Breathing(4, 0, 6.5, 0), is_own=True),
        {"id": "s", "name": "Breathe", "needs": ["sleep"], "is_own": True}
        | {"player": {"Breathing": {"inward": 4, "hold": 0, "outward": 6.5, "rest": 0}}},
    ),
    (
        Skill("s", "Look", player=Grounding((Page(5, "things"),)), is_own=True),
        {"id": "s", "name": "Look", "is_own": True}
        | {"player": {"Grounding": {"pages": [{"count": 5, "words": "things"}]}}},
    ),
    (
        Skill("s", "Go", steps=("Up.",), player=Steps()),
        {"id": "s", "name": "Go", "steps": ["Up."], "player": {"Steps": {}}},
    ),
    (
        Use("u", "s", AT, 60, Helped.A_BIT, 2, mood_after=3),
        {"id": "u", "skill_id": "s", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60}
        | {"helped": "a bit", "energy": 2, "mood_after": 3},
    ),
    (
        Writing("w", "s", "Good things", AT, 60, (("One?", "Tea"),)),
        {"id": "w", "skill_id": "s", "name": "Good things", "at": "2026-11-19T08:12:00+00:00"}
        | {"utc_offset_minutes": 60, "answers": [["One?", "Tea"]]},
    ),
    (
        Hope("h", HopeKind.PHOTO, AT, 60, photo=b"\xff\xd8\xff\xfb\xf0", place=-1),
        {"id": "h", "kind": "photo", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60}
        | {"photo": "/9j/+/A=", "place": -1},
    ),
    (SkillChoices(("a",), (), ("b",), DAY), {"favourites": ["a"], "refused": ["b"], "refused_on": "2026-11-19"}),
    (Pacing(), {}),
    (Pacing(True, 0, 1, 2, (1, 1, 1, 1, 1)), {"is_on": True, "tiny": 0, "gentle": 1, "full": 2, "budget": [1] * 5}),
]


@pytest.mark.parametrize(("value", "document"), VALUES, ids=lambda item: type(item).__name__)
def test_a_value_is_written_without_its_defaults_and_read_again(value: Any, document: dict[str, Any]) -> None:
    written = to_document(value)
    assert written == document
    assert from_document(type(value), json.loads(json.dumps(written))) == value


def test_every_field_of_a_goal_comes_back() -> None:
    written = to_document(WHOLE_GOAL)
    assert set(written) == set(vars(WHOLE_GOAL))
    assert from_document(Goal, json.loads(json.dumps(written))) == WHOLE_GOAL


GOAL: dict[str, Any] = {"id": "g", "words": "Swim"}
PHOTO: dict[str, Any] = to_document(Hope("h", HopeKind.PHOTO, AT, 60, photo=b"\xff\xd8\xff\xfb\xf0"))
MARK: dict[str, Any] = to_document(Mark("m", DAY, AT, 60, Answer.TRIED, "g"))


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        (Goal, {"id": "g"}),
        (Goal, GOAL | {"streak": 5}),
        (Goal, GOAL | {"words": None}),
        (Goal, GOAL | {"value_id": None}),
        (Goal, GOAL | {"words": " "}),
        (Goal, GOAL | {"words": "x" * 201}),
        (Goal, GOAL | {"often": "daily"}),
        (Goal, GOAL | {"times_a_week": True}),
        (Goal, GOAL | {"times_a_week": 8}),
        (Goal, GOAL | {"weekdays": 3}),
        (Goal, GOAL | {"weekdays": [True]}),
        (Goal, GOAL | {"started": "19 November"}),
        (Goal, GOAL | {"started": "20261119"}),
        (Goal, GOAL | {"pause": "2026-11-19"}),
        (Goal, GOAL | {"pause": {}}),
        (Mark, MARK | {"at": "2026-11-19T08:12:00"}),
        (Mark, MARK | {"at": "2026-11-19T09:12:00+01:00"}),
        (Mark, MARK | {"size": "full"}),
        (Mark, MARK | {"energy": 6}),
        (Choice, {"day": "2026-11-19", "sizes": [["a"]]}),
        (Choice, {"day": "2026-11-19", "sizes": [["a", "full", "b"]]}),
        (Choice, {"day": "2026-11-19", "sizes": {"a": "full"}}),
        (Skill, {"id": "s", "name": "x", "player": {"Timer": {"seconds": 0}}}),
        (Skill, {"id": "s", "name": "x", "player": {"Timer": 5}}),
        (Skill, {"id": "s", "name": "x", "player": {"Dance": {}}}),
        (Skill, {"id": "s", "name": "x", "player": {}}),
        (Skill, {"id": "s", "name": "x", "player": {"Steps": {}, "Timer": {"seconds": 5}}}),
        (
            Skill,
            {"id": "s", "name": "x", "player": {"Breathing": {"inward": True, "hold": 0, "outward": 4, "rest": 0}}},
        ),
        *((Hope, PHOTO | {"photo": text}) for text in ("/9j/+/A", "/9j/+/B=", " /9j/+/A=", "/9j_-_A=", "é", "", 5)),
        (Hope, PHOTO | {"photo": "JVBERi0="}),
        (Hope, PHOTO | {"kind": "video"}),
        (Hope, PHOTO | {"address": "https://example.org"}),
        (Pacing, {"budget": [1, 2]}),
        (Pacing, {"tiny": 1.0}),
    ],
)
def test_what_tend_would_not_write_is_refused_in_words_that_hold_none_of_it(kind: type, document: Any) -> None:
    with pytest.raises(StorageForeign) as caught:
        from_document(kind, document)
    assert not any(word in str(caught.value) for word in ("Swim", "streak", "November", "daily"))


goals = st.builds(
    Goal,
    st.text(),
    st.text(min_size=1, max_size=200).filter(str.strip),
    value_id=st.none() | st.text(),
    tiny=st.text(max_size=200),
    often=st.sampled_from(Often),
    times_a_week=st.integers(1, 7),
    weekdays=st.lists(st.integers(0, 6)).map(tuple),
    started=st.none() | st.dates(),
    pause=st.none() | st.builds(Pause, st.dates(), st.none() | st.dates()),
    farewell=st.none() | st.builds(Farewell, st.dates(), st.text()),
)


@settings(max_examples=300, deadline=None)
@given(goals)
def test_any_goal_comes_back_as_it_was(goal: Goal) -> None:
    assert from_document(Goal, json.loads(json.dumps(to_document(goal)))) == goal
