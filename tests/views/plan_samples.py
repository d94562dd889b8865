"""A plan to test its screens with, seen from Thursday 19 November 2026."""

from __future__ import annotations

from typing import Any

from domain.goals import Goal
from domain.models import CheckIn, Preferences
from domain.people import Person
from domain.plan import Part, PlanItem, PlanNotes, Source
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords
from tests.views.skill_samples import BUILT_IN

MAYA = Person("maya", "Maya", "+44 7700 900123")
DEV = Person("dev", "Dev", "0800 HELP", place=1, email="dev@example.org")
HALL = Person("hall", "Mill Hall", "*4141", place=2)  # can be called, and takes no texts
SWIM = Goal("swim", "Swim on Sundays")
TEXTS = PlanItem("texts", Part.EARLY_SIGNS, "I stop answering texts", "Text Maya one word. Rest.")
DAYS = PlanItem("days", Part.EARLY_SIGNS, "I sleep in the day", place=1)
CORNER = PlanItem("corner", Part.EARLY_ANSWERS, "Walk to the corner")
BREATHE = PlanItem("breathe", Part.EARLY_ANSWERS, "Longer breath out", "", 1, Source.SKILL, "breath")
SUNDAY = PlanItem("sunday", Part.EARLY_ANSWERS, "Swim on Sundays", "", 2, Source.GOAL, "swim")
WITH_HALL = PlanItem("with-hall", Part.EARLY_ANSWERS, "Mill Hall", "", 3, Source.PERSON, "hall")
TEA = PlanItem("tea", Part.STEADY, "Tea before the news")
HEAVY = PlanItem("heavy", Part.HARDER_SIGNS, "Everything is heavy")
DARK = PlanItem("dark", Part.CRISIS_SIGNS, "It goes dark")
COLD = PlanItem("cold", Part.ALONE, "Sit by the window")
ASK_MAYA = PlanItem("ask-maya", Part.ASK, "Maya", "", 0, Source.PERSON, "maya")
NOT_DEV = PlanItem("not-dev", Part.NOT_DECIDERS, "Dev", "", 0, Source.PERSON, "dev")
EARLY = (TEXTS, DAYS, CORNER, BREATHE, SUNDAY, WITH_HALL)
WHOLE = (TEA, *EARLY, HEAVY, DARK, COLD, ASK_MAYA)


def plan_records(*items: PlanItem, energy: int | None = None, text_size: int = 100, **more: Any) -> FakeRecords:
    """A device with this plan, three people, a goal and a few skills."""
    told: tuple[CheckIn, ...] = (made("9:00", id="told", energy=energy),) if energy else ()
    given: dict[str, Any] = {"people": (MAYA, DEV, HALL), "goals": (SWIM,), "built_in": BUILT_IN, **more}
    notes = given.pop("notes", PlanNotes())
    records = FakeRecords(told, Preferences(text_size=text_size), plan=items, **given)
    records.plan_notes.kept = notes
    return records


async def opened(launch: Launch, *items: PlanItem, route: str = "/plan", **more: Any) -> Driver:
    """The app on this plan."""
    return await launch(records=plan_records(*items, **more), route=route)


async def unfolded(launch: Launch, *items: PlanItem, rung: str = "Early signs", **more: Any) -> Driver:
    """The same with a rung open."""
    app = await opened(launch, *items, **more)
    await unfold(app, rung)
    return app


async def unfold(app: Driver, rung: str) -> None:
    """Open a rung."""
    await app.tap(next(name for name in app.buttons() if name.startswith(f"{rung}, folded")))


def rungs(app: Driver) -> list[str]:
    """The rungs as they stand, as a screen reader says them."""
    return [name for name in app.buttons() if ", folded " in name or ", open " in name]


def kept(app: Driver, part: Part) -> list[str]:
    """What the device holds of a part, in order."""
    return [item.words for item in app.records.plan.all() if item.part is part]
