"""One thing in the hope box. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from domain.hopes import Hope, HopeKind
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, icon_button, line, text
from views.components.frame import HOPES, open_over
from views.guard import component
from views.unwatched import Unwatched
from views.words import _

SHORT = 40  # letters of it in the names of its buttons


@dataclass(frozen=True)
class Shown:
    """What the card shows, and where it stands."""

    hope: Hope
    is_first: bool
    is_last: bool
    large_text: bool


@component
def HopeCard(passed: Unwatched, shown: Shown) -> ft.Control:
    """What helps, large; below it what can be done with it, quietly."""
    hope = shown.hope
    parts = {HopeKind.WORDS: _words, HopeKind.PHOTO: _photo, HopeKind.LINK: _link}[hope.kind](hope)
    parts.append(ft.Row(_buttons(passed, shown), spacing=theme.S, wrap=True, alignment=ft.MainAxisAlignment.END))
    content = ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(content, padding=theme.M, key=f"hope-{hope.id}")


def _words(hope: Hope) -> list[ft.Control]:
    return [line(hope.words, Style.TITLE_LARGE)]


def _photo(hope: Hope) -> list[ft.Control]:
    caption: list[ft.Control] = []
    if hope.words:  # the picture's own name says it already
        caption.append(ft.Semantics(exclude_semantics=True, content=text(hope.words, Style.BODY_LARGE)))
    return [picture(hope.photo, hope.words), *caption]


def picture(photo: bytes, words: str) -> ft.Control:
    """A photo as wide as the card; a screen reader hears what it shows."""
    name = _("Photo: {words}").format(words=words) if words else _("A photo")
    image = ft.Image(
        src=photo,
        fit=ft.BoxFit.CONTAIN,
        border_radius=theme.INNER,
        gapless_playback=True,
        exclude_from_semantics=True,
        error_content=text(_("This photo does not open here.")),
    )
    return ft.Semantics(label=name, image=True, container=True, content=image)


def _link(hope: Hope) -> list[ft.Control]:
    lines: list[ft.Control] = [text(hope.words or hope.host, Style.BODY_LARGE)]
    if hope.words:
        lines.append(text(hope.host, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    lines.append(text(_("Opens outside Tend. Needs the network."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    parts = [
        ft.Icon(ft.Icons.LINK_ROUNDED, color=Colour.PRIMARY, size=24),
        ft.Column(lines, spacing=0, expand=True),
        ft.Icon(ft.Icons.OPEN_IN_NEW_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=20),
    ]
    button = ft.TextButton(
        content=ft.Row(parts, spacing=theme.M),
        key=f"open-{hope.id}",
        url=ft.Url(hope.address, target=ft.UrlTarget.BLANK),  # opened within the tap; Tend itself asks nobody
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.S, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )
    return [button]


def short_name(hope: Hope) -> str:
    """What its buttons call it: how its words begin, or what it is.

    >>> from datetime import UTC, datetime
    >>> short_name(Hope("h", HopeKind.WORDS, datetime(2026, 11, 19, tzinfo=UTC), 0, "You came through before."))
    'You came through before.'
    """
    words = " ".join(hope.words.split()) or hope.host or _("A photo")
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def _buttons(passed: Unwatched, shown: Shown) -> list[ft.Control]:
    state, hope, name = passed.state, shown.hope, short_name(shown.hope)
    box = state.hope_box
    moves: list[ft.Control] = []
    if not shown.is_first:
        moves.append(
            _button(ft.Icons.ARROW_UPWARD_ROUNDED, _("Move up: {name}"), name, state.on(box.move, hope.id, -1))
        )
    if not shown.is_last:
        down = state.on(box.move, hope.id, 1)
        moves.append(_button(ft.Icons.ARROW_DOWNWARD_ROUNDED, _("Move down: {name}"), name, down))
    edit = state.on(open_over, state, f"{HOPES}/{hope.id}")
    return [
        *moves,
        _button(ft.Icons.EDIT_ROUNDED, _("Edit: {name}"), name, edit),
        _button(ft.Icons.DELETE_OUTLINE_ROUNDED, _("Delete: {name}"), name, state.on(box.delete, hope)),
    ]


def _button(icon: ft.IconData, words: str, name: str, on_click: Handler) -> ft.Control:
    return icon_button(icon, words.format(name=name), on_click)
