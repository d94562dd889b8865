"""Two tabs of one browser: one writes, the other reads and says so, and either can have its turn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e import device
from tests.e2e.phone import Host, Phone, running, until
from tests.e2e.sites import LINGERING_TURN, NO_SYNC_FILES, WRITTEN_MEANWHILE, without

BUSY = "Tend is open in another tab."


def is_reader(phone: Phone) -> bool:
    return phone.button("Use Tend here").count() == 1


def check_in(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")


def two_tabs(host: Host, phone: Phone, stored: Callable[[Page], bytes]) -> None:
    check_in(host, phone)
    first = phone.turn_to()
    phone.visit(host.url())
    phone.sees(BUSY)
    phone.sees("Here you can read. To write, use Tend here.")
    before = stored(phone.page)
    phone.visit(host.url("#/settings/erase"))
    phone.tap("Delete")
    phone.tap("Delete for good")
    phone.sees("Close the other one, then try again.")
    assert stored(phone.page) == before, "nobody takes away what another tab is writing"
    phone.visit(host.url())
    phone.tap("Check in again")
    phone.tap("Energy, Some, 3 of 5")
    phone.sees("Not saved yet. To keep it, use Tend here.")
    assert b'"energy":3' not in stored(phone.page)

    phone.tap("Use Tend here")
    phone.sees("Saved")
    phone.button("Use Tend here").wait_for(state="detached")
    until(lambda: b'"energy":3' in stored(phone.page))
    second = phone.turn_to(first)
    phone.sees(BUSY)
    phone.open_tab("History")
    phone.sees("Some")  # what the other has kept since

    second.close()
    phone.open_tab("Today")
    phone.tap("Use Tend here")
    phone.button("Use Tend here").wait_for(state="detached")
    phone.tap("Check in again")
    phone.tap("Mood, Very good, 5 of 5")
    until(lambda: b'"mood":5' in stored(phone.page))
    phone.sees("Saved")


def test_the_second_tab_reads_says_so_and_takes_over_with_what_was_tapped_there(host: Host, phone: Phone) -> None:
    two_tabs(host, phone, lambda page: b"".join(device.files(page).values()))


def test_without_sync_files_two_tabs_take_turns_as_well(site: Path, phone: Phone) -> None:
    without(site, NO_SYNC_FILES)
    host = Host(site)
    with running(host.served):
        two_tabs(host, phone, lambda page: b"".join(device.pieces(page).values()))
        phone.close()


def test_a_reload_of_the_only_tab_never_meets_the_tab_it_was(host: Host, phone: Phone) -> None:
    check_in(host, phone)
    for _ in range(5):
        phone.page.reload()
        phone.wait_for_app()
        phone.sees("Check in again")
        assert not is_reader(phone)
        assert phone.page.get_by_text(BUSY).count() == 0


def test_a_turn_that_lingers_for_a_second_is_waited_out(site: Path, phone: Phone) -> None:
    without(site, LINGERING_TURN)
    host = Host(site)
    with running(host.served):
        check_in(host, phone)
        assert not is_reader(phone)
        phone.close()


def test_what_is_written_to_while_it_is_read_is_read_again(site: Path, phone: Phone) -> None:
    without(site, WRITTEN_MEANWHILE)
    host = Host(site)
    with running(host.served):
        check_in(host, phone)
        phone.turn_to()
        phone.visit(host.url("#/history"))
        phone.sees(BUSY)
        phone.button("OK", exact=False).wait_for(state="attached")
        phone.close()


def test_two_tabs_that_open_at_once_are_one_writer_and_one_reader(host: Host, phone: Phone) -> None:
    first = phone.turn_to()
    second = phone.page
    for page in (first, second):
        page.goto(host.url(), wait_until="commit")
    seen = []
    for page in (first, second):
        phone.turn_to(page)
        phone.wait_for_app()
        phone.button("Settings").wait_for(state="attached")
        seen.append(is_reader(phone))
    assert sorted(seen) == [False, True]
