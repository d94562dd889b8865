"""Values, strengths, goals, marks, people, skills, the hope box and what was chosen, on every backend."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.errors import StorageForeign
from domain.goals import Answer, Area, Goal, Mark, Pause, Size, Strength, Value
from domain.hopes import Hope, HopeKind
from domain.pacing import Pacing
from domain.people import Person
from domain.plan import Part, PlanItem, PlanNotes, Source
from domain.progress import Tended, tended, tending
from domain.reminder_notes import Exported, ReminderNotes, Snooze
from domain.reminders import Paused, Reminder, ReminderKind, Window
from domain.skill_choices import SkillChoices, Writing
from domain.skill_players import Timer
from domain.skills import Helped, Skill, Use
from domain.today import Choice
from storage.database import Database
from tests.storage.byte_file_fakes import files
from tests.storage.ledgers import committed, fresh, opened, run
from tests.storage.places import FilledPlace, database_at

DAY, AT = date(2026, 11, 19), datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
RECORDS: dict[str, tuple[Any, ...]] = {  # in the order in which they come back
    "values": (Value("z", Area.GROWING), Value("a", Area.OWN, "My dog", place=1)),
    "strengths": (Strength("1", "Patience"), Strength("2", "Humour", is_from_others=True)),
    "goals": (Goal("z", "Whenever"), Goal("y", "First", started=DAY), Goal("a", "Later", started=date(2026, 12, 1))),
    "marks": (
        Mark("c", date(2026, 11, 18), AT, 60, Answer.TRIED, "y"),
        Mark("b", DAY, AT, 60, Answer.DONE, "y", "First", Size.TINY),
        Mark("a", DAY, AT + timedelta(minutes=1), 60, Answer.RESTED),
    ),
    "people": (Person("p", "Maya", "0123"), Person("d", "Dev", place=1)),
    "skills": (Skill("1", "Feed the birds", is_own=True), Skill("2", "Look", player=Timer(60), is_own=True)),
    "uses": (Use("z", "1", AT, 60, Helped.YES), Use("a", "1", AT + timedelta(minutes=1), 60)),
    "writings": (
        Writing("z", "s", "Good things", AT, 60, (("One?", "Tea"),)),
        Writing("a", "s", "Good things", AT + timedelta(minutes=1), 60),
    ),
    "hopes": (
        Hope("z", HopeKind.PHOTO, AT, 60, "The sea", photo=b"\xff\xd8\xff\xda" + bytes(range(256)), place=-2),
        Hope("b", HopeKind.LINK, AT, 60, address="https://example.org/song", place=-1),
        Hope("a", HopeKind.WORDS, AT, 60, "You came through before."),
    ),
    "plan": (
        PlanItem("z", Part.EARLY_SIGNS, "I stop answering texts", "Text Maya one word.", place=0),
        PlanItem("b", Part.ASK, "Maya", place=1, source=Source.PERSON, source_id="m"),
        PlanItem("a", Part.REASONS, "My cat\nand the sea", place=2),
    ),
    "reminders": (
        Reminder("a", ReminderKind.OWN, (480, 1200), words="Pills", weekdays=(0, 6), paused=Paused(DAY), since=AT),
        Reminder("b", ReminderKind.GOAL, window=Window(1080, 1260), goal_id="g", name="Swim", paused=Paused()),
    ),
}


def at(place: FilledPlace, do: Callable[[Database], Awaitable[None]]) -> None:
    async def work() -> None:
        async with database_at(place) as database:
            await do(database)

    run(work())


@pytest.mark.parametrize("table", RECORDS)
def test_records_come_back_whole_and_in_their_order_after_opening_again(place: FilledPlace, table: str) -> None:
    async def save(database: Database) -> None:
        for record in reversed(RECORDS[table]):
            await getattr(database, table).save(record)
        assert tuple(getattr(database, table).all()) == RECORDS[table]

    async def look(database: Database) -> None:
        collection = getattr(database, table)
        assert tuple(collection.all()) == RECORDS[table]
        assert [collection.get(record.id) for record in RECORDS[table]] == list(RECORDS[table])

    at(place, save)
    at(place, look)


def test_a_changed_record_takes_its_new_place_and_a_deleted_one_is_gone(place: FilledPlace) -> None:
    first, second = RECORDS["values"]

    async def change(database: Database) -> None:
        for value in (first, second):
            await database.values.save(value)
        await database.values.save(Value("a", Area.OWN, "My dog", place=-1))
        assert [value.id for value in database.values.all()] == ["a", "z"]
        await database.values.delete("z")
        assert [value.id for value in database.values.all()] == ["a"]

    at(place, change)


def test_the_choice_of_the_day_and_the_budget_are_kept(place: FilledPlace) -> None:
    choice, pacing = Choice(DAY, ("a",), (("a", Size.FULL),)), Pacing(is_on=True, budget=(0, 0, 0, 0, 20))
    notes = PlanNotes(("a",), DAY, DAY, None)
    reminded = ReminderNotes(Paused(DAY), AT, ("a 2026-11-19 480",), (Snooze("a", DAY, AT),), (Exported("a", 3, "x"),))

    async def save(database: Database) -> None:
        assert (database.choice.load(), database.pacing.load()) == (None, Pacing())
        assert database.skill_choices.load() == SkillChoices()
        await database.choice.save(choice)
        await database.pacing.save(pacing)
        assert database.plan_notes.load() == PlanNotes()
        await database.skill_choices.save(SkillChoices(("a",)))
        await database.plan_notes.save(notes)
        assert database.reminder_notes.load() == ReminderNotes()
        await database.reminder_notes.save(reminded)

    async def look(database: Database) -> None:
        assert (database.choice.load(), database.pacing.load()) == (choice, pacing)
        assert database.skill_choices.load() == SkillChoices(("a",))
        assert database.plan_notes.load() == notes
        assert database.reminder_notes.load() == reminded
        assert set(database.tables()) == {"choice", "pacing", "skill_choices", "plan_notes", "reminder_notes"}

    at(place, save)
    at(place, look)


def test_what_was_tended_is_told_from_the_documents_as_from_the_marks() -> None:
    dice = random.Random(4)
    marks = [
        Mark(str(number), DAY - timedelta(days=dice.randrange(60)), AT, 0, answer, dice.choice("abc"), "x", size)
        for number in range(300)
        for answer in [dice.choice(list(Answer))]
        for size in [Size.TINY if answer is Answer.DONE else None]
    ]
    marks.append(Mark("small", date(2020, 1, 1), AT, 0, Answer.DONE, words="Drink some water", size=Size.TINY))

    both = files(fresh())

    async def keep() -> Database:
        database = Database(await opened(both))
        for mark in marks:
            await database.marks.save(mark)
        return database

    database = run(keep())
    assert database.tended() == tended(tending(marks))
    assert database.tended().of("")[0] == date(2020, 1, 1)
    assert Database(run(opened(files(fresh())))).tended() == Tended()


@pytest.mark.parametrize("change", [{"day": "someday"}, {"day": 5}, {"answer": []}])
def test_a_mark_that_is_not_as_tend_writes_it_is_refused(change: dict[str, Any]) -> None:
    document = {"id": "m", "day": "2026-11-19", "at": "2026-11-19T08:12:00+00:00", "answer": "done"} | change
    with pytest.raises(StorageForeign):
        Database(run(opened(files(committed(fresh(), (("marks", "m", document),)))))).tended()


def test_a_goal_lives_on_when_its_value_is_deleted(place: FilledPlace) -> None:
    goal = Goal("g", "Swim", "v", pause=Pause(DAY))

    async def lose(database: Database) -> None:
        await database.values.save(Value("v", Area.BODY))
        await database.goals.save(goal)
        await database.values.delete("v")
        assert database.goals.get("g") == goal

    at(place, lose)
