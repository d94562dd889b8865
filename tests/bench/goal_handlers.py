"""What a tap costs with many goals and marks: the handler's own work, and drawing what it changed. Imports ours.

Runs in the browser's worker on the real records; the screens go to a connection that only packs what would be sent.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from flet.components.component import Component

from domain.goals import Answer, Goal, Mark, Size
from domain.noticing import days_done, line_for_today
from domain.progress import since
from storage import opening
from storage.database import Database
from storage.schema import GOALS, KINDS, MARKS, Changes
from tests.bench import measuring, records
from tests.bench.measuring import Samples, clock
from tests.driver import Driver
from views.goals import Goals
from views.state import TendState
from views.today import Today

GOAL_COUNT = 50
TIMES = 30


def marks(count: int) -> list[Mark]:
    """So many answers to fifty goals, in uneven years before `records.NOW`."""
    dice = random.Random("marks")
    found = []
    for number in range(count):
        at = records.NOW - timedelta(hours=number * 2, minutes=dice.randrange(60))
        answer = dice.choice(tuple(Answer))
        size = dice.choice(tuple(Size)) if answer is Answer.DONE else None
        goal = f"goal {dice.randrange(GOAL_COUNT)}"
        found.append(Mark(f"mark {number}", at.date(), at, 0, answer, goal, "Water the pots", size, dice.randint(1, 5)))
    return found


def goals() -> list[Goal]:
    """Fifty goals with three sizes each."""
    return [
        Goal(f"goal {number}", "Look after my plot", None, "An hour", "Water the pots", "Look at one plant")
        for number in range(GOAL_COUNT)
    ]


async def handlers(count: int) -> Samples:
    """Milliseconds of each handler with `count` marks, and of drawing what it changed."""
    now, database = clock(), await filled(count)
    took: Samples = {}

    async def timed(name: str, work: Callable[[], Any]) -> None:
        began = now()
        found = work()
        if isinstance(found, Awaitable):
            await found
        took.setdefault(name, []).append(now() - began)

    state = TendState(database, lambda: records.NOW, lambda at: at)
    await timed("open: read goals and what was tended", lambda: state.adopt(database))
    aims, today = state.aims, records.NOW.date()
    goal = aims.goals.all()[0]
    for number in range(TIMES):
        await timed("tick a step", lambda: aims.answer(goal, Answer.DONE, Size.TINY))
        mark = aims.answers_today()[-1]
        await timed("take it back", lambda mark=mark: aims.take_back(mark))
        size = tuple(Size)[number % 3]
        await timed("choose a size", lambda size=size: aims.resize(goal, size))
        await timed("change a goal", lambda number=number: aims.save_goal(goals()[number]))
        await timed("what Today offers", aims.steps)
        await timed("the noticed line", lambda: line_for_today(aims.marks.all(), aims.tended, today))
    recent = timedelta(days=60)
    await timed("things I did, 60 days", lambda: days_done(since(aims.marks.all(), today - recent), aims.tended))
    await timed("things I did, again", lambda: days_done(since(aims.marks.all(), today - recent), aims.tended))
    if aims.marks.unsaved or len(aims.marks.all()) != count:
        raise measuring.Wrong("a mark was not kept or not taken back")
    for route, drawn in (("/", Today), ("/goals", Goals)):
        await drawing(state, route, drawn.__name__, timed)
    database.close()
    return took


async def filled(count: int) -> Database:
    """Open records with the goals and so many marks in them."""
    database = await opening.open_database()
    changes: Changes = tuple(
        (table, one.id, KINDS[table].to_document(one))
        for table, of in ((GOALS, goals()), (MARKS, marks(count)))
        for one in of
    )
    await database.bring_in(changes, ())
    return database


async def drawing(state: TendState, route: str, whole: str, timed: Callable[[str, Callable[[], Any]], Any]) -> None:
    """Draw a screen, then each of its parts alone, as a change would have it drawn."""
    app = Driver(None, lambda: records.NOW)  # type: ignore[arg-type]
    app.state = state
    await app.start(route)
    names = {part.fn.__name__ for part in _components(app)}
    for name in sorted(names):
        for _ in range(TIMES if name != whole else 5):
            # Found anew each time: drawing a part makes those within it again.
            part = next(part for part in _components(app) if part.fn.__name__ == name)
            await timed(f"draw {name} on {route}", part.update)


def _components(app: Driver) -> list[Component]:
    return [control for control in app.controls() if isinstance(control, Component)]
