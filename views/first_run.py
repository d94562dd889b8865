"""The first run: three steps, each of which can be skipped. Imports `domain` and `views`.

Each answer is kept as it is given; whoever leaves half-way is not asked again, and finds all of it in Settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import flet as ft

from domain.goals import FIRST_AREAS, Area
from domain.installing import Install
from domain.safety import Keeping
from views import theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.areas import value_name
from views.components.basics import (
    Colour,
    Style,
    card,
    heading,
    icon_button,
    line,
    main_button,
    page_width,
    text,
    text_button,
)
from views.components.choices import choice, choices
from views.components.frame import (
    COUNTRY,
    INSTALL,
    REMINDERS,
    WELCOME,
    WELCOME_PEOPLE,
    WELCOME_VALUES,
    glowing_page,
    go,
    open_over,
    own_bar,
)
from views.components.own_line import NewLine
from views.components.rows import done, row
from views.country import choose, guess_of
from views.guard import view_component
from views.install import apple_card, use_way
from views.matters import CENTRE, OWN, areas
from views.my_name import name_line
from views.person_edit import NEW, Page, kept, short_form, somebody_new
from views.shelf import Shelf
from views.state import TendState
from views.words import _

STEPS = (WELCOME, WELCOME_VALUES, WELCOME_PEOPLE)
BAR_WIDTH, BAR_HEIGHT = 28, 8


def welcome(page: ft.Page, state: TendState) -> None:
    """Have somebody who is new here begin with the first run, unless they came for another screen."""
    if page.route in ("", "/") and is_new(state):
        page.route = WELCOME  # drawn at once; the browser's address follows when it stands


def is_new(state: TendState) -> bool:
    """True while nothing was kept on this device, the first run was not left, and what is said in it would be kept."""
    if state.is_locked or state.keeping is not Keeping.KEPT or state.preferences.is_welcomed:
        return False
    return not any(shelf.all() for shelf in state.shelves if isinstance(shelf, Shelf))


@view_component
def FirstStep(state: TendState) -> ft.View:
    """What Tend is, where the person is, and what to call them; on Apple's phones, the home screen before all that."""
    way, _know = use_way(state)
    page, is_told = ft.context.page, ft.use_ref(False)

    def stands(_: object) -> None:
        """Tell the browser where this is. Told before it has drawn anything, it would go back to where it came from."""
        if not is_told.current:
            is_told.current = True
            page.navigate(WELCOME)

    parts: list[ft.Control] = [
        *([apple_card()] if way is Install.SHARE else []),
        _title(_("Hello. This is Tend."), _("A place for your own plan. It stays on this phone.")),
        _part(_("Where are you?"), _("So the help number is right."), _countries(state)),
        _part(_("What shall Tend call you?"), _("Leave it empty, if you like."), name_line(state)),
    ]
    if way in (Install.PROMPT, Install.MENU):
        opens = state.on(open_over, state, INSTALL)
        name, more = _("Keep Tend on the home screen"), _("It then opens like an app.")
        parts.append(card(row(ft.Icons.ADD_TO_HOME_SCREEN_ROUNDED, name, more, opens), padding=theme.XS))
    return _page(state, WELCOME, parts, lambda: _go_on(state, WELCOME_VALUES), stands)


@view_component
def ValuesStep(state: TendState, aims: Aims) -> ft.View:
    """What matters: a tap for each part of a life, or own words."""
    own = _("In my own words")
    words = [value_name(value) for value in aims.values.all() if value.area is Area.OWN]
    parts: list[ft.Control] = [
        _title(_("What matters to you?"), _("Pick any. One is fine. None is fine.")),
        areas(state, aims, FIRST_AREAS),
        *map(done, words),
        NewLine(state, aims, OWN, own, own, aims.add_value, ft.Icons.EDIT_ROUNDED, CENTRE),
    ]
    return _page(state, WELCOME_VALUES, parts, lambda: _go_on(state, WELCOME_PEOPLE))


