"""Tend starts from a picture of Python's memory where there is one that fits, and the ordinary way whatever is wrong.

A test knows by `data-opened` of the page which way a start went, and by what was asked for: the ordinary way reads the
app's archive.
"""

from __future__ import annotations

from pathlib import Path

from tests.e2e import device, pictures
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import Host, Phone, running, until
from tests.e2e.sites import rebuilt

CANARY = "canarybird4410"
MEGABYTE = 10**6


def photographed(host: Host, phone: Phone) -> None:
    """Open Tend, say one thing, and wait until a picture was taken."""
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    phone.wait_for_offline()
    pictures.taken(phone)


def put_the_camera_away(host: Host, phone: Phone) -> None:
    """Take no other picture from now on, and look at a page of the site on which Tend does not run."""
    phone.picture_after = None
    phone.restart()
    phone.page.goto(host.url(device.ELSEWHERE))


def still_there(phone: Phone) -> None:
    phone.open_tab("History")
    phone.button("OK", exact=False).wait_for(state="attached")


def test_the_next_start_comes_from_a_picture_that_holds_nobodys_words(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(picture_after=0)
    phone.visit(host.url("#/history/now"))
    phone.button("Done").wait_for(state="attached")
    phone.tap("Mood, OK, 3 of 5")
    phone.swipe_up(3000)
    phone.write("Note", CANARY)
    until(lambda: pictures.files_with(phone, CANARY))
    assert pictures.opened(phone) == "ordinary"
    assert pictures.said(phone, "there is no picture")
    phone.wait_for_offline()
    pictures.taken(phone)
    assert 30 * MEGABYTE < pictures.size(phone) < 64 * MEGABYTE
    assert pictures.NAME not in pictures.files_with(phone, CANARY)
    assert pictures.NAME in pictures.files_with(phone, "TEND_LOCALE"), "a word that does stand in it is found"

    phone.restart()
    phone.context.set_offline(True)
    phone.addresses.clear()
    phone.visit(host.url("#/history"))
    assert pictures.opened(phone) == "picture"
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
    phone.picture_after = None
    phone.context.add_init_script("globalThis.tendPictureAfter = false;")
    phone.tap("Delete for good")
    phone.page.wait_for_selector("html:not([data-ready])", state="attached")
    phone.wait_for_app()
    assert (pictures.opened(phone), pictures.size(phone)) == ("ordinary", 0)


def test_a_picture_of_another_browser_is_seen_through(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(picture_after=0)
    photographed(host, phone)
    put_the_camera_away(host, phone)
    phone.restart(user_agent="Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/157.0.0.0 Mobile")
    phone.visit(host.url())
    assert pictures.opened(phone) == "ordinary"
    assert pictures.said(phone, "the picture was taken in another browser")
    still_there(phone)


def test_a_clock_in_another_zone_is_read_anew(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(picture_after=0)
    photographed(host, phone)
    phone.restart(timezone_id="Asia/Tokyo")
    phone.visit(host.url())
    assert pictures.opened(phone) == "picture"
    phone.tap("Check in again")
    phone.tap("Mood, Very good, 5 of 5")
    phone.sees("Saved")
    until(lambda: pictures.files_with(phone, "+09:00") or pictures.files_with(phone, "540"))


def test_an_update_brings_a_picture_of_its_own(site: Path, new_phone: NewPhone) -> None:
    host = Host(site)
    with running(host.served):
        phone = new_phone(picture_after=0)
        photographed(host, phone)
        with (site / "page/photographer.js").open("a") as script:
            script.write("// another commit\n")
        rebuilt(site)
        phone.page.reload()
        phone.wait_for_app()
        assert pictures.opened(phone) == "picture", "until the person wants it, all is as before"
        update = phone.page.get_by_role("button", name="Update ready")
        update.tap()
        phone.page.wait_for_selector("html:not([data-ready])", state="attached")
        phone.wait_for_app()
        assert pictures.opened(phone) == "ordinary"
        assert pictures.said(phone, "the picture was taken of another version")
        still_there(phone)
        pictures.taken(phone)
        phone.visit(host.url("#/settings"))
        phone.page.reload()
        phone.wait_for_app()
        assert pictures.opened(phone) == "picture"


def test_what_dies_with_a_picture_does_not_try_it_again(site: Path, new_phone: NewPhone) -> None:
    host = Host(site)
    with running(host.served):
        phone = new_phone(picture_after=0)
        photographed(host, phone)
        put_the_camera_away(host, phone)
        phone.page.evaluate(f"() => localStorage.setItem('{pictures.KEY}', 'trying:0')")
        phone.visit(host.url())
        assert pictures.opened(phone) == "ordinary"
        assert pictures.said(phone, "the last start from the picture did not end")
        until(lambda: pictures.size(phone) == 0)
        assert phone.page.evaluate(f"() => localStorage['{pictures.KEY}']") == "none:1"
        still_there(phone)

        phone.page.evaluate(f"() => localStorage.setItem('{pictures.KEY}', 'trying:1')")
        phone.picture_after = 0
        phone.restart()
        phone.visit(host.url())
        until(lambda: pictures.said(phone, "No picture is taken: it did not go well twice"))
