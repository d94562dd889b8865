"""The reminders on this device, once Tend is open: what it allows, what became of notices. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.reminder_notes import Heard
from domain.safety import Allowed
from views.ports import CalendarFile, Voice
from views.state import TendState


async def begin(page: ft.Page, state: TendState, voice: Voice, calendar_file: CalendarFile) -> None:
    """Listen to what says the reminders from now on, and take over what became of them while Tend was closed.

    Before anything is said: an occasion that was shown meanwhile is not said again.
    """
    reminding = state.reminding
    reminding.voice, reminding.calendar_file = voice, calendar_file

    def heard(one: Heard) -> None:
        page.run_task(state.do_quietly, reminding.hear, [one])

    def allowed(now: Allowed) -> None:
        page.run_task(state.do_quietly, reminding.see_allowed, now)

    async def catch_up() -> None:
        if not state.is_locked:
            await reminding.hear(await voice.heard())
        await reminding.look_at_device()

    voice.when_heard(heard, allowed)
    await state.do_quietly(catch_up)
