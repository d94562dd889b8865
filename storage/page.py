"""What only the page can do for Python's worker: files in and out, printing, sharing, covering the screen.

Imports `tend_js` (`web/page/device.js`, which passes it on to `web/page/files.js`) and `pyodide` when called, and
`domain` and `codec`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from domain.errors import FileDamaged, FileForeign, FileNotTaken, FileTooLarge, StorageForeign
from domain.first_aid import FirstAid
from domain.handout import Handed
from domain.installing import Install
from domain.models import Preferences
from storage import codec, first_aid
from storage.first_aid import Found, Left


class WebPage:
    """The page this worker draws on."""

    away = "notes.html"

    async def save_file(self, name: str, kind: str, content: bytes) -> bool:
        """Hand the person a file, by the phone's share sheet or as a download; False when they put it off.

        Raises:
            FileNotTaken: the device did not take it.
        """
        import tend_js  # type: ignore[import-not-found, unused-ignore]
        from pyodide.ffi import to_js  # type: ignore[import-not-found, unused-ignore]

        return _was_taken(await tend_js.saveFile(name, kind, to_js(content)))

    async def print_page(self, html: str) -> bool:
        """Have the device print a page; True once its own dialog was opened.

        Raises:
            FileNotTaken: it could not be.
        """
        import tend_js

        return _was_taken(await tend_js.printPage(html))

    async def share_text(self, title: str, text: str) -> Handed:
        """Hand a text to the phone's share sheet, or put it on the clipboard where there is none."""
        import tend_js

        outcome = await tend_js.shareText(title, text)
        return Handed(outcome) if isinstance(outcome, str) else Handed.REFUSED

    async def give_file(self, path: str, name: str) -> bool:
        """Hand the person a file of the site itself. Answers as `save_file`."""
        import tend_js

        return _was_taken(await tend_js.giveFile(path, name))

    async def pick_file(self, limit: int) -> bytes | None:
        """The content of a file the person picks, or None when they pick none.

        Raises:
            FileTooLarge: it has more than `limit` bytes; none of them was read.
            FileDamaged: the device did not give it out.
        """
        import tend_js

        picked = await tend_js.pickFile(limit)
        if not picked:
            return None
        if getattr(picked, "tooLarge", False):
            raise FileTooLarge("a file that is larger than the limit")
        if getattr(picked, "unreadable", False) or getattr(picked, "failed", False):
            raise FileDamaged("the device did not give the file out")
        return bytes(picked.bytes.to_bytes())

    async def pick_photo(self, limit: int) -> bytes | None:
        """A small copy of a photo the person picks, drawn anew by the page, or None when they pick none.

        It has 1280 pixels at most on its long side and 200,000 bytes, and nothing of what the camera wrote beside it.

        Raises:
            FileTooLarge: the photo has more than `limit` bytes; none of them was read.
            FileForeign: this browser cannot open it as a picture.
        """
        import tend_js

        picked = await tend_js.pickPhoto(limit)
        if not picked:
            return None
        if getattr(picked, "tooLarge", False):
            raise FileTooLarge("a photo that is larger than the limit")
        if not hasattr(picked, "bytes"):
            raise FileForeign("the browser could not draw it")
        return bytes(picked.bytes.to_bytes())

    async def is_persistent(self) -> bool | None:
        """Whether the browser promised not to clear what is stored; None where it says nothing."""
        import tend_js

        answer = await tend_js.isPersistent()
        return answer if isinstance(answer, bool) else None

    async def ask_to_persist(self) -> bool | None:
        """Ask the browser for that promise; some ask the person first. Answers as `is_persistent`."""
        import tend_js

        answer = await tend_js.askToPersist()
        return answer if isinstance(answer, bool) else None

    def cover(self, when_hidden: bool) -> None:
        """Whether to cover the screen while Tend is out of sight."""
        self._tell("covers", when_hidden)

    def uncover(self) -> None:
        """The screen may be seen again."""
        self._tell("uncover")

    def remember(self, looks: Preferences) -> None:
        """Keep the looks beside the records, so that the locked screen has them too."""
        self._tell("remember", json.dumps(codec.preferences_to_document(looks)))

    async def remembered(self) -> Preferences:
        """The looks that were kept last, or the usual ones."""
        import tend_js

        try:
            return codec.preferences_from_document(json.loads(await tend_js.remembered()))
        except (StorageForeign, ValueError, TypeError):
            return Preferences()

    def show_first(self, shown: FirstAid) -> None:
        """Keep the copy that the first page reads before Tend has opened."""
        self._tell("first", first_aid.written(shown))

    async def left_on_page(self) -> Left:
        """What was tapped and picked on the first page and not forgotten yet."""
        import tend_js

        return first_aid.left_on_page(await tend_js.leftOnPage())

    def forget_left(self, found: Iterable[Found], country: str) -> None:
        """These were taken over; what was changed on the page since stays."""
        self._tell("forgetLeft", first_aid.forgotten(found, country))

    def when_tapped(self, tapped: Callable[[], None]) -> None:
        """Call `tapped` each time something was tapped or picked on the first page, in whichever window."""
        import tend_js
        from pyodide.ffi import create_proxy

        tend_js.whenTapped(create_proxy(tapped))

    def start_over(self) -> None:
        """Forget what was kept beside the records, and load Tend anew."""
        self._tell("reload")

    def when_seen(self, seen: Callable[[float], None]) -> None:
        """Call `seen` with the minutes Tend was out of sight, each time it comes back."""
        import tend_js
        from pyodide.ffi import create_proxy

        tend_js.whenSeen(create_proxy(lambda milliseconds: seen(milliseconds / 60_000)))

    def stay_awake(self, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer; where the phone will not, nothing is said."""
        self._tell("stayAwake", wanted)

    def buzz(self, milliseconds: int) -> None:
        """Have the phone buzz, where it can."""
        self._tell("buzz", milliseconds)

    async def can_buzz(self) -> bool:
        """Whether this is a phone that buzzes when a page asks it to."""
        import tend_js

        return await tend_js.canBuzz() is True

    async def can_call(self) -> bool:
        """False where it is a desk: a fine pointer and no touch."""
        import tend_js

        return await tend_js.canCall() is not False

    async def wants_stillness(self) -> bool:
        """Whether the person told the phone that things are not to move."""
        import tend_js

        return await tend_js.wantsStillness() is True

    async def way_to_install(self) -> Install:
        """How Tend comes onto the home screen in this browser."""
        import tend_js

        answer = await tend_js.home()
        return Install(answer) if answer in set(Install) else Install.MENU

    async def install(self) -> bool:
        """Show the browser's own prompt; True once the person agreed to it."""
        import tend_js

        return await tend_js.install() is True

    async def drawn(self) -> None:
        """Wait until what was sent to the screen stands there."""
        import tend_js

        await tend_js.drawn()

    def hold_first(self) -> None:
        """Have the first page stay until the person leaves it; to be said before a screen is drawn."""
        self._tell("holdFirst")

    def put_away(self) -> None:
        """Close what the page shows over Tend."""
        self._tell("putAway")

    def leave(self) -> None:
        """Go to the neutral page: nothing has to be waited for."""
        self._tell("leave")

    def when_leaving(self, leaving: Callable[[], object]) -> None:
        """Call `leaving` once the person wants to be gone; the page is covered by then."""
        import tend_js
        from pyodide.ffi import create_proxy

        tend_js.whenLeaving(create_proxy(lambda: leaving()))

    def _tell(self, kind: str, value: object = None) -> None:
        import tend_js

        tend_js.tellPage(kind, value)


def _was_taken(outcome: Any) -> bool:
    if getattr(outcome, "failed", False):
        raise FileNotTaken("the page could not hand it out")
    return bool(outcome)
