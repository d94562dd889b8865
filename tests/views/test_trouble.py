"""Records that do not open: what happened, a way to try again, a copy to take along, and the numbers."""

from __future__ import annotations

import flet as ft
import pytest

import main
from domain.errors import (
    StorageBroken,
    StorageBusy,
    StorageError,
    StorageForeign,
    StorageFull,
    StorageLocked,
    StorageNewer,
    StorageReadOnly,
    StorageUnavailable,
)
from domain.lines import HelpLines
from domain.models import Preferences
from storage import lines, rescue
from storage.ledger import Ledger
from storage.schema import SCHEMA
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import FakeDevice, filled, kept_on
from tests.views.fakes import FakePage

CANARY = "my-secret-words"
KEPT = made("8:00", 1, note="rain")
COPY, ANEW = "Save a copy", "Start as new"
COPIED = "A copy of everything stored here is saved."
SENTENCES = {
    StorageUnavailable: "This browser will not keep your words.",
    StorageLocked: "Tend is locked.",
    StorageReadOnly: "Here you can read.",
    StorageBusy: "Tend is open in another tab.",
    StorageForeign: "Tend cannot read what is stored here.",
    StorageNewer: "A newer Tend wrote your words.",
    StorageFull: "There is no room left here.",
    StorageBroken: "Tend cannot open your words right now.",
}
UNREADABLE = (StorageForeign, StorageNewer)  # trying again alone does not help


def calls(app: Driver) -> list[str]:
    return [c.url.url for c in app.controls() if isinstance(getattr(c, "url", None), ft.Url)]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch, errors_expected: list[str]) -> list[BaseException | None]:
    """What each opening of the ledger raises, in turn; None opens it, and so does everything after the last."""
    answers: list[BaseException | None] = []
    honest = Ledger.open.__func__

    async def opened(kind: type[Ledger], *given: object, **named: object) -> Ledger:
        if answers and (error := answers.pop(0)):
            errors_expected.append(type(error).__name__)
            raise error
        return await honest(kind, *given, **named)

    monkeypatch.setattr(Ledger, "open", classmethod(opened))
    return answers


def test_every_kind_of_storage_error_has_a_sentence_of_its_own() -> None:
    assert set(SENTENCES) == set(StorageError.__subclasses__())
    assert len(set(SENTENCES.values())) == len(SENTENCES)


@pytest.mark.parametrize(("kind", "sentence"), [pair for pair in SENTENCES.items() if pair[0] is not StorageLocked])
async def test_records_that_do_not_open_get_a_sentence_ways_on_and_the_numbers(
    launch_vault: Launch, refuse: list[BaseException | None], kind: type[StorageError], sentence: str
) -> None:
    device = await filled(KEPT)
    refuse.append(kind(CANARY))
    app = await launch_vault(device, route="/")
    assert app.headings() == [(1, sentence), (2, "Need someone now?")]
    assert app.buttons() == (["Try again", COPY] if kind in UNREADABLE else ["Try again"])
    assert calls(app) == ["tel:112", "tel:911"]
    assert not app.sees(CANARY)
    assert not device.held
    await app.tap("Try again")
    assert "How are you right now?" in app.words()


async def test_the_chosen_countrys_lines_stand_there_and_the_first_page_stays_before_it(
    launch_vault: Launch, refuse: list[BaseException | None]
) -> None:
    device, around = await filled(KEPT), FakePage()
    around.remember(Preferences(country="GB"))
    refuse.append(StorageForeign(CANARY))
    app = await launch_vault(device, around, route="/")
    assert calls(app) == ["tel:116123", "sms:85258?&body=SHOUT", "tel:999"]
    assert around.holds == 1


