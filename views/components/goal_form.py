"""What stands in the form of a goal, and its parts. Imports `domain` and `views`.

A draft is kept in the state with each letter and tap, so that leaving loses nothing; typing draws nothing anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from domain.errors import TooLong, Wordless
from domain.goals import LONGEST_NOTE, LONGEST_TITLE, TIMES_A_WEEK, Goal, Often
from domain.people import LONGEST_NAME
from views import theme
from views.acting import Handler
from views.aims import Aims
from views.components.entry import field_style
from views.state import TendState
from views.wording import calm_words

MOST_DAYS = 5  # times a week
WHENEVER, ONCE, WEEKLY, MOST = "whenever", "once", "weekly", "most"
WORDS, FULL, GENTLE, TINY, LOCATION = "words", "full", "gentle", "tiny", "location"  # fields of a draft
ASK, NOTE, NAME, PHONE = "ask", "note", "name", "phone"
LONGEST = {
    **dict.fromkeys((WORDS, FULL, GENTLE, TINY, LOCATION), LONGEST_TITLE),
    **dict.fromkeys((ASK, NOTE), LONGEST_NOTE),
    **dict.fromkeys((NAME, PHONE), LONGEST_NAME),
}
NOTE_LINES = 8


@dataclass(frozen=True)
class Draft:
    """A goal as it stands in the form, finished or not; `name` and `phone` are of a person still to be added."""

    id: str
    words: str = ""
    value_id: str | None = None
    full: str = ""
    gentle: str = ""
    tiny: str = ""
    helper_id: str | None = None
    helper: str = ""
    ask: str = ""
    pace: str = WHENEVER
    times_a_week: int = 1
    weekdays: tuple[int, ...] = ()
    skill_id: str | None = None
    location: str = ""
    note: str = ""
    started: date | None = None  # None: on the day it is saved
    until: date | None = None
    name: str = ""
    phone: str = ""

    @property
    def has_more(self) -> bool:
        """True when something stands in the part that is folded at first."""
        return bool(self.weekdays or self.skill_id or self.location or self.note or self.until)


SAME = {field.name for field in fields(Draft)} & {field.name for field in fields(Goal)}


def drafted(goal: Goal) -> Draft:
    """A goal as the form shows it."""
    pace = {Often.WHENEVER: WHENEVER, Often.ONCE: ONCE, Often.WEEKLY: WEEKLY}[goal.often]
    shown = {name: getattr(goal, name) for name in SAME}
    return Draft(**shown, pace=MOST if pace == WEEKLY and goal.times_a_week == MOST_DAYS else pace)


def as_goal(draft: Draft, start: Draft, before: Goal | None) -> Goal:
    """The goal that the form describes, without the spaces around its words.

    Of a goal that was there `before`, what the person changed in the form, which held `start` when it was opened:
    another window may have changed the rest since. Raises what `Goal` raises.
    """
    now, then = _fields(draft), _fields(start)
    if before is None:
        return Goal(**now)
    return replace(before, **{name: value for name, value in now.items() if value != then[name]})


def _fields(draft: Draft) -> dict[str, Any]:
    """What a goal holds of a draft."""
    values = {name: getattr(draft, name) for name in SAME}
    values |= {name: value.strip() for name, value in values.items() if name in LONGEST}
    values["often"] = {WHENEVER: Often.WHENEVER, ONCE: Often.ONCE}.get(draft.pace, Often.WEEKLY)
    if draft.pace == MOST:
        values["times_a_week"] = MOST_DAYS
    return values


def refusals(draft: Draft) -> dict[str, str]:
    """A sentence for each field that cannot be kept as it is."""
    found = {
        field: calm_words(TooLong(longest=longest)).title
        for field, longest in LONGEST.items()
        if len(getattr(draft, field).strip()) > longest
    }
    if not draft.words.strip():
        found[WORDS] = calm_words(Wordless()).title
    return found


def draft_in(aims: Aims, place: str) -> tuple[Draft | None, Draft | None]:
    """What the form held when a draft was begun, and the draft; no draft, neither."""
    found: tuple[Draft | None, Draft | None] = aims.drafts.get(place, (None, None))
    return found


@dataclass(frozen=True)
class GoalForm:
    """The form of one goal. Its draft is looked up anew each time: two taps may come before the next drawing."""

    state: TendState
    aims: Aims
    place: str  # of the draft among the drafts: the goal's id, or "new"
    start: Draft  # what stood there when it was opened
    refused: dict[str, str]  # a sentence by field
    panel: str  # what is open besides the standing parts
    show: Callable[[str], None]
    draw: Callable[[], None]
    is_saved: MutableRef[bool]  # also while it is on its way

    @property
    def draft(self) -> Draft:
        """What stands in the form now."""
        return draft_in(self.aims, self.place)[1] or self.start

    def put(self, **values: object) -> None:
        """Keep these values; a draft that says nothing new is none."""
        now = replace(self.draft, **values)
        if now == self.start:
            self.aims.drafts.pop(self.place, None)
        else:
            self.aims.drafts[self.place] = self.start, now

    def on_put(self, **values: object) -> Handler:
        """The handler of a button that gives fields these values."""
        return self.on_change(lambda _now: values)

    def on_change(self, change: Callable[[Draft], dict[str, object]]) -> Handler:
        """The handler of a button that gives fields the values `change(draft)` names."""

        def changed() -> None:
            self.put(**change(self.draft))
            self.draw()

        return self.state.on(changed)

    def on_show(self, panel: str) -> Handler:
        """The handler of a button that opens a part, or closes it when it is open."""
        return self.state.on(self.show, "" if self.panel == panel else panel)

    def field(
        self, field: str, label: str, icon: ft.IconData | None = None, lines: int = 1, **more: object
    ) -> ft.Control:
        """A line or a few to write on."""

        def written(words: str) -> None:
            self.put(**{field: words})
            if self.refused.pop(field, None):
                self.draw()

        return ft.TextField(
            value=getattr(self.draft, field),
            label=label,
            key=f"{field}-field",
            prefix_icon=icon,
            multiline=lines > 1,
            min_lines=1,
            max_lines=lines,
            error=self.refused.get(field),
            error_max_lines=4,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            on_change=self.state.on_value(written),
            **field_style(),
            **more,
        )


def column(parts: list[ft.Control], spacing: int = theme.S) -> ft.Control:
    """Parts below each other, as wide as the page."""
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def at_the_end(button: ft.Control) -> ft.Control:
    """The button that stays below the page, as wide as its content."""
    inner = ft.Container(button, width=theme.PAGE_WIDTH, padding=ft.Padding.symmetric(horizontal=theme.MARGIN))
    return ft.Container(inner, alignment=ft.Alignment.CENTER, padding=ft.Padding.symmetric(vertical=theme.M))


def within_a_week(times: int) -> int:
    """So many times a week, and no more or fewer than there can be."""
    return min(max(times, TIMES_A_WEEK.start), TIMES_A_WEEK.stop - 1)
