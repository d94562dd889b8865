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
    found = _found(sizes)
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
        line(_("Your own words for mood and energy, for the same page.")),
        *([] if state.has_lock else [line(_("The times of your next reminders, for when Tend is closed."))]),
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
    return [where, lock if state.has_lock else _("It is not locked. You can lock it in Settings.")]


def _kinds() -> dict[str, str]:
    """What a person calls the records of a table; what stands in any other is Tend's own setting."""
    return {
        "check_ins": _("Check-ins"),
        "values": _("My values"),
        "strengths": _("My strengths"),
        "goals": _("Goals"),
        "marks": _("Answers to goals, and rest"),
        "people": _("My people"),
        "skills": _("My own skills"),
        "uses": _("Skills I did"),
        "writings": _("What I wrote with skills"),
        "hopes": _("Hope box"),
        "plan": _("My plan"),
        "reminders": _("Reminders"),
    }


def _found(sizes: Sizes) -> list[tuple[str, int, int]]:
    """By name: how many records, and their bytes; the settings last, as one."""
    kinds = _kinds()
    found = [(name, *sizes.get(table, (0, 0))) for table, name in kinds.items()]
    others = [size for table, size in sizes.items() if table not in kinds]
    return [*found, (_("Settings"), sum(count for count, _size in others), sum(size for _count, size in others))]


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
