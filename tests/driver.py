"""Drives the screens without a browser: what a person would read, and taps on it.

A real Flet session over a connection that only records; `page.render_views` draws the app as the browser would ask
for it, and events go in as the client would send them.
"""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import re
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import flet as ft
import msgpack
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

from tests.views.fakes import FakeClock, FakePage, FakeRecords, FakeVoice
from views.app import start
from views.components.tappable import Tappable
from views.learn import NO_ARTICLES, Articles
from views.state import TendState


class Recorder(Connection):
    """A connection that keeps what would have gone to the client."""

    def __init__(self) -> None:
        super().__init__()
        self.page_url = "http://127.0.0.1/"
        self.pubsubhub = PubSubHub()
        self.loop = asyncio.get_running_loop()
        self.sent: list[bytes] = []
        self.crashes: list[str] = []
        self.loop.set_exception_handler(lambda _, context: self.crashes.append(str(context.get("exception", context))))

    def send_message(self, message: Any) -> None:
        if message.action is MessageAction.SESSION_CRASHED:  # Flet's own crash text would cover the screen
            self.crashes.append(message.body.message)
        # Packing is also what makes Flet remember what the client has, so a fake that skipped it would see no change.
        body = [message.action, message.body]
        self.sent.append(msgpack.packb(body, default=configure_encode_object_for_msgpack(BaseControl)))


class Driver:
    """One running app. `words()` is what stands on the screen; `tap` and `write` act on it.

    Without `records`, whoever starts it through `main` sets `state`; `around` is the page it then has.
    """

    def __init__(self, records: FakeRecords | None, clock: FakeClock, around: FakePage | None = None) -> None:
        self.records, self.clock, self.around = records, clock, around
        self.voice: FakeVoice | None = None  # what says the reminders, where `main` starts it
        self.connection = Recorder()
        self.session = Session(self.connection)
        self.page = self.session.page
        self.routes: list[str] = []
        self.articles: Articles = NO_ARTICLES
        self._going: list[asyncio.Future[None]] = []
        self.page.navigate = self._navigate  # the client's part: it tells the page of its new address
        self.session.apply_page_patch(
            {"route": "/", "pwa": False, "web": True, "width": 390, "height": 844, "platform": "android"}
        )
        self.state: TendState | None = None
        if records:
            skills = getattr(records, "built_in", ())
            self.state = TendState.load(records, clock, lambda at: at.replace(tzinfo=clock.now.tzinfo), built_in=skills)

    async def start(self, route: str = "/", main: Callable[[ft.Page], Awaitable[None]] | None = None) -> Driver:
        """Open the app at `route`, as `main` does, or straight away."""
        _context_page.set(self.page)
        self.page.route = route
        registered = RegisterClientResponseBody(self.session.id, self.session.get_page_patch(), "")
        self.connection.send_message(Message(MessageAction.REGISTER_CLIENT, registered))
        if main:
            await main(self.page)
        else:
            start(self.page, self.state, self.articles)
        await self.settle()
        return self

    def _navigate(self, route: str, **_: Any) -> None:
        self.routes.append(route)
        self._going.append(asyncio.ensure_future(self._arrive(route)))

    async def _arrive(self, route: str) -> None:
        self.session.apply_page_patch({"route": route})
        await self.session.dispatch_event(self.page._i, "route_change", {"route": route})

    async def settle(self) -> None:
        """Let every pending update and effect run, and the client answer what it got."""
        await self._turns()
        while closed := [dialog for dialog in self.page._dialogs.controls if not dialog.open]:
            # Whoever closed it, the client tells once the dialog is gone (packages/flet/lib/src/controls/*.dart).
            for dialog in closed:
                await self.session.dispatch_event(dialog._i, "dismiss", None)
            await self._turns()
        assert not self.connection.crashes, self.connection.crashes
        drawing = self.session._Session__updates_task
        if drawing and drawing.done():  # Flet's loop ends silently, and then nothing is drawn any more
            drawing.result()

    async def _turns(self) -> None:
        for _ in range(20):
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
        return [_name(control) for control in self._tappables()]

    def headings(self) -> list[tuple[int, str]]:
        """The headings a screen reader jumps to, by their level."""
        found = [c for c in self.controls() if isinstance(c, ft.Semantics) and c.heading_level]
        return [(control.heading_level, _name(control)) for control in found]

    def between(self, before: str, after: str) -> list[str]:
        """What can be read between two words that stand alone."""
        words = self.words()
        start = words.index(before) + 1
        return words[start : words.index(after, start)]

    def chosen(self) -> list[str]:
        """The buttons that say they are chosen."""
        return [name.removesuffix(", chosen") for name in self.buttons() if name.endswith(", chosen")]

    async def tap(self, *names: str) -> None:
        """Tap what is called so; of several, the one on top. Several names: tapped before anything is drawn again."""
        await self._send(*(_act(self._find(name)) for name in names))

    def _find(self, name: str) -> BaseControl:
        names = (name, f"{name}, chosen")
        found = [control for control in self._tappables() if _name(control) in names]
        assert found, f"{name!r} is not among {self.buttons()}"
        return found[-1]

    def _tappables(self) -> list[BaseControl]:
        """What can be tapped by a name, as a screen reader finds it: what is merged or left out counts once."""
        within: set[int] = set()
        found = []
        for control in self.controls():
            if control._i not in within and _tappable(control):
                found.append(control)
                if isinstance(control, ft.MergeSemantics) or getattr(control, "exclude_semantics", False):
                    within.update(part._i for part in _walk(control))
        return found

    def field(self, label: str) -> ft.TextField:
        """The text field with this label, the one on top."""
        found = [c for c in self.controls() if isinstance(c, ft.TextField) and c.label == label]
        assert found, f"no field {label!r}"
        return found[-1]

    async def write(self, label: str, words: str) -> None:
        """Type into the field with this label."""
        field = self.field(label)
        self.session.apply_patch(field._i, {"value": words})
        await self._send((field, "change", words))

    async def submit(self, label: str) -> None:
        """Press the keyboard's own enter in the field with this label."""
        await self._send((self.field(label), "submit", self.field(label).value))

    async def pick(self, kind: type[BaseControl], value: Any) -> None:
        """Pick a value in the open date or time picker and confirm it; the client sends both events at once."""
        picker = self._only(kind)
        self.session.apply_patch(picker._i, {"value": value, "open": False})
        await self._send((picker, "change", value), (picker, "dismiss", False))

    async def dismiss(self, kind: type[BaseControl]) -> None:
        """Close an open dialog with the phone's back button or a tap beside it."""
        dialog = self._only(kind)
        self.session.apply_patch(dialog._i, {"open": False})
        await self._send((dialog, "dismiss", True))

    async def drag_down(self, velocity: float = 400) -> None:
        """Drag the sheet down by its handle; the velocity is in logical pixels a second."""
        handle = self._only(ft.GestureDetector)
        await self._send(
            (handle, "vertical_drag_end", {"l": {}, "g": {}, "v": {"x": 0, "y": velocity}, "pv": velocity})
        )

    def _only(self, kind: type[BaseControl]) -> Any:
        found = [control for control in self.controls() if isinstance(control, kind)]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} on the screen"
        return found[0]

    async def open_tab(self, name: str) -> None:
        """Tap a tab of the bar at the bottom."""
        bar = self._only(ft.NavigationBar)
        place = [destination.label for destination in bar.destinations].index(name)
        await self._send((bar, "change", place))

    async def go(self, route: str) -> None:
        """Follow an address, as the browser's own back button or a shortcut does."""
        await self._arrive(route)
        await self.settle()

    async def return_to(self) -> None:
        """Look at the app again after a while in another one."""
        await self._send((self.page, "app_lifecycle_state_change", {"state": "resume"}))

    async def turn_dark(self) -> None:
        """The phone goes over to its dark colours."""
        self.session.apply_page_patch({"platform_brightness": ft.Brightness.DARK})
        await self._send((self.page, "platform_brightness_change", {"brightness": "dark"}))

    async def _send(self, *events: tuple[BaseControl, str, Any]) -> None:
        # As Flet's own connection does: each event is a task of its own, begun in order.
        tasks = [asyncio.create_task(self.session.dispatch_event(control._i, *event)) for control, *event in events]
        await asyncio.gather(*tasks)
        await self.settle()


