"""What the parts of the check-in sheet share. Imports `domain` and `views`.

The parts are functions; the sheet is the one component, and holds what is being asked or typed in it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from flet.components.hooks.use_ref import MutableRef

from domain.models import CheckIn
from views.acting import Handler
from views.state import TendState

Change = Callable[[CheckIn], CheckIn]


@dataclass(frozen=True)
class Form:
    """A check-in on the sheet.

    `edit` takes a change, not a changed check-in: two taps may come before the next drawing, and both must count.
    """

    state: TendState
    check_in: CheckIn
    edit: Callable[[Change], Awaitable[None]]
    # References, not values: a handler must see what stands now, not what stood when it was drawn.
    question: MutableRef[str]  # the one that is open besides the standing ones; "" when none is
    written: MutableRef[str]  # what stands in the entry
    draw_again: Callable[[], None]

    @property
    def asking(self) -> str:
        """The question that is open besides the standing ones; "" when none is."""
        return self.question.current or ""

    def ask(self, question: str) -> None:
        """Open a question, closing the one before; "" closes it."""
        self.question.current, self.written.current = question, ""  # or words begun here would end up there
        self.draw_again()

    def stop_asking(self, question: str) -> None:
        """Close a question, if it is still the open one."""
        if self.asking == question:
            self.ask("")

    def on_ask(self, question: str) -> Handler:
        """The handler of a button that opens `question`, or with "" closes the open one."""
        return self.state.on(self.ask, question)

    def on_edit(self, **values: object) -> Handler:
        """The handler of a button that gives fields of the check-in these values."""
        return self.on_change(lambda now: replace(now, **values))

    def on_change(self, change: Change) -> Handler:
        """The handler of a button that changes the check-in."""
        return self.state.on(self.edit, change)
