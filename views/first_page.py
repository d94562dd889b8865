"""What stands before Tend has opened, kept true; and what was tapped there, taken over. Imports `domain` and `views`.

It watches the state from beside it: whatever changes people, plan, names on the scales, country or looks is seen in
the same turn of the loop, once all of it has changed.
"""

from __future__ import annotations

import asyncio

from domain.first_aid import FirstAid, first_aid, own_part, taken_over
from domain.lines import HelpLines
from domain.safety import Keeping
from views.ports import Found
from views.state import TendState


class FirstPage:
    """The first page as this window keeps it. Run `watch` for as long as Tend runs."""

    def __init__(self, state: TendState) -> None:
        self._state = state
        self._looked_at: tuple[object, ...] = ()  # what that was made from: most taps change none of it
        self._shown: FirstAid | None = None  # what the page was told last
        self._woken = asyncio.Event()
        self._has_news = True  # something may lie on the page that was not taken over
        self._hear = lambda *_: self._woken.set()  # the state holds its listeners weakly

    async def watch(self) -> None:
        """Show what changes, and take over what was tapped, as soon as it can be."""
        state = self._state
        for watched in (state, state.aims, state.plan):
            watched.subscribe(self._hear)
        state.page.when_tapped(self._tapped)
        while True:
            self._woken.clear()
            await state.do_quietly(self.show)
            await state.do_quietly(self.take_over)
            await self._woken.wait()

    def _tapped(self) -> None:
        self._has_news = True
        self._woken.set()

    def show(self) -> None:
        """Tell the page what it is to show, if that is not what it shows.

        Only the window that keeps the records does: another one may not know the latest.
        """
        state = self._state
        if state.keeping is not Keeping.KEPT:
            return
        people, steps, device = state.aims.people.kept, state.plan.items.kept, state.device
        looked_at = people, steps, state.preferences, state.is_locked, state.has_lock, device.shown_when_locked
        if looked_at == self._looked_at:
            return
        shipped = state.help_lines() if state.preferences.country else HelpLines()
        own = (
            None
            if state.is_locked
            else own_part(people, steps, state.preferences, state.has_lock, device.shown_when_locked)
        )
        shown = first_aid(shipped, state.preferences, own)
        self._looked_at = looked_at
        if shown != self._shown:
            self._shown = shown
            state.page.show_first(shown)

    async def take_over(self) -> None:
        """Put what was tapped into the history and let the page forget it; while Tend is locked, it waits.

        A tap is written under its own id before the page forgets it, so that it never counts twice.
        """
        state = self._state
        if not self._has_news or state.is_locked or state.keeping is not Keeping.KEPT:
            return
        self._has_news = False
        left = await state.page.left_on_page()
        done = [found for found in left.found if await self._is_done(found)]
        country = left.country if await self._took_country(left.country) else ""
        if done or country:
            state.page.forget_left(done, country)

    async def _is_done(self, found: Found) -> bool:
        """Whether nothing is left to do for an entry; what is foreign is dropped.

        What the device refuses is tried again with everything unsaved, and lies on the page until the next start.
        """
        log, tapped = self._state.log, found.tapped
        if tapped is None:
            return True
        if not log.is_saved(tapped.check_in.id):
            return False
        check_in = taken_over(tapped, log.get(tapped.check_in.id))
        return check_in is None or await log.keep(check_in)

    async def _took_country(self, picked: str) -> bool:
        """Take the country that was picked there, unless one is kept here; False where the device refuses it."""
        state = self._state
        kept = state.records.preferences
        if picked and not kept.load().country and picked in state.help_lines().emergencies:
            await state.prefer(country=state.preferences.country or picked)
            return bool(kept.load().country)
        return True
