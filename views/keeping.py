"""The records while the app runs: locked, opened again, handed to another window and taken back. Imports `domain`,
Flet and `views`.
"""

from __future__ import annotations

import asyncio
import types
from collections.abc import Generator
from contextlib import suppress
from datetime import timedelta

import flet as ft

from domain.errors import StorageBusy, StorageError, StorageLocked
from domain.safety import Keeping
from views.first_page import FirstPage
from views.state import TendState

TIDY_AFTER = 20  # seconds
TURNS_TO_DRAW = 10  # of the event loop, within which a screen follows from what has changed, however slow the phone
A_WHILE = 1  # minute: after a longer one the day may have turned


async def open_again(state: TendState, passphrase: str | None = None) -> None:
    """Open the records anew and go on with what they hold; unsaved words are written as soon as they can be.

    Raises:
        WrongPassphrase, StorageError: they do not open.
    """
    async with state.turn:  # two at once would each find the files held by the other
        if state.can_write and not state.is_locked:  # the second of two quick taps
            return
        try:
            state.adopt(await state.vault.open(passphrase))
        except StorageLocked:
            state.lock()
            return
    state.problem = None
    await look_at_promise(state)
    if state.can_write:
        await state.try_again()


async def look_at_promise(state: TendState) -> None:
    """Ask whether the browser keeps what is stored, and tell the page whether to cover the screen."""
    state.is_persistent = await state.page.is_persistent()
    state.page.cover(state.has_lock)
    if not state.is_locked:
        state.page.remember(state.preferences.looks)


async def look_at_device(state: TendState) -> None:
    """Ask whether this device can call, so that numbers can be copied where it cannot."""
    state.can_call = await state.page.can_call()


async def ask_for_promise(state: TendState) -> None:
    """Once something was saved that could be lost, ask the browser to keep it."""
    await state.saved.wait()
    if state.is_persistent is False:
        state.is_persistent = await state.page.ask_to_persist()


async def lock_now(state: TendState) -> None:
    """Shut the records and forget what was in them, unless something is still waiting to be saved."""
    if state.is_locked or not state.has_lock:
        return
    await state.try_again()
    if state.is_refused:  # what is not saved would be lost: it stays on the screen, with the way to save it
        return
    async with state.turn:
        state.vault.shut()
        state.lock()
        state.page.put_away()


async def leave(state: TendState) -> None:
    """The person wants to be gone: save what is unsaved, lock where there is a lock, and show the neutral page.

    The page is covered already, and goes by itself where this takes too long.
    """
    try:
        if not state.is_locked:
            await state.try_again()
            await lock_now(state)
        async with state.turn:  # what was being written is
            pass
    finally:
        state.page.leave()


async def hand_over(state: TendState) -> None:
    """Another window asks for the records: finish what was begun, let go, and go on reading."""
    if state.is_locked or not state.can_write:
        return
    async with state.turn:
        if not state.is_locked:  # it may have locked before its turn came
            await read(state)


async def read(state: TendState) -> None:
    """Show what another window keeps, as it stands now."""
    state.keeping = Keeping.ELSEWHERE  # the files are let go of, whether the other's can be read or not
    try:
        state.adopt(await state.vault.open_to_read())
    except StorageLocked:
        state.lock()


async def take_over(state: TendState) -> None:
    """Ask the window that has the records for them. Raises as `open_again` does."""
    await state.vault.take_over()
    await open_again(state)
    if state.keeping is Keeping.ELSEWHERE and not state.is_locked:
        state.problem = StorageBusy()  # the other window did not let go


async def seen_again(state: TendState, minutes: float) -> None:
    """The person looks at Tend after so many minutes elsewhere, or with the computer asleep, which holds every timer:
    lock if it is time, then show the screen.
    """
    if minutes >= state.device.lock_after_minutes:
        await lock_now(state)
    state.stirred.set()
    try:
        if minutes >= A_WHILE and not state.is_locked:
            state.come_back()
        async with state.turn:
            # With a lock it would take the passphrase to look again, and the time for that has not come.
            if state.keeping is Keeping.ELSEWHERE and not state.is_locked and not state.has_lock:
                await read(state)
    finally:
        await _sent_on()
        state.page.uncover()


async def _sent_on() -> None:
    """Wait until Flet has sent to the screen what has changed, so that nothing is uncovered before the lock stands."""
    for _ in range(TURNS_TO_DRAW):
        await _a_turn()


@types.coroutine
def _a_turn() -> Generator[None, None, None]:
    yield


async def watch(state: TendState) -> None:
    """Lock once nobody has touched Tend for as long as the person chose.

    Sleeps until that is due: a touch puts it off, which is seen when the old time is over. Another choice, and what is
    saved at last, count at once. A skill that runs counts as a touch until it ends.
    """
    while True:
        await state.unlocked.wait()
        state.stirred.clear()
        if state.practice.runs:  # who breathes with it touches nothing
            state.last_touch = state.now
        after = timedelta(minutes=state.device.lock_after_minutes)
        left = (state.last_touch or state.now) + after - state.now
        if not after:  # out of sight is what counts, and nothing else
            state.unlocked.clear()
        elif left <= timedelta():
            await state.do_quietly(lock_now, state)
            if not state.is_locked:  # something waits to be saved first
                await _rest(after, state.stirred)
        else:
            await _rest(left, state.stirred)


async def _rest(time: timedelta, stirred: asyncio.Event) -> None:
    """Sleep so long, or until something stirs."""
    waits = {asyncio.ensure_future(asyncio.sleep(time.total_seconds())), asyncio.ensure_future(stirred.wait())}
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


async def tidy(state: TendState) -> None:
    """Some time after the start, when nobody waits for anything."""
    await asyncio.sleep(TIDY_AFTER)
    if not state.is_locked and state.can_write:
        async with state.turn:
            with suppress(StorageError):  # nobody asked for it, and everything is safe as it is
                await state.vault.tidy()


def begin(page: ft.Page, state: TendState) -> None:
    """Start listening to the page, to other windows and to the clock."""
    state.page.when_seen(lambda minutes: page.run_task(state.do_quietly, seen_again, state, minutes))
    state.vault.when_asked(lambda: page.run_task(state.do_quietly, hand_over, state))
    state.page.when_leaving(lambda: page.run_task(state.do_quietly, leave, state))
    page.run_task(watch, state)
    page.run_task(state.do_quietly, look_at_promise, state)
    page.run_task(state.do_quietly, look_at_device, state)
    page.run_task(state.do_quietly, ask_for_promise, state)
    page.run_task(state.do_quietly, tidy, state)
    page.run_task(state.do_quietly, FirstPage(state).watch)
