"""What the page does where Tend runs outside the browser, by Flet's own means. Imports Flet and `domain`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import flet as ft

from domain.errors import FileTooLarge
from domain.first_aid import FirstAid
from domain.handout import Handed
from domain.hopes import LARGEST_PHOTO
from domain.installing import Install
from domain.models import Preferences
from views.ports import NOTHING_LEFT, Found, Left

HTML = "text/html"


class FletPage:
    """The window this process draws in; its storage is a folder, which nobody clears."""

    away = ""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._picker = ft.FilePicker()
        self._clipboard = ft.Clipboard()
        page.services.append(self._picker)
        page.services.append(self._clipboard)

    async def save_file(self, name: str, kind: str, content: bytes) -> bool:
        """Let the person say where a file goes. In a browser that only draws, it is downloaded, and says nothing."""
        path = await self._picker.save_file(file_name=name, src_bytes=content)
        return path is not None or self._picker.page.web

    async def print_page(self, html: str) -> bool:
        """False: nothing prints from here; a page that was saved does."""
        return False

    async def share_text(self, title: str, text: str) -> Handed:
        """Put a text on the clipboard."""
        await self._clipboard.set(text)
        return Handed.COPIED

    async def give_file(self, path: str, name: str) -> bool:
        """Hand the person a file of the site itself. Answers as `save_file`."""
        return await self.save_file(name, HTML, (Path("web/page") / path).read_bytes())

    async def pick_file(self, limit: int) -> bytes | None:
        """The content of a file the person picks, or None when they pick none.

        Raises:
            FileTooLarge: it has more than `limit` bytes.
        """
        picked = await self._picker.pick_files(with_data=True)
        if not picked:
            return None
        if picked[0].size > limit:
            raise FileTooLarge
        return picked[0].bytes or b""

    async def pick_photo(self, limit: int) -> bytes | None:
        """The content of a photo the person picks, as it is: nothing here draws it smaller. Answers as `pick_file`."""
        return await self.pick_file(min(limit, LARGEST_PHOTO))

    async def is_persistent(self) -> bool | None:
        """True: nobody clears a folder."""
        return True

    async def ask_to_persist(self) -> bool | None:
        """Nobody has to be asked."""
        return True

    def cover(self, when_hidden: bool) -> None:
        """A window is out of sight when the person puts it there."""

    def uncover(self) -> None:
        """Nothing was covered."""

    def hold_first(self) -> None:
        """There is none."""

    def put_away(self) -> None:
        """Nothing stands over Tend."""

    def leave(self) -> None:
        """Close the window."""
        self._page.run_task(self._page.window.close)

    def when_leaving(self, leaving: Callable[[], object]) -> None:
        """Nothing: the button alone leaves here."""

    def remember(self, looks: Preferences) -> None:
        """Nothing is kept beside the records here."""

    async def remembered(self) -> Preferences:
        """The usual looks."""
        return Preferences()

    def show_first(self, shown: FirstAid) -> None:
        """No page stands before Tend here."""

    async def left_on_page(self) -> Left:
        """Nothing was tapped before."""
        return NOTHING_LEFT

    def forget_left(self, found: Sequence[Found], country: str) -> None:
        """Nothing is there."""

    def when_tapped(self, tapped: Callable[[], object]) -> None:
        """It never is."""

    def start_over(self) -> None:
        """Nothing: `erase` has left fresh records."""

    def when_seen(self, seen: Callable[[float], object]) -> None:
        """Nothing: only the time without a touch locks here."""

    def stay_awake(self, wanted: bool) -> None:
        """A desk's screen stays as its owner set it."""

    def buzz(self, milliseconds: int) -> None:
        """A desk does not buzz."""

    async def can_buzz(self) -> bool:
        """It never does."""
        return False

    async def can_call(self) -> bool:
        """A desk has no telephone."""
        return False

    async def wants_stillness(self) -> bool:
        """Nobody can be asked; the choice in the player stands."""
        return False

    async def way_to_install(self) -> Install:
        """A desk's own app is there already."""
        return Install.THERE

    async def install(self) -> bool:
        """There is nothing to do."""
        return False

    async def drawn(self) -> None:
        """A desk is quick enough."""
