"""What the person did last with something they keep, and the way back: goals that rest, come back or are let go, days
that were changed, whatever was deleted. Imports `domain` and `views.shelf`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from domain import marking
from domain.goals import Answer, Farewell, Goal, Mark, Pause, Size
from views.begun import Begun
from views.doing import AimsOwner, Doing, new_id
from views.shelf import Identified, Shelf


class What(StrEnum):
    """What can be undone, for the words that say it."""

    DELETED = "deleted"
    RESTING = "resting"
    STARTED = "started again"
    LET_GO = "let go"
    GOES_ON = "goes on"
    KEPT = "kept"


@dataclass(frozen=True)
class Change:
    """The last thing that was done, and how it was before (None: it was not there)."""

    what: What
    shelf: Shelf[Any]
    id: str
    before: Any


def farewell_place(goal_id: str) -> str:
    """Where a line of goodbye is among the words begun, and its address under Goals."""
    return f"{goal_id}/let-go"


class Changing(Doing):
    """The part of `Aims` that can be undone."""

    def __init__(self, owner: AimsOwner) -> None:
        super().__init__(owner)
        self.goals: Shelf[Goal] = Shelf(owner, "goals", self.notify)
        self.begun = Begun()  # words still to be added, by what they are for
        self.drafts = Begun()  # goals begun and not saved yet, by their place in the route
        self.last: Change | None = None  # until the person leaves the screen

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.last = self.marked = None

    # Goals

    async def save_goal(self, goal: Goal) -> None:
        """Keep a goal, new or changed; a new one begins today."""
        await self.goals.keep(goal if goal.started else replace(goal, started=self._owner.now.date()))

    async def pause(self, goal: Goal, ask_again: date | None = None) -> None:
        """Let a goal rest, or rest on, with or without a day on which Tend asks."""
        since = goal.pause.since if goal.pause else self._owner.now.date()
        await self._change(What.RESTING, goal, pause=Pause(since, ask_again))

    async def let_go(self, goal: Goal, line: str) -> None:
        """Let a goal go, with a line to remember it by. Raises what `Farewell` raises."""
        farewell = Farewell(self._owner.now.date(), line.strip())
        await self._change(What.LET_GO, goal, pause=None, farewell=farewell)

    async def bring_back(self, goal: Goal) -> None:
        """Start a resting goal again, or one that was let go."""
        await self._change(What.STARTED, goal, pause=None, farewell=None)

    async def go_on(self, goal: Goal) -> None:
        """Go on with a goal after its last day: it has none any more, so this is asked once."""
        await self._change(What.GOES_ON, goal, until=None)

    async def _change(self, what: What, goal: Goal, **fields: Any) -> None:
        before = self.goals.get(goal.id) or goal  # as it stands now, not as it was drawn
        self.last = Change(what, self.goals, goal.id, before)
        await self.goals.keep(replace(before, **fields))

    # Days

    async def add_day(self, goal: Goal, answer: Answer, size: Size, day: date) -> None:
        """Answer a goal for a day, as `answer` does, where days are looked through: it is kept, and not praised.

        Raises:
            InTheFuture: the day is still to come.
        """
        owner = self._owner
        mark = marking.marked(goal, answer, size, now=owner.now, id=new_id(), energy=owner.energy, day=day)
        await self.change_day(mark)

    async def change_day(self, mark: Mark) -> None:
        """Keep a mark that was changed or added where days are looked through."""
        change = Change(What.KEPT, self.marks, mark.id, self.marks.get(mark.id))
        await self.keep_mark(mark)
        self.marked, self.last = None, change

    # Deleting

    async def delete(self, shelf: Shelf[Any], record: Identified) -> None:
        """Delete something; `undo` brings it back."""
        if await shelf.delete(record.id):
            self.last = Change(What.DELETED, shelf, record.id, record)
            self._see_mark(record)

    async def undo(self) -> None:
        """Make what was changed last as it was before."""
        if self.last is None:
            return
        change, self.last = self.last, None
        now = change.shelf.get(change.id)
        if change.what is What.LET_GO and isinstance(now, Goal) and now.farewell and now.farewell.line:
            self.begun[farewell_place(now.id)] = now.farewell.line  # the words are not lost with it
        if change.before is None:
            await change.shelf.delete(change.id)
        else:
            await change.shelf.keep(change.before)
        self._see_mark(change.before or now)

    def _see_mark(self, record: Identified | None) -> None:
        """A mark that went or came back changes what was tended, and is not the last answer any more."""
        if isinstance(record, Mark):
            self.marked = None
            self._see(record.day)
