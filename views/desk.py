"""What the page does where Tend runs outside the browser, by Flet's own means. Imports Flet and `domain.errors`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.errors import FileTooLarge


class FletPage:
    """The window this process draws in; its storage is a folder, which nobody clears."""

    def __init__(self, page: ft.Page) -> None:
        self._picker = ft.FilePicker()
        page.services.append(self._picker)

    async def save_file(self, name: str, kind: str, content: bytes) -> bool:
        """Let the person say where a file goes. In a browser that only draws, it is downloaded, and says nothing."""
        path = await self._picker.save_file(file_name=name, src_bytes=content)
        return path is not None or self._picker.page.web

    async def pick_file(self, limit: int) -> bytes | None:
        """The content of a file the person picks, or None when they pick none.

        Raises:
            FileTooLarge: it has more than `limit` bytes.
        """
        picked = await self._picker.pick_files(with_data=True)
        if not picked:
            return None
        if picked[0].size > limit:
            raise FileTooLarge("a file that is larger than the limit")
        return picked[0].bytes or b""

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

    def start_over(self) -> None:
        """Nothing: `erase` has left fresh records."""

    def when_seen(self, seen: Callable[[float], object]) -> None:
        """Nothing: only the time without a touch locks here."""