async def test_without_readable_lines_the_numbers_that_phones_know_stand_there(
    launch_vault: Launch, refuse: list[BaseException | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable() -> HelpLines:
        raise StorageForeign("lines.json")

    monkeypatch.setattr(main, "help_lines", unreadable)
    device, around = await filled(KEPT), FakePage()
    around.remember(Preferences(country="GB"))
    refuse.append(StorageForeign(CANARY))
    app = await launch_vault(device, around, route="/")
    assert calls(app) == ["tel:112", "tel:911"]


@pytest.mark.parametrize("error", [ValueError(CANARY), MemoryError(CANARY)])
async def test_an_error_nobody_foresaw_gets_a_sentence_too(
    launch_vault: Launch, refuse: list[BaseException | None], error: Exception
) -> None:
    refuse.append(error)
    app = await launch_vault(route="/")
    assert app.headings()[0] == (1, "Tend cannot open your words right now.")
    assert app.buttons() == ["Try again"]
    assert not app.sees(CANARY)


async def test_trying_again_opens_the_app_once_the_records_do(
    launch_vault: Launch, refuse: list[BaseException | None]
) -> None:
    device = await filled(KEPT)
    refuse += [StorageBusy(CANARY), StorageFull(CANARY)]
    app = await launch_vault(device, route="/")
    assert "Tend is open in another tab." in app.words()
    await app.tap("Try again")
    assert "There is no room left here." in app.words()
    await app.tap("Try again")
    await app.tap("Mood, OK, 3 of 5")
    assert [check_in.mood for check_in in await kept_on(device)] == [None, 3]


@pytest.mark.parametrize("kind", UNREADABLE)
async def test_a_copy_of_the_files_as_they_stand_can_be_taken_along(
    launch_vault: Launch, refuse: list[BaseException | None], kind: type[StorageError]
) -> None:
    device = await filled(KEPT)
    contents = await device.contents()
    refuse.append(kind(CANARY))
    app = await launch_vault(device, route="/")
    assert "You can take a copy with you. Tend can bring it in where it opens." in app.words()
    await app.tap(COPY)
    ((name, sort, content),) = app.around.saved
    assert (name, sort) == ("tend-copy.json", "application/json")
    assert content == rescue.copy_of(contents)
    assert COPIED in app.words()
    assert (ANEW in app.buttons()) is (kind is StorageForeign)
    assert await device.contents() == contents


async def test_the_copy_comes_in_where_tend_opens(launch_vault: Launch, refuse: list[BaseException | None]) -> None:
    device = await filled(KEPT)
    refuse.append(StorageForeign(CANARY))
    app = await launch_vault(device, route="/")
    await app.tap(COPY)
    other = await launch_vault(FakeDevice(), FakePage(app.around.saved[0][2]), route="/settings/file")
    await other.tap("Choose a file")
    await other.tap("Add what is new")
    assert list(other.state.log.kept) == [KEPT]


async def test_a_copy_that_is_put_off_leads_no_further(
    launch_vault: Launch, refuse: list[BaseException | None]
) -> None:
    device = await filled(KEPT)
    refuse.append(StorageForeign(CANARY))
    page = FakePage()
    page.takes_files = False
    app = await launch_vault(device, page, route="/")
    await app.tap(COPY)
    assert COPIED not in app.words()
    assert ANEW not in app.buttons()


async def test_starting_as_new_is_offered_only_with_the_copy_saved(
    launch_vault: Launch, refuse: list[BaseException | None]
) -> None:
    device = await filled(KEPT)
    refuse.append(StorageForeign(CANARY))
    app = await launch_vault(device, route="/")
    assert ANEW not in app.buttons()
    await app.tap(COPY)
    assert "If nothing else helps, Tend can start as new here." in app.words()
    await app.tap(ANEW)
    assert "How are you right now?" in app.words()
    assert await kept_on(device) == []


async def test_a_device_that_will_not_start_as_new_leaves_everything(
    launch_vault: Launch, refuse: list[BaseException | None], errors_expected: list[str]
) -> None:
    errors_expected.append("StorageBroken")
    device = await filled(KEPT)
    refuse.append(StorageForeign(CANARY))
    app = await launch_vault(device, route="/")
    await app.tap(COPY)
    device.refuse_erasing = StorageBroken(CANARY)
    await app.tap(ANEW)
    assert ANEW in app.buttons()
    assert await kept_on(device) == [KEPT]


async def of_a_later_schema(device: FakeDevice) -> FakeDevice:
    """The same files, as if a later version of Tend had written them."""

    def later(content: bytes) -> bytes:
        now, then = (b'"schema":%d' % schema for schema in (SCHEMA, SCHEMA + 1))
        found = lines.scan(content).lines
        return b"".join(lines.written(x.generation, x.serial, x.kind, x.text.replace(now, then)) for x in found)

    return FakeDevice(*map(later, await device.contents()))


async def test_records_of_a_later_tend_are_left_alone(launch_vault: Launch, errors_expected: list[str]) -> None:
    errors_expected.append("StorageNewer")
    device = await of_a_later_schema(await filled(KEPT))
    contents = await device.contents()
    app = await launch_vault(device, route="/")
    assert app.headings()[0] == (1, "A newer Tend wrote your words.")
    assert "Close every Tend tab, then open Tend again. Nothing was changed." in app.words()
    assert await device.contents() == contents
