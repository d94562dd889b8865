"""The hope box: things that help a person hold on, in their own order. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from domain.errors import InputRefused
from domain.hopes import Hope, HopeKind, see_room
from views import theme
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, line, text_button
from views.components.deleted import deleted_bar
from views.components.frame import HOPES, detail_bar, glowing_page, open_over
from views.components.hope_card import HopeCard, Shown
from views.components.hope_words import hope_sentence
from views.guard import view_component
from views.hope_box import HopeBox
from views.hope_edit import NEW_LINK, NEW_WORDS
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

LARGEST_FILE = 40_000_000  # bytes of a photo as the camera made it; Tend keeps 200,000 of them at most
AT_ONCE = 8  # a photo takes a phone a moment


@view_component
def Hopes(state: TendState, box: HopeBox) -> ft.View:
    """A few at a time, the ways to add one below them."""
    limit, show = ft.use_state(AT_ONCE)
    refused, say = ft.use_state("")
    is_busy, be_busy = ft.use_state(False)
    is_picking = ft.use_ref(False)
    hopes = box.hopes.all()
    parts = trouble(state)
    if hopes:
        parts.append(line(_("Things that help me hold on."), colour=Colour.ON_SURFACE_VARIANT))
    else:
        parts += _empty()

    async def add_photo() -> None:
        if is_picking.current:  # a second picker would leave the first one without an answer
            return
        is_picking.current = True
        say("")
        be_busy(True)
        try:
            await _add_photo(state, box)
        except InputRefused as error:
            say(hope_sentence(error))
        finally:
            is_picking.current = False
            be_busy(False)

    def begin(kind: HopeKind, place: str) -> None:
        try:
            see_room(box.hopes.all(), kind)
        except InputRefused as error:
            say(hope_sentence(error))
        else:
            say("")
            open_over(state, f"{HOPES}/{place}")

    has_photos = any(hope.kind is HopeKind.PHOTO for hope in hopes)
    passed, last = Unwatched(state), len(hopes) - 1
    for number, hope in enumerate(hopes[:limit]):
        shown = Shown(hope, number == 0, number == last, state.large_text)
        parts.append(ft.memo(HopeCard)(passed, shown, key=hope.id))  # drawn anew when it changed, not with the others
    if len(hopes) > limit:
        more = state.on(show, limit + AT_ONCE)
        parts.append(ft.Row([text_button(_("Show more"), more, icon=ft.Icons.EXPAND_MORE_ROUNDED)]))
    # What helps comes first: who opens the box on a bad day is not here to add to it.
    parts.append(_ways_in(state, begin, add_photo, has_photos))
    parts += _said(_("Tend makes the photo you pick small. This takes a moment.") if is_busy else refused)
    parts += _place(hopes, box.moved)
    undo = deleted_bar(state, box.undo_delete) if box.deleted else None
    page = glowing_page(detail_bar(state, _("Hope box"), HOPES), parts, below=undo)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _empty() -> list[ft.Control]:
    return [
        line(_("Put in what helps you hold on."), Style.BODY_LARGE),
        line(_("A kind word, a face, a song. One is enough."), colour=Colour.ON_SURFACE_VARIANT),
        line(_("Words and photos open without a network."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]


def _said(words: str) -> list[ft.Control]:
    return [ft.Semantics(live_region=True, container=True, content=line(words))] if words else []


def _place(hopes: Sequence[Hope], moved: str | None) -> list[ft.Control]:
    """Where the one that was moved stands now, for a screen reader; everybody else sees it."""
    order = [hope.id for hope in hopes]
    if moved not in order:
        return []
    said = _("Place {place} of {count} in your order.").format(place=order.index(moved) + 1, count=len(order))
    # A key of its own each time: it is read out when it comes, and stands where it moves no button.
    spot = ft.Container(width=1, height=1)
    return [ft.Semantics(live_region=True, container=True, label=said, content=spot, key=f"{moved}-{said}")]


def _ways_in(
    state: TendState,
    begin: Callable[[HopeKind, str], None],
    add_photo: Callable[[], Awaitable[None]],
    has_photos: bool,
) -> ft.Control:
    buttons = [
        text_button(_("Add words"), state.on(begin, HopeKind.WORDS, NEW_WORDS), icon=ft.Icons.EDIT_ROUNDED),
        text_button(_("Add a photo"), state.on(add_photo), icon=ft.Icons.ADD_PHOTO_ALTERNATE_ROUNDED),
        text_button(_("Add a link"), state.on(begin, HopeKind.LINK, NEW_LINK), icon=ft.Icons.LINK_ROUNDED),
    ]
    row = ft.Row(buttons, spacing=theme.S, wrap=True)
    if has_photos:
        return row
    note = line(
        _("A photo stays on this device, as a small copy. Where it was taken is left out."),
        Style.BODY_SMALL,
        Colour.ON_SURFACE_VARIANT,
    )
    return ft.Column([row, note], spacing=0)


async def _add_photo(state: TendState, box: HopeBox) -> None:
    """Let the person pick one; the page makes it small. Raises `InputRefused`."""
    see_room(box.hopes.all(), HopeKind.PHOTO)
    if state.page:
        photo = await state.page.pick_photo(LARGEST_FILE)
        if photo is not None:
            await box.add(HopeKind.PHOTO, photo=photo)
