"""The list of reminders: off at first, named and timed in words, resting together, and as a file for a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.reminder_notes import ReminderNotes
from domain.reminders import Paused, Reminder, ReminderKind, Window
from domain.safety import Allowed, Device
from reminders.calendar_file import calendar_file
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakePage, FakeRecords, FakeVoice
from views.reminder_words import EVENING

PILLS = Reminder("pills", ReminderKind.OWN, (540, 1200), words="Water the plant")
SWIM = Reminder("swim", ReminderKind.CHECK_IN, window=EVENING, weekdays=(0, 2))
LIST = "/settings/reminders"


async def opened(launch: Launch, *reminders: Reminder, allows: Allowed = Allowed.YES, **more: object) -> Driver:
    """The list, on a device that allows notices or not."""
    records = FakeRecords(reminders=reminders)
    if "device" in more:
        records.device.kept = more.pop("device")
    if "notes" in more:
        records.reminder_notes.kept = more.pop("notes")
    app = await launch(records=records, route=more.pop("route", LIST), **more)
    app.state.page, app.state.reminding.calendar_file = FakePage(), calendar_file
    app.state.reminding.voice = FakeVoice(allows)
    await app.state.reminding.look_at_device()
    await app.settle()
    return app


async def test_settings_leads_here_and_says_how_it_stands(launch: Launch) -> None:
    app = await opened(launch, route="/settings")
    await app.tap("Reminders Off. You choose if and when.")
    assert app.headings() == [(1, "Reminders")]
    await app.tap("Back")
    assert app.headings()[0] == (1, "Settings")
    app = await opened(launch, PILLS, SWIM, replace(PILLS, id="off", is_on=False), route="/settings")
    assert "Reminders 2 set." in app.buttons()
    app = await opened(launch, PILLS, notes=ReminderNotes(Paused()), route="/settings")
    assert "Reminders Resting until you come back." in app.buttons()


async def test_there_is_none_until_one_is_made(launch: Launch) -> None:
    app = await opened(launch)
    words = app.words()
    assert words[words.index("Help now") + 1 :] == [
        "Off. You choose if and when.",
        "A reminder invites. Once it is done, it keeps quiet.",
        "New reminder",
    ]


async def test_each_says_what_it_is_about_and_when(launch: Launch) -> None:
    odd = Reminder("odd", ReminderKind.BACKUP, window=Window(30, 90), is_on=False)
    gone = Reminder("gone", ReminderKind.GOAL, (0,), goal_id="gone", name="Swim", paused=Paused(date(2026, 11, 24)))
    app = await opened(launch, PILLS, SWIM, odd, gone)
    rows = [name for name in app.buttons() if "." in name]
    assert rows == [
        "Swim Resting until Tuesday 24 November.",
        "A good time for a backup Off. Every day. Between 0:30 and 1:30",
        "Water the plant Every day. 9:00, 20:00",
        "How are you right now? Mon, Wed. Some time in the evening",
    ]


async def test_all_rest_and_start_again_with_a_tap(launch: Launch) -> None:
    app = await opened(launch, PILLS)
    for name, said in (
        ("For today", "Resting until Friday 20 November."),
        ("For a week", "Resting until Thursday 26 November."),
        ("Until I come back", "Resting until you come back."),
    ):
        await app.tap(name)
        assert said in app.words()
        assert app.records.reminder_notes.kept.paused is not None
        await app.tap("Start again")
        assert app.records.reminder_notes.kept.paused is None


async def test_what_tend_cannot_do_is_said_and_a_calendar_can(launch: Launch) -> None:
    app = await opened(launch, PILLS, SWIM)
    assert "When it is closed, Tend may ring late, or not at all." in app.words()
    assert "It can put times in your phone calendar." in app.words()
    assert "While it is locked, it says nothing." not in app.words()
    await app.tap("Add to my calendar")
    ((name, kind, content),) = app.state.page.saved
    assert (name, kind) == ("tend-reminders.ics", "text/calendar")
    assert content.count(b"SUMMARY:A moment for you") == 3
    assert b"Water" not in content
    assert [one.uid for one in app.records.reminder_notes.kept.exported] == [
        "pills.0@reminders",
        "pills.1@reminders",
        "swim.0@reminders",
    ]
    assert "Open the file, and your calendar takes it in." in app.words()


async def test_a_file_that_was_put_off_is_not_remembered(launch: Launch) -> None:
    app = await opened(launch, PILLS)
    app.state.page.takes_files = False
    await app.tap("Add to my calendar")
    assert app.records.reminder_notes.kept.exported == ()
    assert "Open the file, and your calendar takes it in." not in app.words()


# Notices on this device


async def test_notices_are_asked_for_in_a_tap_after_why(launch: Launch) -> None:
    app = await opened(launch, PILLS, allows=Allowed.NOT_ASKED)
    assert "A notice reaches you while you use other apps. Your device asks first." in app.words()
    assert app.state.reminding.voice.asked == 0
    await app.tap("Show notices")
    assert app.state.reminding.voice.asked == 1
    assert "This device shows them as notices." in app.words()
    assert app.records.device.kept.notices is Allowed.YES


async def test_a_refusal_is_explained_once(launch: Launch) -> None:
    app = await opened(launch, PILLS, allows=Allowed.NOT_ASKED)
    app.state.reminding.voice.answer = Allowed.NO
    await app.tap("Show notices")
    assert "No notices, then. That is fine." in app.words()
    await app.tap("I have read this")
    for _ in range(2):
        assert "No notices, then. That is fine." not in app.words()
        assert "This device shows no notices. Reminders stand on Today." in app.words()
        assert "Show notices" not in app.buttons()
        app = await opened(launch, PILLS, allows=Allowed.NO, device=app.records.device.kept)
    assert app.records.device.kept.notices is Allowed.NO


@pytest.mark.parametrize("now", [Allowed.NO, Allowed.NOT_ASKED])
async def test_a_permission_withdrawn_is_said_calmly_until_it_is_read(launch: Launch, now: Allowed) -> None:
    app = await opened(launch, PILLS, allows=now, device=Device(notices=Allowed.YES))
    assert "This device shows no notices now." in app.words()
    await app.go("/")
    assert "This device shows no notices now." in app.words()
    await app.tap("I have read this")
    assert "This device shows no notices now." not in app.words()
    assert app.records.device.kept.notices is now


async def test_where_nothing_can_be_shown_it_is_said(launch: Launch) -> None:
    app = await opened(launch, PILLS, allows=Allowed.CANNOT)
    assert "This browser cannot show notices. Reminders stand on Today." in app.words()
    assert "Show notices" not in app.buttons()


@pytest.mark.parametrize("text_size", [100, 200])
async def test_everything_has_a_name_and_wraps_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await launch(records=FakeRecords(reminders=[PILLS, SWIM]), route=LIST, text_size=text_size)
    assert all(name.strip() for name in app.buttons())
