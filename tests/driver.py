"""Drives the screens without a browser: what a person would read, and taps on it.

A real Flet session over a connection that only records; `page.render_views` draws the app as the browser would ask
for it, and events go in as the client would send them.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import msgpack
import flet as ft
from flet.components.component import Component
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    RegisterClientResponseBody,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from domain.errors import StorageError
from domain.models import CheckIn, Preferences
from views.app import App, dress
from views.state import TendState


class Recorder(Connection):
    """A connection that keeps what would have gone to the client."""

    def __init__(self) -> None:
        super().__init__()
        self.page_url = "http://127.0.0.1/"
        self.pubsubhub = PubSubHub()
        self.loop = asyncio.get_running_loop()
        self.sent: list[bytes] = []

    def send_message(self, message: Any) -> None:
        # Packing is also what makes Flet remember what the client has, so a fake that skipped it would see no change.
        body = [message.action, message.body]
        self.sent.append(msgpack.packb(body, default=configure_encode_object_for_msgpack(BaseControl)))


class FakeCheckIns:
    """Check-ins in memory; `refuse` makes every write raise it."""

    def __init__(self, check_ins: tuple[CheckIn, ...] = ()) -> None:
        self.kept = {check_in.id: check_in for check_in in check_ins}
        self.refuse: StorageError | None = None

    def all(self) -> tuple[CheckIn, ...]:
        return tuple(sorted(self.kept.values(), key=lambda check_in: (check_in.at, check_in.id)))

    def save(self, check_in: CheckIn) -> None:
        self._refuse()
        self.kept[check_in.id] = check_in

    def delete(self, check_in_id: str) -> None:
        self._refuse()
        self.kept.pop(check_in_id, None)

    def _refuse(self) -> None:
        if self.refuse:
            raise self.refuse


class FakePreferences:
    """Preferences in memory."""

    def __init__(self) -> None:
        self.kept = Preferences()

    def load(self) -> Preferences:
        return self.kept

    def save(self, preferences: Preferences) -> None:
        self.kept = preferences


class FakeRecords:
    """The records of a device, in memory."""

    def __init__(self, check_ins: tuple[CheckIn, ...] = ()) -> None:
        self.check_ins = FakeCheckIns(check_ins)
        self.preferences = FakePreferences()


class FakeClock:
    """A clock that stands until it is moved; Thursday 19 November 2026, 9:12, one hour ahead of UTC."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 19, 9, 12, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **amount: float) -> None:
        self.now += timedelta(**amount)


class Driver:
    """One running app. `words()` is what stands on the screen; `tap` and `write` act on it."""

    def __init__(self, records: FakeRecords, clock: FakeClock) -> None:
        self.records, self.clock = records, clock
        self.connection = Recorder()
        self.session = Session(self.connection)
        self.page = self.session.page
        self.routes: list[str] = []
        self._going: list[asyncio.Future[None]] = []
        self.page.navigate = self._navigate  # the client's part: it tells the page of its new address
        self.session.apply_page_patch(
            {"route": "/", "pwa": False, "web": True, "width": 390, "height": 844, "platform": "android"}
        )
        self.state = TendState.load(records, clock, local_time=lambda local: local.replace(tzinfo=clock.now.tzinfo))

    async def start(self, route: str = "/") -> Driver:
        _context_page.set(self.page)
        self.page.route = route
        registered = RegisterClientResponseBody(self.session.id, self.session.get_page_patch(), "")
        self.connection.send_message(Message(MessageAction.REGISTER_CLIENT, registered))
        dress(self.page, self.state)
        self.page.render_views(App, self.state)
        await self.settle()
        return self

    def _navigate(self, route: str, **_: Any) -> None:
        self.routes.append(route)
        self._going.append(asyncio.ensure_future(self.go(route)))

    async def settle(self) -> None:
        """Let every pending update and effect run."""
        for _ in range(12):
            await asyncio.sleep(0)

    def controls(self) -> Iterator[BaseControl]:
        """Everything on the screen, in order: the top view, then the open dialogs over it."""
        views = self.page.views
        while isinstance(views, Component):
            views = views._b
        yield from _walk(views[-1] if isinstance(views, list) else views)
        for dialog in self.page._dialogs.controls:
            if dialog.open:
                yield from _walk(dialog)

    def words(self) -> list[str]:
        """What can be read, in order."""
        return [word for control in self.controls() for word in _words(control)]

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen, alone or within others."""
        return any(words in found for found in self.words())

    def buttons(self) -> list[str]:
        """What a screen reader would call each thing that can be tapped."""
        return [_name(control) for control in self.controls() if _tappable(control)]

    async def tap(self, name: str) -> None:
        """Tap what is called so; of several, the one on top."""
        found = [control for control in self.controls() if _tappable(control) and _name(control) == name]
        assert found, f"{name!r} is not among {self.buttons()}"
        await self._send(found[-1], "click" if _has(found[-1], "on_click") else "tap")

    async def write(self, label: str, words: str) -> None:
        """Type into the field with this label."""
        found = [c for c in self.controls() if isinstance(c, ft.TextField) and c.label == label]
        assert found, f"no field {label!r}"
        self.session.apply_patch(found[-1]._i, {"value": words})
        await self._send(found[-1], "change", words)

    async def pick(self, kind: type[BaseControl], value: Any) -> None:
        """Pick a value in the open date or time picker and confirm it."""
        (picker,) = [control for control in self.controls() if isinstance(control, kind)]
        self.session.apply_patch(picker._i, {"value": value, "open": False})
        await self._send(picker, "change", value)
        await self._send(picker, "dismiss")

    async def open_tab(self, name: str) -> None:
        """Tap a tab of the bar at the bottom."""
        (bar,) = [control for control in self.controls() if isinstance(control, ft.NavigationBar)]
        place = [destination.label for destination in bar.destinations].index(name)
        await self._send(bar, "change", place)

    async def go(self, route: str) -> None:
        """Follow an address, as the browser's own back button or a shortcut does."""
        await self._send(self.page, "route_change", {"route": route})

    async def _send(self, control: BaseControl, event: str, data: Any = None) -> None:
        await self.session.dispatch_event(control._i, event, data)
        await self.settle()


def _tappable(control: BaseControl) -> bool:
    return _has(control, "on_click") or (isinstance(control, ft.Semantics) and _has(control, "on_tap"))


def _has(control: BaseControl, handler: str) -> bool:
    return getattr(control, handler, None) is not None


def _name(control: BaseControl) -> str:
    if isinstance(control, ft.Semantics) and control.label:
        return control.label
    found = []
    for part in _walk(control):
        spoken = getattr(part, "semantics_label", None)
        found += [spoken] if spoken else _words(part)
    return " ".join(found)


def _walk(control: Any) -> Iterator[BaseControl]:
    if isinstance(control, (list, tuple)):
        for item in control:
            yield from _walk(item)
        return
    if not isinstance(control, BaseControl) or getattr(control, "visible", True) is False:
        return
    yield control
    body = getattr(control, "_b", None)
    if body is not None:
        yield from _walk(body)
    for field in dataclasses.fields(control):
        if field.name.startswith("_") or field.metadata.get("skip"):
            continue
        yield from _walk(getattr(control, field.name))


def _words(control: BaseControl) -> list[str]:
    found = []
    for name in ("value", "label", "content", "tooltip", "hint_text"):
        value = getattr(control, name, None)
        if isinstance(value, str) and value:
            found.append(value)
    return found
