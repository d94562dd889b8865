"""What is stored, and where: each kind of record, how many, how large; and what leaves. Imports `domain`, `views`."""

from __future__ import annotations

from collections.abc import Mapping

import flet as ft

from domain.safety import Keeping
from views import theme
from views.components.basics import Colour, Style, card, heading, line, text
from views.components.frame import STORED, detail_bar, glowing_page
from views.guard import view_component
from views.state import TendState
from views.words import _, ngettext

Sizes = Mapping[str, tuple[int, int]]  # by table: how many records, and their bytes
KILOBYTE = 1000


@view_component
def Stored(state: TendState) -> ft.View:
    """Where everything lies, then each kind of it, then what leaves the device and when."""
    sizes = state.vault.sizes() if state.vault else {}
    found = [(name, *_together(sizes, tables)) for name, tables in _kinds()]
    rows = [_row(name, count, size) for name, count, size in found if count]
    total = sum(size for _name, _count, size in found)
    here = [heading(_("All of it is on this device")), *map(line, _places(state))]
    leaves = [
        heading(_("What leaves")),
        line(_("Nothing, by itself. Tend calls nobody.")),
        line(_("A backup goes where you save it.")),
        line(_("A message goes when you press send.")),
    ]
    beside = [
        heading(_("Beside the records")),
        line(_("How Tend looks, and your country. The locked screen needs them.")),
        line(_("Who and what you put on the first page. It opens before Tend.")),
        line(_("The app itself, so that it opens with no internet.")),
    ]
    kept = _card([heading(_("What you keep")), *(rows or [line(_("Nothing yet."))]), *_sum(total)])
    parts = [_card(here), kept, _card(beside), _card(leaves)]
    page = glowing_page(detail_bar(state, _("What is stored"), STORED), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _places(state: TendState) -> list[str]:
    where = _("In the store this browser keeps for Tend, and nowhere else.")
    if state.keeping is Keeping.NOT_KEPT:
        where = _("In this window alone. It goes when the window closes.")
    lock = _("It is locked. Nobody reads it without your passphrase.")
    return [where, lock if state.has_lock else _("It is not locked. Lock Tend does that.")]


def _kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a person calls it, and the tables it is kept in."""
    return (
        (_("Check-ins"), ("check_ins",)),
        (_("My values"), ("values",)),
        (_("My strengths"), ("strengths",)),
        (_("Goals"), ("goals",)),
        (_("Answers to goals, and rest"), ("marks",)),
        (_("My people"), ("people",)),
        (_("My own skills"), ("skills",)),
        (_("Skills I did"), ("uses",)),
        (_("What I wrote with skills"), ("writings",)),
        (_("Hope box"), ("hopes",)),
        (_("My plan"), ("plan", "plan_notes")),
        (_("Reminders"), ("reminders", "reminder_notes")),
        (_("Settings"), ("preferences", "choice", "pacing", "skill_choices")),
    )


def _together(sizes: Sizes, tables: tuple[str, ...]) -> tuple[int, int]:
    held = [sizes.get(table, (0, 0)) for table in tables]
    return sum(count for count, _size in held), sum(size for _count, size in held)


def _row(name: str, count: int, size: int) -> ft.Control:
    said = ngettext("{count} record, {size}", "{count} records, {size}", count).format(
        count=count, size=size_words(size)
    )
    words = [text(name, Style.BODY_LARGE), text(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)]
    return ft.Semantics(container=True, content=ft.Column(words, spacing=0))


def _sum(total: int) -> list[ft.Control]:
    return [line(_("Together {size}.").format(size=size_words(total)))] if total else []


def size_words(size: int) -> str:
    """So many bytes as a person reads them: in kB of 1,000 bytes, at least one, or in MB.

    >>> size_words(12), size_words(24_400), size_words(1_250_000)
    ('1 kB', '24 kB', '1.2 MB')
    """
    if size < KILOBYTE**2:
        return _("{size} kB").format(size=max(1, round(size / KILOBYTE)))
    return _("{size} MB").format(size=f"{size / KILOBYTE**2:.1f}")


def _card(parts: list[ft.Control]) -> ft.Control:
    return card(ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
