"""What is due while Tend is open: said by the device, as `main` starts it, and standing on Today until it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

import main
from domain.goals import Answer, Goal, Size
from domain.models import Preferences
from domain.reminder_notes import Heard, ReminderNotes
from domain.reminders import Notice, Paused, Reminder, ReminderKind, Rest
from domain.safety import Allowed
from reminders.runner import Runner
from storage.cipher import this_device
from storage.memory import MemoryPlace
from storage.vault import Vault
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakeClock, FakePage, FakeRecords, FakeVoice
from tests.views.skill_samples import BREATH
from views.state import TendState

PILLS = Reminder("pills", ReminderKind.OWN, (9 * 60, 10 * 60), words="Pills")
MOOD = Reminder("mood", ReminderKind.CHECK_IN, (9 * 60,))
SWIM = Reminder("swim", ReminderKind.GOAL, (9 * 60,), goal_id="g", name="Swim")
RESTING = "Your reminders rest until you come back."
NEUTRAL = ("A moment for you", "Whenever it suits you.")


async def said(launch: Launch, *reminders: Reminder, **more: object) -> Driver:
    """Today, after what is due was said."""
    app = await launch(records=FakeRecords(reminders=reminders, **more))
    await app.state.reminding.mark(app.state.reminding.due())
    await app.settle()
    return app


@pytest.fixture
def slept(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner sleeps by the clock of the test."""
    monkeypatch.setattr(main, "Runner", lambda *parts: Runner(*parts, clock.sleep))


async def with_reminders(launch_vault: Launch, voice: FakeVoice, *reminders: Reminder, **looks: object) -> Driver:
    """The app as `main` starts it, with reminders that were made in it."""
    device = await filled(preferences=Preferences(**looks))
    app = await launch_vault(device, route="/", voice=voice)
    app.state.local_time = lambda naive: naive.replace(tzinfo=app.clock.now.tzinfo)
    for reminder in reminders:
        await app.state.reminding.add(reminder)
    await app.settle()
    return app


@pytest.mark.usefixtures("slept")
async def test_main_says_what_is_due_when_it_is_due_and_once(launch_vault: Launch, clock: FakeClock) -> None:
    voice = FakeVoice(Allowed.YES)
    app = await with_reminders(launch_vault, voice, PILLS, is_neutral=True)
    (made,) = app.state.reminding.reminders.all()
    tags = [f"{made.id} 2026-11-19 600", f"{made.id} 2026-11-20 540"]
    assert [notice.tag for notice in voice.foreseen[-1]][:2] == tags
    assert voice.notices == []
    clock.pass_time(minutes=48)
    await app.settle()
    await app.return_to()
    assert voice.notices == [Notice(*NEUTRAL, "/", tags[0], "Notes")]
    assert "Pills" in app.words()


@pytest.mark.usefixtures("slept")
async def test_what_was_shown_while_tend_was_closed_is_not_said_again(launch_vault: Launch, clock: FakeClock) -> None:
    voice = FakeVoice(Allowed.YES)
    app = await with_reminders(launch_vault, voice, PILLS)
    (made,) = app.state.reminding.reminders.all()
    clock.pass_time(minutes=48)
    now = clock.now.astimezone(UTC)
    await app.state.reminding.hear([Heard(f"{made.id} 2026-11-19 600", now), Heard("of nobody", now)])
    await app.settle()
    assert voice.notices == []
    assert app.state.reminding.notes.value.sent == (f"{made.id} 2026-11-19 600",)
    voice.tell(Heard(f"{made.id} 2026-11-19 600", now, is_later=True))
    await app.settle()
    assert app.state.reminding.next_due() == now + timedelta(minutes=30)


@pytest.mark.usefixtures("slept")
async def test_the_device_knows_nothing_ahead_where_there_is_a_lock(launch_vault: Launch) -> None:
    voice = FakeVoice(Allowed.YES)
    app = await with_reminders(launch_vault, voice, PILLS)
    assert len(voice.foreseen[-1]) == 14
    await app.state.vault.set_lock(PASSPHRASE)
    app.state.note_lock()
    await app.settle()
    assert voice.foreseen[-1] == []


async def test_the_words_left_with_the_device_are_neutral(launch: Launch) -> None:
    app = await launch(records=FakeRecords(reminders=[replace(PILLS, shows_words=True)]))
    assert {notice.title for _, notice in app.state.reminding.ahead()} == {"A moment for you"}


