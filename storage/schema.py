"""What the tables hold, and the number of this layout. Imports `domain` and the codecs.

    table           id of a document      document
    --------------  --------------------  ----------------------------------------------------------
    check_ins       the record's own id   see `codec.check_in_to_document`
    values          the record's own id   `goals.Value`, by `value_codec`; so are the next ten
    strengths       the record's own id   `goals.Strength`
    goals           the record's own id   `goals.Goal`
    marks           the record's own id   `goals.Mark`
    people          the record's own id   `people.Person`
    skills          the record's own id   `skills.Skill`: the person's own ones
    uses            the record's own id   `skills.Use`
    writings        the record's own id   `skill_choices.Writing`
    hopes           the record's own id   `hopes.Hope`, photos in it as base64
    plan            the record's own id   `plan.PlanItem`
    reminders       the record's own id   `reminders.Reminder`
    choice          "mine"                `today.Choice`: what was chosen for one day
    skill_choices   "mine"                `skill_choices.SkillChoices`
    pacing          "mine"                `pacing.Pacing`
    plan_notes      "mine"                `plan.PlanNotes`
    reminder_notes  "mine"                `reminder_notes.ReminderNotes`
    preferences     "mine"                see `codec.preferences_to_document`
    device          see `DEVICE`          what belongs to this device and not to the person; in no backup

Schema 1 was kept in two slots under TinyDB's own numbers (`storage/legacy.py`); 2 is keyed by the records' own ids;
3 knows what matters, goals, people and skills; 4 the hope box; 5 the plan and the reminders.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any, Generic, TypeVar

from domain.errors import StorageForeign
from domain.goals import Goal, Mark, Strength, Value
from domain.hopes import Hope
from domain.pacing import Pacing
from domain.people import Person
from domain.plan import PlanItem, PlanNotes
from domain.reminder_notes import ReminderNotes
from domain.reminders import Reminder
from domain.skill_choices import SkillChoices, Writing
from domain.skills import Skill, Use
from domain.today import Choice
from storage import codec, value_codec

Record = TypeVar("Record")
Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]  # {table: {id: document}}
Change = tuple[str, str, Document | None]  # table, id, the document that now stands there (None: it goes)
Changes = tuple[Change, ...]

SCHEMA = 5
CHECK_INS, PREFERENCES, DEVICE = "check_ins", "preferences", "device"
VALUES, STRENGTHS, GOALS, MARKS, PEOPLE = "values", "strengths", "goals", "marks", "people"
SKILLS, USES, WRITINGS, HOPES = "skills", "uses", "writings", "hopes"
PLAN, PLAN_NOTES, REMINDERS, REMINDER_NOTES = "plan", "plan_notes", "reminders", "reminder_notes"
CHOICE, PACING, SKILL_CHOICES = "choice", "pacing", "skill_choices"
MINE = "mine"  # the one document of a table that has one


@dataclass(frozen=True)
class Kind(Generic[Record]):
    """How records of one table are written, and what they stand in order of, before their ids."""

    from_document: Callable[[Mapping[str, Any]], Record]
    to_document: Callable[[Record], Document]
    order: Callable[[Document], Any] = itemgetter("id")


def _kind(kind: type[Record], order: Callable[[Document], Any] = itemgetter("id")) -> Kind[Record]:
    return Kind(partial(value_codec.from_document, kind), value_codec.to_document, order)


def _place(document: Document) -> int:
    return document.get("place", 0)  # type: ignore[no-any-return]


KINDS: dict[str, Kind[Any]] = {
    CHECK_INS: Kind(codec.check_in_from_document, codec.check_in_to_document, itemgetter("at")),
    VALUES: _kind(Value, _place),
    STRENGTHS: _kind(Strength),
    GOALS: _kind(Goal, lambda document: document.get("started", "")),
    MARKS: _kind(Mark, itemgetter("day", "at")),
    PEOPLE: _kind(Person, _place),
    SKILLS: _kind(Skill),
    USES: _kind(Use, itemgetter("at")),
    WRITINGS: _kind(Writing, itemgetter("at")),
    HOPES: _kind(Hope, _place),
    PLAN: _kind(PlanItem, _place),
    REMINDERS: _kind(Reminder),
    CHOICE: _kind(Choice),
    SKILL_CHOICES: _kind(SkillChoices),
    PACING: _kind(Pacing),
    PLAN_NOTES: _kind(PlanNotes),
    REMINDER_NOTES: _kind(ReminderNotes),
    PREFERENCES: Kind(codec.preferences_from_document, codec.preferences_to_document),
}


def check(tables: Tables) -> None:
    """See that every document of the person's own tables is as Tend writes it.

    Raises:
        StorageForeign: a table or field Tend does not know, a wrong type, a number out of range, an id that is
            not the document's own.
    """
    for table, documents in tables.items():
        if table not in KINDS:
            raise StorageForeign("a table Tend does not know")
        for id, document in documents.items():
            if type(document) is not dict:
                raise StorageForeign(f"wrong type: {table}")
            KINDS[table].from_document(document)
            if document.get("id", MINE) != id:
                raise StorageForeign(f"another id: {table}")
