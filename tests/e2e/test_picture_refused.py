"""Where no picture can be taken, or none can be used, Tend opens as it always did and says why in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import device, pictures
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import BOOT_MS, Host, Phone, until
from tests.e2e.pictures import CANARY
from tests.e2e.sites import NO_FOLDER

LITTLE_MEMORY = "Object.defineProperty(navigator, 'deviceMemory', { value: 1 });"
NO_FILES = "delete StorageManager.prototype.getDirectory;"
# Where the picture is taken, in a worker without a name, there is no room; where Tend itself writes, there is.
NO_ROOM = """if (!self.name)
    FileSystemSyncAccessHandle.prototype.write = () => { throw new DOMException("", "QuotaExceededError"); };"""
# The first worker gets no more memory than any new module has; the second does.
NO_MORE_MEMORY = """const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (pages) {
    if (self.name === "quick") throw new RangeError("no more");
    return grow.call(this, pages);
};"""
# The first worker gets none at all for the large module; Pyodide makes a small one of its own too.
NO_MEMORY = """const { instantiate } = WebAssembly;
WebAssembly.instantiate = (made, ...imports) => {
    const isLarge = made instanceof WebAssembly.Module && WebAssembly.Module.imports(made).length > 100;
    if (isLarge && self.name === "quick") return Promise.reject(new RangeError("Out of memory"));
    return instantiate(made, ...imports);
};"""
STUMBLES = "if (self.name === 'quick') throw new Error('stumbled');"


@pytest.mark.parametrize(
    ("lacks", "why"),
    [(LITTLE_MEMORY, "this device has little memory"), (NO_FILES, "this browser has no files of its own")],
    ids=["memory", "files"],
)
def test_a_device_that_lacks_something_takes_none(host: Host, new_phone: NewPhone, lacks: str, why: str) -> None:
    phone = new_phone(picture_after=0)
    phone.context.add_init_script(lacks)
    phone.visit(host.url())
    until(lambda: pictures.said(phone, f"No picture is taken: {why}"))
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")


def without_picture(host: Host, phone: Phone) -> None:
    """Take the picture away, and have another taken from now on."""
    phone.page.goto(host.url(device.ELSEWHERE))
    pictures.spoil(phone, pictures.MISSING)
    phone.page.evaluate(f"() => localStorage.removeItem('{pictures.KEY}')")
    phone.context.add_init_script("globalThis.tendPictureAfter = 0;")


def refused(host: Host, phone: Phone, why: str) -> None:
    """Open Tend, and wait until it said that it took no picture, and why."""
    phone.visit(host.url("#/history"))
    (line,) = until(lambda: pictures.said(phone, "No picture was taken: "), pictures.SECONDS)
    assert why in line
    assert (pictures.state(phone), pictures.size(phone)) == ("none:1", 0)
    phone.button(CANARY, exact=False).wait_for(state="attached")


def test_without_room_for_it_nothing_of_it_stays(host: Host, new_phone: NewPhone, pictured: Path) -> None:
    phone = new_phone(pictured)
    without_picture(host, phone)
    device.change_kept(phone.page, "page/picture.js", NO_ROOM)
    refused(host, phone, "QuotaExceededError")


def test_files_that_were_exchanged_meanwhile_are_in_no_picture(host: Host, new_phone: NewPhone, pictured: Path) -> None:
    phone = new_phone(pictured)
    without_picture(host, phone)
    wrong = ('"app.tar.gz": "sha256-', '"app.tar.gz": "sha256-A')
    device.change_kept(phone.page, "page/picture.js", exchanged=wrong)
    refused(host, phone, "TypeError")


@pytest.mark.parametrize(
    ("difference", "why"),
    [
        (NO_FOLDER, "there is no picture"),
        (NO_MORE_MEMORY, "too little memory"),
        (NO_MEMORY, ""),
        (STUMBLES, "stumbled"),
    ],
    ids=["no folder", "no more memory", "no memory", "stumbles"],
)
def test_a_start_that_cannot_use_one_goes_on_the_ordinary_way(
    host: Host, new_phone: NewPhone, pictured: Path, difference: str, why: str
) -> None:
    phone = new_phone(pictured)
    phone.page.goto(host.url(device.ELSEWHERE))
    device.change_kept(phone.page, "page/worker.js", difference)
    phone.visit(host.url("#/history"))
    assert pictures.opened(phone) == "ordinary"
    (line,) = pictures.said(phone, "Tend opens the ordinary way: ")
    assert why in line
    if difference is NO_FOLDER:  # the records cannot be read there either
        assert pictures.state(phone) == "none:0"
    else:
        assert pictures.state(phone) == "none:1", "after the second time it is not tried any more"
        phone.button(CANARY, exact=False).wait_for(state="attached")


def test_single_files_that_the_browser_took_away_come_back(host: Host, new_phone: NewPhone, pictured: Path) -> None:
    phone = new_phone(pictured)
    phone.page.goto(host.url(device.ELSEWHERE))
    phone.context.set_offline(True)
    device.drop_kept(phone.page, "app.tar.gz")
    phone.visit(host.url("#/history"))
    assert pictures.opened(phone) == "picture", "which needs no archive"
    phone.button(CANARY, exact=False).wait_for(state="attached")

    phone.context.set_offline(False)
    phone.page.goto(host.url(device.ELSEWHERE))
    device.drop_kept(phone.page, "page/picture.js", "page/worker.js")
    pictures.spoil(phone, pictures.MISSING)
    host.asked.clear()
    phone.visit(host.url("#/history"))
    assert pictures.said(phone, "Tend opens the ordinary way: ") == [
        "info: Tend opens the ordinary way: there is no picture"
    ]
    assert {"app.tar.gz", "page/picture.js", "page/worker.js"} <= set(host.asked)
    phone.context.set_offline(True)
    phone.page.reload()
    phone.page.wait_for_selector("html[data-ready]", state="attached", timeout=BOOT_MS)
    phone.button(CANARY, exact=False).wait_for(state="attached")