async def test_a_due_reminder_stands_on_today_until_it_is_done(launch: Launch) -> None:
    app = await said(launch, PILLS)
    assert app.between("Pills", "How are you right now?") == ["Done", "Later", "Not today"]
    await app.tap("Done")
    assert "Pills" not in app.words()
    assert app.state.reminding.next_due() == datetime(2026, 11, 19, 9, tzinfo=UTC)


async def test_later_says_it_again_in_half_an_hour(launch: Launch) -> None:
    app = await said(launch, PILLS)
    await app.tap("Later")
    assert "Pills" not in app.words()
    assert app.state.reminding.next_due() == datetime(2026, 11, 19, 8, 42, tzinfo=UTC)


async def test_not_today_is_for_the_whole_day_and_no_longer(launch: Launch) -> None:
    app = await said(launch, PILLS)
    await app.tap("Not today")
    assert "Pills" not in app.words()
    assert app.state.reminding.next_due() == datetime(2026, 11, 20, 8, tzinfo=UTC)


async def test_what_was_done_goes_by_itself(launch: Launch) -> None:
    swim = Goal("g", "Swim far")
    app = await said(launch, MOOD, SWIM, goals=[swim])
    assert {"Swim far", "Open"} <= set(app.words())
    await app.tap("Mood, OK, 3 of 5")
    assert app.buttons().count("Not today") == 1
    await app.state.aims.answer(swim, Answer.DONE, Size.TINY)
    await app.settle()
    assert app.buttons().count("Not today") == 0


async def test_open_leads_where_the_notice_does(launch: Launch) -> None:
    app = await said(launch, SWIM, goals=[Goal("g", "Swim far")])
    await app.tap("Open")
    assert app.page.route == "/goals/g"


async def test_what_stands_there_goes_when_it_is_late_or_rests_or_is_taken_out(
    launch: Launch, clock: FakeClock
) -> None:
    app = await said(launch, MOOD)
    await app.state.reminding.pause("mood", Rest.WEEK)
    assert app.state.reminding.said() == ()
    await app.state.reminding.pause("mood", None)
    assert len(app.state.reminding.said()) == 1
    clock.pass_time(hours=3)
    assert app.state.reminding.said() == ()
    app = await said(launch, MOOD)
    await app.state.reminding.delete(MOOD)
    assert app.state.reminding.said() == ()


async def resting(launch: Launch, rest: Paused, *reminders: Reminder) -> Driver:
    """Today, while all of them rest."""
    records = FakeRecords(reminders=reminders, built_in=(BREATH,))
    records.reminder_notes.kept = ReminderNotes(rest)
    return await launch(records=records)


async def test_reminders_that_rest_until_the_person_is_back_say_so_and_wake_with_a_tap(launch: Launch) -> None:
    app = await resting(launch, Paused(), PILLS)
    assert app.between(RESTING, "How are you right now?") == ["Start again"]
    await app.tap("Start again")
    assert app.records.reminder_notes.kept.paused is None
    assert app.state.reminding.next_due() == datetime(2026, 11, 19, 9, tzinfo=UTC)
    assert app.between("Your reminders are back.", "How are you right now?") == ["Undo"]
    await app.tap("Undo")
    assert app.records.reminder_notes.kept == ReminderNotes(Paused())
    assert app.between(RESTING, "How are you right now?") == ["Start again"]


async def test_once_they_are_awake_and_the_person_left_nothing_of_the_rest_is_said(launch: Launch) -> None:
    app = await resting(launch, Paused(), PILLS)
    await app.tap("Start again")
    await app.open_tab("Goals")
    await app.open_tab("Today")
    assert not {RESTING, "Start again", "Your reminders are back.", "Undo"} & {*app.words()}


@pytest.mark.parametrize(
    ("rest", "reminders"),
    [(Paused(date(2026, 11, 26)), (PILLS,)), (Paused(), ()), (Paused(), (replace(PILLS, is_on=False),))],
)
async def test_a_rest_that_ends_by_itself_or_keeps_nothing_quiet_is_not_spoken_of(
    launch: Launch, rest: Paused, reminders: tuple[Reminder, ...]
) -> None:
    app = await resting(launch, rest, *reminders)
    assert not {RESTING, "Start again"} & {*app.words()}


