"""When the device refuses: nothing is said to be saved that is not, and nothing is lost."""

from __future__ import annotations

import asyncio

import flet as ft
import pytest

from domain.errors import StorageBroken, StorageFull
from domain.models import Appearance
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock
from views.components import check_in_card

OK, HARD = "Mood, OK, 3 of 5", "Mood, Hard, 2 of 5"
LOW = "Energy, Low, 2 of 5"
NOT_SAVED = "Not saved yet. Tend keeps trying."


def kept(app: Driver) -> list[tuple[int | None, int | None, str]]:
    return [(c.mood, c.energy, c.note) for c in app.records.check_ins.all()]


async def test_a_refused_tap_stays_on_the_screen_and_is_not_called_saved(launch: Launch) -> None:
    app = await launch()
    app.records.check_ins.refuse = StorageFull("quota")
    await app.tap(OK)
    assert app.chosen() == [OK]
    assert NOT_SAVED in app.words()
    assert "There is no room left here." in app.words()
    assert not app.sees("Saved 9")
    assert kept(app) == []


async def test_try_again_saves_once_the_device_takes_it(launch: Launch) -> None:
    app = await launch()
    app.records.check_ins.refuse = StorageBroken("io")
    await app.tap(OK)
    await app.tap("Try again")
    assert NOT_SAVED in app.words()
    app.records.check_ins.refuse = None
    await app.tap("Try again")
    assert kept(app) == [(3, None, "")]
    assert app.sees("Saved 9:12")
    assert NOT_SAVED not in app.words()


async def test_tend_keeps_trying_by_itself(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_in_card, "RETRY_SECONDS", 0.01)
    app = await launch()
    app.records.check_ins.refuse = StorageBroken("io")
    await app.tap(OK)
    await asyncio.sleep(0.03)
    assert kept(app) == []
    app.records.check_ins.refuse = None
    await asyncio.sleep(0.03)
    await app.settle()
    assert kept(app) == [(3, None, "")]
    assert app.sees("Saved 9:12")


async def test_the_next_tap_saves_everything_of_the_check_in_that_waited(launch: Launch) -> None:
    app = await launch()
    app.records.check_ins.refuse = StorageFull("quota")
    await app.tap(OK)
    app.records.check_ins.refuse = None
    await app.tap(LOW)
    assert kept(app) == [(3, 2, "")]
    assert NOT_SAVED not in app.words()


async def test_two_check_ins_unsaved_at_once_are_both_kept(launch: Launch, clock: FakeClock) -> None:
    app = await launch()
    app.records.check_ins.refuse = StorageFull("quota")
    await app.tap(OK)
    clock.pass_time(minutes=15)
    await app.tap(HARD)
    await app.open_tab("History")
    assert [name for name in app.buttons() if name.startswith("9:")] == ["9:12 Mood, OK", "9:27 Mood, Hard"]
    await app.open_tab("Today")
    app.records.check_ins.refuse = None
    await app.tap("Try again")
    assert kept(app) == [(3, None, ""), (2, None, "")]


async def test_one_saved_check_in_does_not_hide_that_another_still_waits(launch: Launch, clock: FakeClock) -> None:
    app = await launch()
    app.records.check_ins.refuse = StorageFull("quota")
    await app.tap(OK)
    clock.pass_time(minutes=15)
    app.records.check_ins.refuse = None
    await app.tap(HARD)
    assert kept(app) == [(2, None, "")]
    assert NOT_SAVED in app.words()
    assert not app.sees("Saved 9")
    await app.tap("Try again")
    assert kept(app) == [(3, None, ""), (2, None, "")]


async def test_undoing_a_tap_that_was_never_saved_leaves_nothing_waiting(launch: Launch) -> None:
    app = await launch()
    app.records.check_ins.refuse = StorageFull("quota")
    await app.tap(OK)
    app.records.check_ins.refuse = None
    await app.state.undo_tap()
    await app.settle()
    assert NOT_SAVED not in app.words()
    assert (kept(app), app.chosen()) == ([], [])


