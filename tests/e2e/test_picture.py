"""Tend starts from a picture of Python's memory where there is one that fits, and the ordinary way whatever is wrong.

A test knows by `data-opened` of the page which way a start went, and by what was asked for: the ordinary way reads the
app's archive. `pictured` is the storage of a phone on which a picture lies already, and a check-in with a note.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import pictures
from tests.e2e.conftest import NewPhone
from tests.e2e.device import ELSEWHERE
from tests.e2e.phone import Host, running, until
from tests.e2e.pictures import CANARY, CUT_SHORT, CUT_TO_NOTHING, MISSING, WITHOUT_SENSE, flipped
from tests.e2e.sites import rebuilt

MEGABYTE = 10**6
DAMAGED = "the picture is damaged"
ORDINARY = "Tend opens the ordinary way: "


def test_the_next_start_comes_from_a_picture_that_holds_nobodys_words(
    host: Host, new_phone: NewPhone, pictured: Path
) -> None:
    phone = new_phone(pictured)
    phone.page.goto(host.url(ELSEWHERE))
    assert 30 * MEGABYTE < pictures.size(phone) < 64 * MEGABYTE
    assert pictures.files_with(phone, CANARY) == ["tend-a.ledger"]
    for words in ("TEND_LOCALE", "mw@%—…"):
        assert pictures.NAME in pictures.files_with(phone, words), "words that do stand in it are found"

    phone.context.set_offline(True)
    phone.addresses.clear()
    phone.visit(host.url("#/history"))
    assert pictures.opened(phone) == "picture"
    assert not pictures.said(phone, ORDINARY)
    assert not [address for address in phone.addresses if "app.tar.gz" in address]
    phone.button(CANARY, exact=False).wait_for(state="attached")
    assert pictures.NAME not in pictures.files_with(phone, CANARY), "what was opened since is not in it"

    first = phone.turn_to()
    phone.visit(host.url())
    assert pictures.opened(phone) == "picture", "a second window too"
    phone.page.close()
    phone.turn_to(first)
    phone.visit(host.url("#/settings/erase"))
    phone.tap("Delete")
    phone.tap("Delete for good")
    phone.page.wait_for_selector("html:not([data-ready])", state="attached")
    phone.wait_for_app()
    assert (pictures.opened(phone), pictures.size(phone)) == ("ordinary", 0)


@pytest.mark.parametrize(
    ("spoil", "why", "after"),
    [
        pytest.param(CUT_SHORT, DAMAGED, "none:1", id="cut short"),
        pytest.param(CUT_TO_NOTHING, DAMAGED, "none:0", id="cut to nothing"),
        pytest.param(flipped("length / 2"), DAMAGED, "none:1", id="a bit of the memory"),
        pytest.param(flipped("length - 1"), DAMAGED, "none:1", id="a bit of the last file"),
        pytest.param(flipped("70"), "the picture was taken of another version", "none:0", id="another version"),
        pytest.param(WITHOUT_SENSE, "", "none:1", id="without sense"),  # the words are Python's
        pytest.param(MISSING, "there is no picture", "none:0", id="missing"),
    ],
)
def test_a_picture_that_is_no_good_is_seen_through_and_nothing_is_lost(
    host: Host, new_phone: NewPhone, pictured: Path, spoil: str, why: str, after: str
) -> None:
    phone = new_phone(pictured)
    phone.page.goto(host.url(ELSEWHERE))
    pictures.spoil(phone, spoil)
    phone.visit(host.url("#/history"))
    phone.button(CANARY, exact=False).wait_for(state="attached")
    assert pictures.opened(phone) == "ordinary"
    (line,) = pictures.said(phone, ORDINARY)
    assert why in line
    assert (pictures.state(phone), pictures.size(phone)) == (after, 0), "it is not tried again"


def test_a_picture_of_another_browser_is_seen_through(host: Host, new_phone: NewPhone, pictured: Path) -> None:
    phone = new_phone(
        pictured, user_agent="Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/157.0.0.0 Mobile"
    )
    phone.visit(host.url("#/history"))
    phone.button(CANARY, exact=False).wait_for(state="attached")
    assert pictures.opened(phone) == "ordinary"
    assert pictures.said(phone, ORDINARY) == [f"info: {ORDINARY}the picture was taken in another browser"]


def test_a_clock_in_another_zone_is_read_anew(host: Host, new_phone: NewPhone, pictured: Path) -> None:
    phone = new_phone(pictured, timezone_id="Asia/Tokyo")
    phone.visit(host.url())
    assert pictures.opened(phone) == "picture"
    phone.tap("Check in again")
    phone.tap("Mood, Very good, 5 of 5")
    phone.sees("Saved")
    until(lambda: pictures.files_with(phone, "+09:00") or pictures.files_with(phone, "540"))


def test_an_update_brings_a_picture_of_its_own(site: Path, new_phone: NewPhone) -> None:
    host = Host(site)
    with running(host.served):
        phone = new_phone()
        pictures.photographed(host, phone)
        phone.picture_after = 0
        phone.restart()
        with (site / "page/photographer.js").open("a") as script:
            script.write("// another commit\n")
        rebuilt(site)
        phone.visit(host.url("#/history"))
        assert pictures.opened(phone) == "picture", "until the person wants it, all is as before"
        update = phone.page.get_by_role("button", name="Update ready")
        update.tap()
        phone.page.wait_for_selector("html:not([data-ready])", state="attached")
        phone.wait_for_app()
        assert pictures.opened(phone) == "ordinary"
        assert pictures.said(phone, "the picture was taken of another version")
        phone.button(CANARY, exact=False).wait_for(state="attached")
        until(lambda: pictures.state(phone).startswith("ready"), pictures.SECONDS)
        phone.page.reload()
        phone.wait_for_app()
        assert pictures.opened(phone) == "picture"


def test_what_dies_with_a_picture_does_not_try_it_again(host: Host, new_phone: NewPhone, pictured: Path) -> None:
    phone = new_phone(pictured)
    phone.page.goto(host.url(ELSEWHERE))
    phone.page.evaluate(f"() => localStorage.setItem('{pictures.KEY}', 'trying:0')")
    phone.visit(host.url("#/history"))
    assert pictures.opened(phone) == "ordinary"
    assert pictures.said(phone, ORDINARY) == [f"info: {ORDINARY}the last start from the picture did not end"]
    until(lambda: pictures.size(phone) == 0)
    assert pictures.state(phone) == "none:1"
    phone.button(CANARY, exact=False).wait_for(state="attached")

    phone.page.evaluate(f"() => localStorage.setItem('{pictures.KEY}', 'trying:1')")
    phone.picture_after = 0
    phone.restart()
    phone.visit(host.url())
    until(lambda: pictures.said(phone, "No picture is taken: it did not go well twice"))
