"""The first page as Tend keeps it true, and what was tapped there: taken over once, whatever happens in between."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.errors import StorageFull
from domain.first_aid import FirstPerson, Own
from domain.models import Appearance, CheckIn, Preferences
from domain.people import Person
from domain.plan import Part, PlanItem
from domain.safety import Device
from storage.cipher import this_device
from storage.vault import Vault
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled, kept_on
from tests.views.fakes import FakePage

MAYA = Person("m", "Maya", "0123 456", on_first_aid=True)
SHOWN = FirstPerson("Maya", None, "tel:0123456", "sms:0123456")
COLD = PlanItem("a", Part.ALONE, "Cold water")
SWITCH, WHEN_LOCKED = "Show on the first page", "Show my people and first steps when locked"
ID = "0123456789abcdef0123456789abcdef"
KEY = f"tend-tap:{ID}"
TAP = {"id": ID, "at": "2026-11-18T22:30:00+00:00", "offset": 60, "mood": 2}
TAKEN = CheckIn(ID, datetime(2026, 11, 18, 22, 30, tzinfo=UTC), 60, mood=2)


def lying(**changes: Any) -> dict[str, str]:
    """A tap as it lies on the page."""
    return {KEY: json.dumps(TAP | changes)}


async def with_help(passphrase: str | None = None) -> FakeDevice:
    """A device with somebody and a step for the first page."""
    device = await filled()
    vault = Vault(device, this_device())
    records = await vault.open()
    await records.people.save(MAYA)
    await records.plan.save(COLD)
    if passphrase:
        await vault.set_lock(passphrase)
    vault.shut()
    return device


async def unlock(app: Driver) -> None:
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")


async def started(launch_vault: Launch, device: FakeDevice, *, route: str = "/", **page: Any) -> Driver:
    around = FakePage()
    for name, value in page.items():
        setattr(around, name, value)
    return await launch_vault(device, around, route)


# What it shows


async def test_at_the_start_it_shows_the_chosen_and_the_first_steps(launch_vault: Launch) -> None:
    app = await started(launch_vault, await with_help())
    assert [shown.own for shown in app.around.first] == [Own((SHOWN,), ("Cold water",))]


async def test_every_save_that_changes_it_is_seen_there_and_no_other(launch_vault: Launch) -> None:
    app = await started(launch_vault, await with_help())
    await app.tap("Mood, OK, 3 of 5")
    assert len(app.around.first) == 1
    await app.state.plan.add(Part.ALONE, "Walk")
    await app.settle()
    assert app.around.first[-1].own.steps == ("Cold water", "Walk")
    await app.state.plan.delete(app.state.plan.items.get("a"))
    await app.settle()
    assert app.around.first[-1].own.steps == ("Walk",)
    await app.state.aims.people.delete("m")
    await app.settle()
    assert app.around.first[-1].own == Own((), ("Walk",))


async def test_a_save_the_device_refuses_is_not_shown_before_it_is_made(launch_vault: Launch) -> None:
    device = await with_help()
    app = await started(launch_vault, device)
    device.refuse_writing = StorageFull()
    await app.state.plan.add(Part.ALONE, "Walk")
    await app.settle()
    assert app.around.first[-1].own.steps == ("Cold water",)
    device.refuse_writing = None
    await app.state.try_again()
    await app.settle()
    assert app.around.first[-1].own.steps == ("Cold water", "Walk")


async def test_looks_and_country_are_seen_there_too(launch_vault: Launch) -> None:
    app = await started(launch_vault, await with_help(), route="/settings")
    await app.tap("Dark")
    await app.tap("150%")
    await app.state.prefer(country="GB")
    await app.settle()
    shown = app.around.first[-1]
    assert (shown.appearance, shown.text_size, shown.help.name) == (Appearance.DARK, 150, "United Kingdom")
    assert [line.digits for line in shown.help.lines][:1] == ["116 123"]


async def test_a_word_that_was_changed_is_changed_there_too(launch_vault: Launch) -> None:
    app = await started(launch_vault, await with_help())
    await app.state.prefer(moods=("", "Grey", "", "", ""))
    await app.settle()
    assert app.around.first[-1].own == Own((SHOWN,), ("Cold water",), moods=("", "Grey", "", "", ""))
    await app.state.prefer(moods=("", "", "", "", ""))
    await app.settle()
    assert app.around.first[-1].own == Own((SHOWN,), ("Cold water",))


async def test_a_switch_in_the_form_puts_somebody_there_and_takes_them_off(launch_vault: Launch) -> None:
    app = await started(launch_vault, FakeDevice(), route="/people/new")
    await app.write("Name", "Sam")
    await app.write("Phone", "*#06#")
    await app.tap(SWITCH)
    await app.tap("Save")
    assert app.around.first[-1].own.people == (FirstPerson("Sam", None, None, None, "*#06#"),)
    (sam,) = app.state.aims.people.all()
    await app.go(f"/people/{sam.id}")
    await app.tap(SWITCH)
    await app.tap("Save")
    assert app.around.first[-1].own == Own()


async def test_setting_a_lock_takes_them_off_at_once_and_the_person_may_allow_them(launch_vault: Launch) -> None:
    app = await started(launch_vault, await with_help(), route="/settings/lock")
    await app.write("Passphrase", PASSPHRASE)
    await app.write("The same again", PASSPHRASE)
    await app.tap("Lock Tend")
    assert app.around.first[-1].own == Own(is_hidden=True)
    await app.tap(WHEN_LOCKED)
    assert app.around.first[-1].own == Own((SHOWN,), ("Cold water",))
    await app.tap(WHEN_LOCKED)
    assert app.around.first[-1].own == Own(is_hidden=True)


async def test_what_was_allowed_is_kept(launch_vault: Launch) -> None:
    device = await filled(made("8:00"), device=Device(shown_when_locked=True), passphrase=PASSPHRASE)
    app = await started(launch_vault, device)
    await unlock(app)
    assert app.state.device.shown_when_locked


async def test_while_locked_what_stands_there_of_the_person_stays(launch_vault: Launch) -> None:
    app = await started(launch_vault, await with_help(PASSPHRASE), looks=[Preferences(country="GB")])
    assert [(shown.own, shown.help.country) for shown in app.around.first] == [(None, "GB")]
    await unlock(app)
    assert app.around.first[-1].own == Own(is_hidden=True)


async def test_a_window_that_reads_leaves_it_alone(launch_vault: Launch) -> None:
    device = await with_help()
    first = await started(launch_vault, device)
    second = await started(launch_vault, device, lying=lying())
    assert (len(first.around.first), second.around.first) == (1, [])
    assert second.around.lying == lying()


# What was tapped there


async def test_a_tap_is_in_the_history_with_its_own_time_and_then_forgotten(launch_vault: Launch) -> None:
    device = FakeDevice()
    app = await started(launch_vault, device, lying=lying(), route="/history")
    assert await kept_on(device) == [TAKEN]
    assert app.around.lying == {}
    assert "Yesterday" in app.words()
    assert app.sees("23:30")


async def test_taken_over_again_after_every_kind_of_start_it_is_there_once(launch_vault: Launch) -> None:
    device = FakeDevice()
    for _ in range(3):  # the page forgot nothing: it was closed between the write and that
        app = await started(launch_vault, device, lying=lying())
        assert app.around.lying == {}
        app.state.vault.shut()
    assert await kept_on(device) == [TAKEN]


async def test_what_was_edited_since_stays_edited(launch_vault: Launch) -> None:
    device = FakeDevice()
    app = await started(launch_vault, device, lying=lying())
    await app.state.change(CheckIn(ID, TAKEN.at, 60, mood=4, note="Better"))
    app.around.lying = lying()
    app.around.tapped()
    await app.settle()
    assert [(kept.mood, kept.note) for kept in await kept_on(device)] == [(4, "Better")]


async def test_a_correction_and_a_second_answer_come_after_it(launch_vault: Launch) -> None:
    device = FakeDevice()
    app = await started(launch_vault, device, lying=lying())
    app.around.lying = lying(mood=5, energy=1, was=[[2, None], [5, None]])
    app.around.tapped()
    await app.settle()
    assert [(kept.mood, kept.energy) for kept in await kept_on(device)] == [(5, 1)]
    assert app.around.lying == {}


async def test_a_tap_changed_while_it_is_taken_over_is_not_forgotten(launch_vault: Launch) -> None:
    app = await started(launch_vault, FakeDevice())
    gate, read = lying(), app.around.left_on_page

    async def meanwhile() -> Any:
        found = await read()
        app.around.lying = lying(mood=5, was=[[2, None]])
        app.around.left_on_page = read
        return found

    app.around.lying, app.around.left_on_page = gate, meanwhile
    app.around.tapped()
    await app.settle()
    assert app.around.lying == lying(mood=5, was=[[2, None]])
    app.around.tapped()
    await app.settle()
    assert [check_in.mood for check_in in app.state.check_ins] == [5]


async def test_while_locked_it_waits_for_the_passphrase(launch_vault: Launch) -> None:
    device = await filled(made("8:00", id="a"), passphrase=PASSPHRASE)
    app = await started(launch_vault, device, lying=lying())
    assert app.around.lying == lying()
    await unlock(app)
    assert app.around.lying == {}
    assert [kept.id for kept in await kept_on(device, PASSPHRASE)] == [ID, "a"]


async def test_a_reading_window_takes_it_over_once_it_writes(launch_vault: Launch) -> None:
    device = await filled(made("6:00", 1, id="a"))
    first = await started(launch_vault, device)
    second = await started(launch_vault, device, lying=lying())
    await second.tap("Use Tend here")
    await first.settle()
    assert second.around.lying == {}
    assert sorted(kept.id for kept in await kept_on(device)) == [ID, "a"]


async def test_a_full_device_leaves_it_on_the_page_and_says_so(launch_vault: Launch) -> None:
    device = await filled(made("8:00", id="a"))
    device.refuse_writing = StorageFull()
    app = await started(launch_vault, device, lying=lying())
    assert app.around.lying == lying()
    assert app.sees("Not saved yet")
    app.around.tapped()
    await app.settle()
    assert app.around.lying == lying(), "what waits to be saved is not saved"
    device.refuse_writing = None
    await app.state.try_again()
    app.around.tapped()
    await app.settle()
    assert sorted(kept.id for kept in await kept_on(device)) == [ID, "a"]
    assert app.around.lying == {}


@pytest.mark.parametrize("content", ["", "{}", '{"mood": 3}', json.dumps(TAP | {"mood": 9}), "[" * 5000])
async def test_a_damaged_entry_is_dropped_and_harms_no_other(launch_vault: Launch, content: str) -> None:
    device = FakeDevice()
    app = await started(launch_vault, device, lying={"tend-tap:x": content, **lying()})
    assert await kept_on(device) == [TAKEN]
    assert app.around.lying == {}
    assert app.state.problem is None


# The country picked there


async def test_a_country_picked_there_is_kept_where_none_was_chosen(launch_vault: Launch) -> None:
    app = await started(launch_vault, FakeDevice(), picked="NZ")
    assert app.state.records.preferences.load().country == "NZ"
    assert (app.around.picked, app.around.first[-1].help.country) == ("", "NZ")


async def test_a_country_chosen_in_tend_stays(launch_vault: Launch) -> None:
    app = await started(launch_vault, await filled(preferences=Preferences(country="GB")), picked="NZ")
    assert app.state.records.preferences.load().country == "GB"
    assert app.around.picked == ""


async def test_no_country_comes_of_what_is_none(launch_vault: Launch) -> None:
    app = await started(launch_vault, FakeDevice(), picked="QQ")
    assert (app.state.preferences.country, app.around.picked) == ("", "")


async def test_a_country_that_cannot_be_kept_yet_stays_on_the_page(launch_vault: Launch) -> None:
    device = await filled()
    device.refuse_writing = StorageFull()
    app = await started(launch_vault, device, picked="NZ")
    assert app.around.picked == "NZ"
