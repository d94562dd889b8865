"""Skills of the tests of the library, with what came of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.models import utc_instant
from domain.skill_players import Breathing, Grounding, Page
from domain.skills import Effort, Helped, Need, Skill, Use
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.fakes import FakeRecords

CALM, SAFE = Need.CALM_DOWN, Need.FEEL_SAFE
BREATH = Skill(
    "breath",
    "Longer breath out",
    "Breathe out for longer.",
    (CALM, Need.SLEEP),
    minutes=2,
    steps=("Breathe in.", "Breathe out."),
    player=Breathing(4, 0, 6, 0),
    cautions=("Dizzy? Go back to your own breath.",),
    tradition="Paced breathing.",
    source="Linehan, 2015",
    checked_on=date(2026, 11, 3),
)
SENSES = Skill("senses", "Five things I can see", needs=(SAFE,), minutes=3, player=Grounding((Page(5, "things"),)))
COLD = Skill(
    "cold", "Cool water", needs=(CALM,), minutes=1, cautions=("Not with heart trouble.", "Not sure?"), check_first=True
)
WALK = Skill("walk", "Walk in daylight", needs=(Need.LIFT_MOOD,), energy=Effort.MIDDLE, minutes=10)
DANCE = Skill("dance", "Big movement", needs=(CALM,), energy=Effort.HIGH, minutes=5)
SONG = Skill("song", "My rain playlist", minutes=5, is_own=True)
BUILT_IN = (BREATH, SENSES, COLD, WALK, DANCE)


def uses(skill: Skill, *answers: Helped | None, energy: int | None = None) -> list[Use]:
    """One use for each answer."""
    at, offset = utc_instant(local("8:00"))
    return [Use(f"{skill.id}-{n}", skill.id, at, offset, answer, energy) for n, answer in enumerate(answers)]


def records(*own: Skill, energy: int | None = 5, built_in: tuple[Skill, ...] = BUILT_IN, **more: Any) -> FakeRecords:
    """A device with these own skills, and an energy that was told a little ago."""
    told = (made("9:00", id="told", energy=energy),) if energy else ()
    return FakeRecords(told, more.pop("preferences", None), skills=own, built_in=built_in, **more)


def own_skills(app: Driver) -> list[Skill]:
    """The own skills the device has."""
    return list(app.records.skills.all())


def cards(app: Driver) -> list[str]:
    """The names on the cards, in order, by their Start buttons."""
    return [name.removeprefix("Start: ") for name in app.buttons() if name.startswith("Start: ")]
