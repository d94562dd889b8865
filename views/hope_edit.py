"""Something in the hope box, new or to be said otherwise. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import flet as ft

from domain.errors import InputRefused
from domain.hopes import Hope, HopeKind, web_address
from views.acting import Handler
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, line, main_button, text_button
from views.components.entry import field_style, with_room
from views.components.frame import HOPES, detail_bar, glowing_page, go
from views.components.hope_card import picture
from views.components.hope_words import hope_sentence
from views.guard import view_component
from views.hope_box import HopeBox
from views.state import TendState
from views.words import _

NEW_WORDS, NEW_LINK = "words", "link"  # in the route
LINES = 12
ADDRESS, WORDS = "address", "words"  # the fields, and where a refusal is said


@dataclass(frozen=True)
class Draft:
    """What stands in the fields."""

    words: str = ""
    address: str = ""


@dataclass
class Page:
    """One visit to the form: what it is of, what it began with (where a draft was left, that draft did), and what was
    refused, by the field it is about.
    """

    place: str
    kind: HopeKind | None = None  # None: it is not there any more
    start: Draft = field(default_factory=Draft)
    refused: dict[str, str] = field(default_factory=dict)
    photo: bytes = b""
    is_saved: bool = False  # also while it is on its way

    def draft_in(self, box: HopeBox) -> Draft:
        """What stands in the fields now."""
        _start, draft = box.drafts.get(self.place, (None, self.start))
        return draft


@view_component
def HopeEdit(state: TendState, box: HopeBox) -> ft.View:
    """The fields of what the route names; what is typed is a draft until it is saved."""
    place = ft.use_route_params().get("id", NEW_WORDS)
    visit = ft.use_ref(None)
    _drawn, draw = ft.use_state(0)
    if visit.current is None or visit.current.place != place:
        visit.current = _begin(place, box)
    page: Page = visit.current

    async def save() -> None:
        if page.is_saved:  # the draft is gone then, and a second tap would save what stood there before it
            return
        done, page.is_saved = False, True
        try:
            done = await _save(box, page)
        finally:
            page.is_saved = done
            draw(lambda drawn: drawn + 1)

    def cancel() -> None:
        box.drafts.pop(place, None)
        go(HOPES)

    parts = trouble(state)
    parts += _form(state, box, page, state.on(save), state.on(cancel)) if page.kind else [_gone()]
    title = _title(page.kind)
    shown = glowing_page(detail_bar(state, title, f"{HOPES}/{place}"), parts)
    return ft.View(controls=[shown], padding=0, fullscreen_dialog=True)


def _begin(place: str, box: HopeBox) -> Page:
    hope: Hope | None = box.hopes.get(place)
    if hope:
        start, _draft = box.drafts.get(place, (Draft(hope.words, hope.address), None))
        return Page(place, hope.kind, start, photo=hope.photo)
    new = {NEW_WORDS: HopeKind.WORDS, NEW_LINK: HopeKind.LINK}
    return Page(place, new.get(place))


def _title(kind: HopeKind | None) -> str:
    titles = {HopeKind.WORDS: _("My words"), HopeKind.PHOTO: _("My photo"), HopeKind.LINK: _("My link")}
    return titles[kind] if kind else _("Hope box")


def _gone() -> ft.Control:
    return line(_("This is not here any more."))


def _form(state: TendState, box: HopeBox, page: Page, save: Handler, cancel: Handler) -> list[ft.Control]:
    parts: list[ft.Control] = []
    if page.kind is HopeKind.PHOTO:
        parts.append(picture(page.photo, page.start.words))
    if page.kind is HopeKind.LINK:
        parts.append(_field(state, box, page, ADDRESS, _("Web address"), keyboard_type=ft.KeyboardType.URL))
    label = {
        HopeKind.WORDS: _("Words that help me hold on"),
        HopeKind.PHOTO: _("What it shows"),
        HopeKind.LINK: _("What it is"),
    }[page.kind or HopeKind.WORDS]
    parts.append(_field(state, box, page, WORDS, label, multiline=True, min_lines=1, max_lines=LINES))
    if page.kind is HopeKind.PHOTO:
        note = _("Screen readers read this aloud. It can stay empty.")
        parts.append(line(note, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    if page.kind is HopeKind.LINK:
        note = _("A song, a film, a place. Tend never looks there by itself.")
        parts.append(line(note, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    return [*parts, main_button(_("Save"), save), ft.Row([text_button(_("Leave without saving"), cancel)], wrap=True)]


def _field(state: TendState, box: HopeBox, page: Page, name: str, label: str, **more: object) -> ft.Control:
    def write(words: str) -> None:
        box.drafts[page.place] = page.start, replace(page.draft_in(box), **{name: words})

    typed = ft.TextField(
        value=getattr(page.draft_in(box), name),
        label=label,
        key=f"{page.place}-{name}",
        error=page.refused.get(name),
        error_max_lines=4,
        on_change=state.on_value(write),
        **more,
        **field_style(),
    )
    return with_room(typed)


async def _save(box: HopeBox, page: Page) -> bool:
    """Keep it and go back, or say by the field why not; the answer says whether it is done.

    Of what is there, only what the person changed: another window may have changed the rest since.
    """
    page.refused.clear()
    draft = page.draft_in(box)
    about = ADDRESS
    try:
        if page.kind is HopeKind.LINK:
            web_address(draft.address)
        about = WORDS
        if page.place in (NEW_WORDS, NEW_LINK):
            await box.add(page.kind or HopeKind.WORDS, draft.words, draft.address)
        elif box.hopes.get(page.place) is None:  # another window deleted it; what was typed stays in the field
            page.refused[WORDS] = _("This is not here any more.")
            return False
        else:
            said = {name: getattr(draft, name) for name in (WORDS, ADDRESS)}
            changed = {name: words for name, words in said.items() if words != getattr(page.start, name)}
            await box.change(page.place, **changed)
    except InputRefused as error:
        page.refused[about] = hope_sentence(error)
        return False
    box.drafts.pop(page.place, None)
    go(HOPES)
    return True
