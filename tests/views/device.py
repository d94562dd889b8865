"""A device that keeps Tend's two files in memory for one window at a time, and what it held before a test."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType

import flet as ft

from domain.errors import StorageBusy, StorageError
from domain.models import CheckIn, Preferences
from domain.safety import Device
from storage.byte_file import Files
from storage.cipher import this_device
from storage.memory import MemoryFile, MemoryPlace
from storage.vault import Vault

PASSPHRASE = "four green words here"  # noqa: S105 - it opens nothing but what these tests make
_locked: dict[str, tuple[bytes, bytes]] = {}  # by what was asked for
TURNS = 40  # of the loop, that an opening waits for another window to let go


class FakeDevice(MemoryPlace):
    """`refuse_…` make opening, every write, or erasing raise them; `held` is true while a window has the files."""

    keeps = True
    can_take_over = True

    def __init__(self, a: bytes = b"", b: bytes = b"") -> None:
        super().__init__(a, b)
        self.refuse_opening: StorageError | None = None
        self.refuse_writing: StorageError | None = None
        self.refuse_erasing: StorageError | None = None
        self.asked: dict[ft.Page, Callable[[], object]] = {}  # what each window does when another asks for the files
        self.opened = 0  # times
        self._files: tuple[DeviceFile, ...] = ()

    @property
    def held(self) -> bool:
        return any(not file.is_closed for file in self._files)

    async def open(self) -> Files:
        if self.refuse_opening:
            raise self.refuse_opening
        for _ in range(TURNS):
            if not self.held:
                self.opened += 1
                self._files = a, b = DeviceFile(self, 0), DeviceFile(self, 1)
                return a, b
            await asyncio.sleep(0)
        raise StorageBusy("another window has them")

    async def erase(self) -> None:
        if self.refuse_erasing:
            raise self.refuse_erasing
        await super().erase()


class DeviceFile(MemoryFile):
    """One of its files."""

    def __init__(self, device: FakeDevice, number: int) -> None:
        super().__init__(device._contents[number])
        self._device = device

    def write(self, at: int, data: bytes) -> None:
        if self._device.refuse_writing:
            raise self._device.refuse_writing
        super().write(at, data)


def the_browser(device: FakeDevice) -> dict[str, ModuleType]:
    """The modules through which windows of one browser talk to each other about the device."""
    tend_js, pyodide, ffi = ModuleType("tend_js"), ModuleType("pyodide"), ModuleType("pyodide.ffi")

    def ask() -> None:
        this = ft.context.page  # a window does not hear itself
        for let_go in [let_go for page, let_go in device.asked.items() if page is not this]:
            let_go()

    tend_js.askForTurn = ask
    tend_js.whenAsked = lambda let_go: device.asked.update({ft.context.page: let_go})
    ffi.create_proxy = lambda function: function
    return {"tend_js": tend_js, "pyodide": pyodide, "pyodide.ffi": ffi}


async def filled(
    *check_ins: CheckIn,
    preferences: Preferences | None = None,
    device: Device | None = None,
    passphrase: str | None = None,
) -> FakeDevice:
    """A device on which Tend has kept these, and is closed.

    One with a lock is made once and then copied: its salt, and with it the key, stays the same.
    """
    asked = repr((check_ins, preferences, device, passphrase))
    if asked in _locked:
        return FakeDevice(*_locked[asked])
    place = FakeDevice()
    vault = Vault(place, this_device())
    records = await vault.open()
    for check_in in check_ins:
        await records.check_ins.save(check_in)
    if preferences:
        await records.preferences.save(preferences)
    if device:
        await records.device.save(device)
    if passphrase:
        await vault.set_lock(passphrase)
        _locked[asked] = await place.contents()
    vault.shut()
    return place


async def kept_on(place: FakeDevice, passphrase: str | None = None) -> list[CheckIn]:
    """The check-ins on a device, read as another window reads them."""
    vault = Vault(FakeDevice(*await place.contents()), this_device())
    records = await vault.open(passphrase)
    return list(records.check_ins.all())