async def test_on_the_small_today_the_rest_is_a_line_to_read(launch: Launch) -> None:
    app = await resting(launch, Paused(), PILLS)
    await app.tap("Energy, Low, 2 of 5")
    await app.open_tab("Goals")
    await app.open_tab("Today")
    assert {"Small is enough today.", RESTING} <= {*app.words()}
    assert "Start again" not in app.buttons()
    assert len(app.buttons()) == 6, "five, and Help now"


async def small(launch: Launch, *reminders: Reminder, **more: object) -> Driver:
    """The small Today, after what is due was said."""
    app = await said(launch, *reminders, built_in=(BREATH,), **more)
    await app.tap("Energy, Low, 2 of 5")
    await app.open_tab("Goals")
    await app.open_tab("Today")
    assert "Small is enough today." in app.words()
    return app


async def test_the_small_today_leads_from_one_to_where_all_stand_and_keeps_to_five_things_to_tap(
    launch: Launch,
) -> None:
    app = await small(launch, PILLS, replace(PILLS, id="tea", words="Tea"))
    assert app.buttons()[:2] == ["Help now", "Pills And 1 more. Show everything"]
    assert len(app.buttons()) == 6, "five, and Help now"
    assert "Low energy at 9:12" in app.words()
    await app.tap("Pills And 1 more. Show everything")
    assert app.between("Pills", "Tea") == ["Done", "Later", "Not today"]
    assert "Check in again" in app.buttons(), "where it can be changed"
    for _ in range(2):
        await app.tap("Done")
    await app.tap("Show less")
    assert app.buttons()[1] == "Low energy at 9:12 Change it, or show everything"


async def test_the_line_of_the_small_today_goes_with_what_was_done_and_comes_with_what_is_due(launch: Launch) -> None:
    app = await small(launch, PILLS)
    assert "Pills Show everything" in app.buttons()
    (due,) = app.state.reminding.said()
    app.state.reminding.put_down(due)
    await app.settle()
    assert "Low energy at 9:12 Change it, or show everything" in app.buttons()
    await app.tap("Low energy at 9:12 Change it, or show everything")
    await app.state.reminding.mark((due,))
    await app.settle()
    assert "Pills" in app.words(), "in words, beside the one question there is"
    assert "Pills Show everything" not in app.buttons()


async def test_the_persons_own_words_come_first(launch: Launch) -> None:
    swim = replace(SWIM, id="a", times=(8 * 60,))
    app = await small(launch, swim, PILLS, goals=[Goal("g", "Swim far")])
    assert [due.reminder.id for due in app.state.reminding.said()] == ["a", "pills"], "it was due before"
    await app.tap("Pills And 1 more. Show everything")
    assert app.between("Pills", "Swim far") == ["Done", "Later", "Not today"]


async def test_what_does_not_fit_on_today_is_counted(launch: Launch) -> None:
    app = await said(launch, *(replace(PILLS, id=name, words=name) for name in "abcde"))
    assert app.buttons().count("Later") == 3
    assert app.between("c", "How are you right now?") == ["Done", "Later", "Not today", "And 2 more."]
    await app.tap("Done")
    await app.tap("Done")
    assert "e" in app.words()
    assert not any(words.endswith("more.") for words in app.words())


async def test_nothing_of_it_shows_while_tend_is_locked(launch: Launch) -> None:
    app = await said(launch, PILLS)
    state: TendState = app.state
    state.lock()
    await app.settle()
    assert "Pills" not in app.words()
    assert (state.reminding.said(), state.reminding.ahead()) == ((), ())


@pytest.mark.usefixtures("slept")
async def test_what_came_in_with_a_file_is_said_too(launch_vault: Launch) -> None:
    voice, other = FakeVoice(Allowed.YES), Vault(MemoryPlace(), this_device())
    await (await other.open()).reminders.save(PILLS)
    app = await launch_vault(
        page=FakePage(await other.backup(None, datetime(2026, 11, 19, tzinfo=UTC))), route="/settings/file", voice=voice
    )
    app.state.local_time = lambda naive: naive.replace(tzinfo=app.clock.now.tzinfo)
    await app.tap("Choose a file")
    await app.tap("Add what is new")
    assert [notice.tag for notice in voice.notices] == ["pills 2026-11-19 540"]