@view_component
def PeopleStep(state: TendState, aims: Aims) -> ft.View:
    """Somebody to ask, and whether to look at reminders next."""
    visit, _drawn, draw = ft.use_ref(None), *ft.use_state(0)
    wants_reminders, want = ft.use_state(False)
    if visit.current is None:
        visit.current = Page(NEW, somebody_new(aims, NEW))
    form: Page = visit.current
    begun: Mapping[str, Any] = aims.begun.get(form.draft_name, {})

    def put(words: Mapping[str, Any], again: bool = False) -> None:
        aims.begun[form.draft_name] = {**aims.begun.get(form.draft_name, {}), **words}
        if again:
            draw(lambda drawn: drawn + 1)

    async def open_tend() -> None:
        begun = {name: words for name, words in aims.begun.get(form.draft_name, {}).items() if words}
        if not begun or await kept(state, aims, form):
            await finish(state, REMINDERS if wants_reminders else "/")
        else:
            draw(lambda drawn: drawn + 1)

    options = [
        choice(name, wants_reminders is wanted, state.on(want, wanted))
        for wanted, name in ((False, _("No reminders")), (True, _("Show me")))
    ]
    parts = [
        *trouble(state),
        _title(_("Who could you ask?"), _("One person is plenty. They are not told.")),
        *(done(person.name) for person in aims.people.all()),
        card(_column(short_form(state, form.start, form, dict(begun), put))),
        _part(_("Would reminders help?"), _("They are off. You choose if and when."), choices(options)),
    ]
    return _page(state, WELCOME_PEOPLE, parts, open_tend)


async def finish(state: TendState, to: str = "/") -> None:
    """Leave the first run for good."""
    await _note(state)
    state.retold = None  # what was told in it stands
    state.trail.opened_over(to, "/")
    go(to)


async def _go_on(state: TendState, to: str) -> None:
    await _note(state)
    go(to)


async def _note(state: TendState) -> None:
    """It was seen: from now on Tend opens with Today."""
    if not state.preferences.is_welcomed:
        await state.prefer(is_welcomed=True)


# The pieces


def _countries(state: TendState) -> ft.Control:
    """The country that is chosen or likely, and the way to all of them."""
    chosen, lines = state.preferences.country, state.help_lines()
    likely = [code for code in dict.fromkeys((chosen, guess_of(state))) if code in lines.emergencies]
    options = [choice(lines.name(code), code == chosen, state.on(choose, state, code)) for code in likely]
    other = _("Another country") if likely else _("Pick my country")
    return choices([*options, choice(other, False, state.on(open_over, state, COUNTRY), ft.Icons.PLACE_ROUNDED)])


def _part(title: str, more: str, content: ft.Control) -> ft.Control:
    told = line(more, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return card(_column([_column([heading(title), told], theme.XS), content]))


def _title(words: str, more: str) -> ft.Control:
    told = line(more, Style.BODY_LARGE, Colour.ON_SURFACE_VARIANT)
    inner = _column([heading(words, Style.HEADLINE_MEDIUM, level=1), told], theme.XS)
    return ft.Container(inner, padding=ft.Padding.only(bottom=theme.XS))


def _column(parts: list[ft.Control], spacing: int = theme.M) -> ft.Control:
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _page(
    state: TendState,
    step: str,
    parts: list[ft.Control],
    forward: Callable[[], object],
    on_size: Callable[[object], None] | None = None,
) -> ft.View:
    """One step: how far it is, its parts, and below them the ways on."""
    place = STEPS.index(step)
    is_last = place == len(STEPS) - 1
    on = _("Open Tend") if is_last else _("Next")
    skip = finish if is_last else lambda state: _go_on(state, STEPS[place + 1])
    quiet = [text_button(_("Skip this"), state.on(skip, state))]
    if not is_last:
        quiet.append(text_button(_("Check in now"), state.on(finish, state)))
    row_of = ft.Row(quiet, alignment=CENTRE, spacing=theme.XL, run_spacing=theme.XS, wrap=True)
    ways = _column([main_button(on, state.on(forward)), row_of], theme.S)
    below = (
        None
        if state.large_text
        else ft.Container(page_width(ways), padding=ft.Padding.only(top=theme.S, bottom=theme.L))
    )
    before = [_back(state, STEPS[place - 1])] if place else []
    bar = own_bar(state, before, _how_far(place))
    parts = [*parts, *([ways] if below is None else [])]
    shown = glowing_page(bar, parts, theme.GREEN, below=below, on_size=on_size)
    return ft.View(controls=[shown], padding=0, fullscreen_dialog=True)


def _back(state: TendState, to: str) -> ft.Control:
    return icon_button(ft.Icons.ARROW_BACK_ROUNDED, _("Back"), state.on(go, to), colour=Colour.ON_SURFACE)


def _how_far(place: int) -> ft.Control:
    bars = [
        ft.Container(
            width=BAR_WIDTH,
            height=BAR_HEIGHT,
            border_radius=BAR_HEIGHT / 2,
            bgcolor=Colour.PRIMARY if done <= place else Colour.SURFACE_CONTAINER_HIGHEST,
        )
        for done in range(len(STEPS))
    ]
    said = _("{step} of {count}").format(step=place + 1, count=len(STEPS))
    shown = text(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Row([*bars, ft.Container(shown, padding=ft.Padding.only(left=theme.XS))], spacing=6, tight=True)