async def test_a_note_that_could_not_be_saved_stays_in_its_field_and_can_be_copied(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    app.records.check_ins.refuse = StorageFull("quota")
    await app.write("Note", "rain on the window")
    assert NOT_SAVED in app.words()
    assert app.field("Note").value == "rain on the window"
    copy = next(c for c in app.controls() if isinstance(c, ft.TextButton) and c.content == "Copy my words")
    assert copy.action == ft.CopyToClipboard("rain on the window")
    app.records.check_ins.refuse = None
    await app.tap("Try again")
    assert kept(app) == [(None, None, "rain on the window")]


async def test_closing_the_sheet_does_not_drop_what_waits_to_be_saved(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    app.records.check_ins.refuse = StorageFull("quota")
    await app.write("Note", "rain on the window")
    await app.tap("Done")
    assert NOT_SAVED in app.words()
    app.records.check_ins.refuse = None
    await app.tap("Try again")
    assert kept(app) == [(None, None, "rain on the window")]


async def test_a_delete_the_device_refuses_deletes_nothing(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", note="rain"), route="/history/a")
    app.records.check_ins.refuse = StorageBroken("io")
    await app.tap("Delete this")
    assert kept(app) == [(None, None, "rain")]
    assert "rain" in app.words()
    assert "Deleted." not in app.words()


async def test_undoing_a_delete_the_device_then_refuses_keeps_the_words_on_the_screen(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", note="rain"), route="/history/a")
    await app.tap("Delete this")
    app.records.check_ins.refuse = StorageFull("quota")
    await app.tap("Undo")
    assert "rain" in app.words()
    app.records.check_ins.refuse = None
    await app.open_tab("Today")
    await app.tap("Try again")
    assert kept(app) == [(None, None, "rain")]


async def test_clearing_the_last_answer_while_the_device_refuses_shows_what_is_still_kept(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", note="rain"), route="/history/a")
    app.records.check_ins.refuse = StorageBroken("io")
    await app.write("Note", "")
    app.records.check_ins.refuse = None
    await app.tap("Done")
    assert kept(app) == [(None, None, "rain")]
    assert "rain" in app.words()


async def test_a_look_the_device_will_not_keep_still_helps_now(launch: Launch) -> None:
    app = await launch(route="/settings")
    app.records.preferences.refuse = StorageFull("quota")
    await app.tap("Dark")
    assert app.page.theme_mode is ft.ThemeMode.DARK
    assert app.records.preferences.kept.appearance is Appearance.PHONE
    app.records.preferences.refuse = None
    await app.tap("125%")
    assert app.records.preferences.kept.appearance is Appearance.DARK


async def test_saving_says_nothing_before_the_device_has_it(launch: Launch) -> None:
    app = await launch()
    app.records.check_ins.gate = asyncio.Event()
    tap = asyncio.create_task(app.tap(OK))
    await app.settle()
    assert app.chosen() == [OK]
    assert not app.sees("Saved")
    assert NOT_SAVED not in app.words()
    app.records.check_ins.gate.set()
    await tap
    assert app.sees("Saved 9:12")


async def test_taps_and_letters_that_come_while_the_device_is_still_writing_all_count(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    gate = app.records.check_ins.gate = asyncio.Event()
    doing = [asyncio.create_task(app.write("Note", words)) for words in ("r", "ra", "rain")]
    doing.append(asyncio.create_task(app.tap("calm")))
    await app.settle()
    assert kept(app) == []
    gate.set()
    await asyncio.gather(*doing)
    assert [(c.note, c.feelings) for c in app.records.check_ins.all()] == [("rain", ("calm",))]
    assert app.state.log.unsaved == ()


async def test_an_undo_the_device_refuses_can_be_asked_for_again(launch: Launch) -> None:
    app = await launch()
    await app.tap("Mood, OK, 3 of 5")
    app.records.check_ins.refuse = StorageBroken("refused")
    await app.tap("Undo")
    assert "Mood, OK, 3 of 5" in app.chosen()
    app.records.check_ins.refuse = None
    await app.tap("Undo")
    assert app.chosen() == []
    assert app.records.check_ins.all() == ()


async def test_what_was_begun_in_a_sheet_is_there_again_after_help(launch: Launch) -> None:
    app = await launch(route="/history")
    await app.tap("Add a past check-in")
    await app.tap("Mood, Hard, 2 of 5")
    await app.tap("Help now")
    await app.tap("Back")
    await app.tap("tired")
    assert [(kept.mood, kept.feelings) for kept in app.records.check_ins.all()] == [(2, ("tired",))]
    await app.tap("Done")
    await app.tap("Add a past check-in")
    assert app.chosen() == []
