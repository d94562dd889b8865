"""What stands in the form of a reminder. Imports `domain` and `views`.

A draft is kept in the state with each letter and tap, so that leaving loses nothing; typing draws nothing anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from domain.reminders import Reminder, ReminderKind, Window
from views.acting import Handler
from views.reminding import Reminding
from views.state import TendState

NINE = 9 * 60  # minutes after midnight, where nothing else was said
WORDS, ABOUT, WHEN = "words", "about", "when"  # where a refusal is said
NO_TIME, NEW_TIME = -2, -1  # which time is being picked: none, or a further one; else the minute that changes


@dataclass(frozen=True)
class Draft:
    """A reminder as it stands in the form, finished or not."""

    kind: ReminderKind = ReminderKind.CHECK_IN
    times: tuple[int, ...] = (NINE,)
    window: Window | None = None
    weekdays: tuple[int, ...] = ()
    goal_id: str | None = None
    skill_id: str | None = None
    words: str = ""
    shows_words: bool = False
    is_on: bool = True
    fewer_when_low: bool = False


def drafted(reminder: Reminder) -> Draft:
    """A reminder as the form shows it."""
    return Draft(**{name.name: getattr(reminder, name.name) for name in fields(Draft)})


def fields_of(draft: Draft, name: str) -> dict[str, Any]:
    """What a reminder holds of a draft; `name` is what its goal or skill is called."""
    found = {one.name: getattr(draft, one.name) for one in fields(Draft)}
    return found | {
        "goal_id": draft.goal_id if draft.kind is ReminderKind.GOAL else None,
        "skill_id": draft.skill_id if draft.kind is ReminderKind.SKILL else None,
        "times": () if draft.window else draft.times,
        "words": draft.words.strip() if draft.kind is ReminderKind.OWN or draft.shows_words else "",
        "name": name,
    }


@dataclass
class Page:
    """One visit to the form: what it began with, and what was refused, by its field."""

    place: str
    start: Draft | None  # None: it is not there any more
    refused: dict[str, str] = field(default_factory=dict)
    is_saved: bool = False  # also while it is on its way
    picking: int = NO_TIME


@dataclass(frozen=True)
class ReminderForm:
    """The form of one reminder. Its draft is looked up anew each time: two taps may come before the next drawing."""

    state: TendState
    reminding: Reminding
    page: Page
    draw: Callable[[], None]

    @property
    def draft(self) -> Draft:
        """What stands in the form now."""
        found: Draft = self.reminding.drafts.get(self.page.place, self.page.start or Draft())
        return found

    def put(self, **values: Any) -> None:
        """Keep these values; a draft that says nothing new is none."""
        now = replace(self.draft, **values)
        self.reminding.drafts.pop(self.page.place, None)
        if now != self.page.start:
            self.reminding.drafts[self.page.place] = now

    def on_put(self, **values: Any) -> Handler:
        """The handler of a button that gives fields these values."""
        return self.on_change(lambda _now: values)

    def on_change(self, change: Callable[[Draft], dict[str, Any]]) -> Handler:
        """The handler of a button that gives fields the values `change(draft)` names."""

        def changed() -> None:
            self.put(**change(self.draft))
            self.page.refused.clear()
            self.draw()

        return self.state.on(changed)

    def on_pick(self, minute: int) -> Handler:
        """The handler of a button that opens the clock."""

        def pick() -> None:
            self.page.picking = minute
            self.draw()

        return self.state.on(pick)