def _tappable(control: BaseControl) -> bool:
    if isinstance(control, ft.MergeSemantics):
        return any(_tappable(part) for part in _walk(control.content))
    return _has(control, "on_click") or (isinstance(control, ft.Switch) and _has(control, "on_change"))


def _act(control: BaseControl) -> tuple[BaseControl, str, Any]:
    """The event of a tap on it."""
    inner = next(part for part in _walk(control) if _tappable(part) and not isinstance(part, ft.MergeSemantics))
    return (inner, "change", not inner.value) if isinstance(inner, ft.Switch) else (inner, "click", None)


def _has(control: BaseControl, handler: str) -> bool:
    return getattr(control, handler, None) is not None


def _name(control: BaseControl) -> str:
    if isinstance(control, ft.Semantics) and (control.label or control.exclude_semantics):
        return control.label or ""
    found = []
    for part in _walk(control):
        spoken = getattr(part, "semantics_label", None)
        found += [spoken] if spoken else _words(part)
    return " ".join(found)


def _walk(control: Any) -> Iterator[BaseControl]:
    waiting = [control]
    while waiting:
        item = waiting.pop()
        if isinstance(item, (list, tuple)):
            waiting.extend(reversed(item))
        elif isinstance(item, BaseControl) and getattr(item, "visible", True) is not False:
            yield item
            parts = [getattr(item, "_b", None), *(getattr(item, name) for name in _fields(type(item)))]
            waiting.extend(part for part in reversed(parts) if isinstance(part, (BaseControl, list, tuple)))


@functools.cache
def _fields(kind: type[BaseControl]) -> tuple[str, ...]:
    """The fields of a control that may hold others, by their types."""
    fields = [field for field in dataclasses.fields(kind) if not field.metadata.get("skip")]
    shown = [field for field in fields if not field.name.startswith(("_", "on_"))]
    return tuple(field.name for field in shown if re.search("Control|[Ll]ist|Bar|Button|Drawer|Icon", str(field.type)))


def _words(control: BaseControl) -> list[str]:
    if isinstance(control, Tappable):  # its label is for screen readers alone
        return []
    found = []
    for name in ("value", "label", "content", "tooltip", "hint_text"):
        value = getattr(control, name, None)
        if isinstance(value, str) and value:
            found.append(value)
    return found
