"""What finding, ranking and counting cost with 500 skills and many uses. Runs in the browser's worker; imports ours."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from domain.skill_counts import tally
from domain.skill_players import Breathing, Timer
from domain.skill_ranking import ranked, suggestion
from domain.skill_search import Filter, Length, fitting
from domain.skills import Effort, Helped, Need, Skill, Use
from tests.bench import records
from tests.bench.measuring import Samples, Wrong, clock
from tests.views.fakes import FakeRecords
from views.state import TendState

SKILLS, TIMES, ENERGY = 500, 30, 3


def skills() -> list[Skill]:
    """So many skills of every kind."""
    dice = random.Random("skills")
    needs, steps = list(Need), ("Breathe in for four.", "Look at the sky.", "Put both feet on the floor.")
    return [
        Skill(
            f"skill {number}",
            f"Skill of the number {number}",
            "One plain sentence that says what it is.",
            tuple(dice.sample(needs, 2)),
            dice.choice(tuple(Effort)),
            dice.choice((1, 2, 5, 10, 20)),
            steps,
            Breathing(4, 0, 6, 0) if number % 5 == 0 else Timer(60),
        )
        for number in range(SKILLS)
    ]


def uses(count: int) -> list[Use]:
    """So many uses of them, before `records.NOW`."""
    dice = random.Random("uses")
    answers = (None, *Helped)
    return [
        Use(
            f"use {number}",
            f"skill {dice.randrange(SKILLS)}",
            records.NOW - timedelta(hours=count - number),
            0,
            dice.choice(answers),
            dice.randint(1, 5),
        )
        for number in range(count)
    ]


async def handlers(count: int) -> Samples:
    """Milliseconds of each, with `count` uses."""
    now, library, used = clock(), skills(), uses(count)
    took: Samples = {}

    def timed(name: str, work: Callable[[], Any], times: int = TIMES) -> Any:
        for _ in range(times):
            gc.collect()
            began = now()
            found = work()
            took.setdefault(name, []).append(now() - began)
        return found

    counts = timed("count all uses anew", lambda: tally(used), 10)
    favourites, energy = frozenset({"skill 7"}), Filter(energy=Effort.MIDDLE)
    everything = timed("filter and rank, everything", lambda: _found(library, Filter(), counts, favourites))
    timed("filter and rank, by energy", lambda: _found(library, energy, counts, favourites))
    narrow = Filter(Need.CALM_DOWN, Effort.HIGH, Length.UP_TO_5, words="sky number")
    timed("filter and rank, by all and by words", lambda: _found(library, narrow, counts, favourites))
    timed("suggest one", lambda: suggestion(library, counts, ENERGY, 9, frozenset()))
    timed("count one more use", lambda: counts.and_one(used[0]))
    if len(everything) != SKILLS or everything[0].id != "skill 7":
        raise Wrong("another order")
    await _kept(library, used, took, now)
    return took


def _found(library: list[Skill], wanted: Filter, counts: Any, favourites: frozenset[str]) -> tuple[Skill, ...]:
    return ranked(fitting(library, wanted), counts, favourites, ENERGY)


async def _kept(library: list[Skill], used: list[Use], took: Samples, now: Callable[[], float]) -> None:
    """The same through the screens' own state: a use, its answer, and the library after it."""
    state = TendState.load(FakeRecords(uses=used), lambda: records.NOW, lambda at: at, built_in=library)
    practice, found = state.practice, ()
    practice.found(Filter())
    for number in range(TIMES):
        began = now()
        use = practice.new_use(library[number])
        await practice.used(use)
        await practice.helped(use, Helped.YES)
        took.setdefault("a use and its answer, kept in memory", []).append(now() - began)
        began = now()
        found = practice.found(Filter())
        took.setdefault("the library after it", []).append(now() - began)
    if practice.tally != tally(practice.uses.all()) or len(found) != SKILLS:
        raise Wrong("a use was counted otherwise")
