"""Whose turn it is among the tabs of one browser. Imports `tend_js` (`web/page/device.js`) and our own modules.

One tab holds a Web Lock while it has the files open. Another can ask it over a broadcast channel to let go.
"""

from __future__ import annotations

from collections.abc import Callable

from domain.errors import StorageBusy


class Turn:
    """This tab's turn, until it lets go."""

    @classmethod
    async def take(cls) -> Turn:
        """The turn, if no other tab has it.

        Raises:
            StorageBusy: another tab has it.
        """
        import tend_js  # type: ignore[import-not-found, unused-ignore]

        if not await tend_js.takeTurn():
            raise StorageBusy("another tab has the turn")
        return cls()

    def let_go(self) -> None:
        """Give the turn to whoever waits; again has no effect."""
        import tend_js

        tend_js.endTurn()


def ask_for_turn() -> None:
    """Ask the tab that has the turn to save what it has begun and let go."""
    import tend_js

    tend_js.askForTurn()


def when_asked(let_go: Callable[[], object]) -> None:
    """Call `let_go` each time another tab asks for the turn this one has."""
    import tend_js
    from pyodide.ffi import create_proxy  # type: ignore[import-not-found, unused-ignore]

    tend_js.whenAsked(create_proxy(let_go))
