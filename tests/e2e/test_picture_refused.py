"""Where no picture can be taken, Tend opens as it always did and says why in one line."""

from __future__ import annotations

import pytest

from tests.e2e import pictures
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import Host, until

LITTLE_MEMORY = "Object.defineProperty(navigator, 'deviceMemory', { value: 1 });"
NO_FILES = "delete StorageManager.prototype.getDirectory;"


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
