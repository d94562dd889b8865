"""Where no picture can be taken, or none can be used, Tend opens as it always did and says why in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import device, pictures
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import Host, running, until
from tests.e2e.sites import NO_FOLDER, changed
from tests.e2e.test_picture import photographed, put_the_camera_away, still_there

LITTLE_MEMORY = "Object.defineProperty(navigator, 'deviceMemory', { value: 1 });"
NO_FILES = "delete StorageManager.prototype.getDirectory;"
# The first worker gets no more memory than any new module has; the second does.
NO_MEMORY = """const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (pages) {
    if (self.name === "quick") throw new RangeError("no more");
    return grow.call(this, pages);
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


@pytest.mark.parametrize(
    ("difference", "why"),
    [(NO_FOLDER, "there is no picture"), (NO_MEMORY, "too little memory"), (STUMBLES, "stumbled")],
    ids=["no folder", "no memory", "stumbles"],
)
def test_a_start_that_cannot_use_one_goes_on_the_ordinary_way(
    site: Path, new_phone: NewPhone, difference: str, why: str
) -> None:
    changed(site, "worker.js", difference)
    host = Host(site)
    with running(host.served):
        phone = new_phone(picture_after=0)
        if difference is NO_FOLDER:  # nothing is kept here, and the ledgers are not either
            phone.visit(host.url())
            phone.wait_for_offline()
            pictures.taken(phone)
        else:
            photographed(host, phone)
        put_the_camera_away(host, phone)
        phone.page.goto(host.url(device.ELSEWHERE))
        phone.console.clear()
        phone.visit(host.url())
        assert pictures.opened(phone) == "ordinary"
        assert len(pictures.said(phone, "Tend opens the ordinary way")) == 1
        assert pictures.said(phone, why)
        if difference is not NO_FOLDER:
            still_there(phone)
