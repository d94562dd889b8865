"""What keeps Tend from other eyes: the quick exit, another name and icon. Imports `views`.

The page does the hiding itself (`web/page/discreet.js`), by what is remembered beside the records; here it is chosen.
"""

from __future__ import annotations

import flet as ft

from views import theme
from views.components.basics import Colour, Style, card, heading, line
from views.components.choices import choice, choices
from views.components.frame import NAME_AND_ICON, QUICK_EXIT, detail_bar, glowing_page
from views.components.problem import problem
from views.guard import view_component
from views.state import TendState
from views.wording import name_of
from views.words import _


def exit_words(state: TendState) -> str:
    """What Settings says of the quick exit."""
    return _("A button that leaves at once. On.") if state.preferences.quick_exit else _("Off.")


def name_words(state: TendState) -> str:
    """What Settings says of the name."""
    return _("{name}.").format(name=name_of(state.preferences))


@view_component
def QuickExit(state: TendState) -> ft.View:
    """Whether each screen has a button that leaves at once."""
    is_on = state.preferences.quick_exit
    options = [
        choice(name, is_on is wanted, state.on(_choose, state, {"quick_exit": wanted}))
        for wanted, name in ((True, _("On")), (False, _("Off")))
    ]
    told = [
        _("A button called Leave then stands beside Help now."),
        _("One tap opens a page of plain notes. Nothing is asked."),
        _("Back does not return to Tend. Its icon or address does."),
        _("On a keyboard, press Escape three times."),
        _("What is saved stays. With a lock, Tend locks first."),
    ]
    limits = [
        _("Words you have not saved yet may be lost."),
        _("The browser still lists Tend in its history."),
    ]
    parts = [heading(_("A quick way out")), *map(line, told), choices(options)]
    return _page(state, _("Quick exit"), QUICK_EXIT, [*problem(state), _card(parts), _limits(limits)])


@view_component
def NameAndIcon(state: TendState) -> ft.View:
    """Under which name and icon Tend stands on the phone."""
    chosen = state.preferences.is_neutral
    names = ((False, _("Tend"), ft.Icons.SPA_ROUNDED), (True, _("Notes"), ft.Icons.STICKY_NOTE_2_ROUNDED))
    options = [
        choice(name, chosen is wanted, state.on(_choose, state, {"is_neutral": wanted}), icon)
        for wanted, name, icon in names
    ]
    told = [
        _("Choose before you put it on your home screen."),
        _("The tab, the icon and the cover then say Notes."),
        _("Files you save are then called notes, too."),
    ]
    limits = [
        _("The browser keeps the address in its history and stored sites."),
        _("Somebody who watches this phone can see what you do."),
        _("An app that is installed already keeps its name."),
        _("To change that, remove it and install it again."),
        _("Back up first: removing it can take your words along."),
        _("On an iPhone, choose it again in the new app."),
        _("Inside, it still says Tend. So do saved files, inside."),
    ]
    parts = [heading(_("A name that tells nothing")), *map(line, told), choices(options)]
    return _page(state, _("Name and icon"), NAME_AND_ICON, [*problem(state), _card(parts), _limits(limits)])


async def _choose(state: TendState, choices: dict[str, bool]) -> None:
    await state.prefer(**choices)
    ft.context.page.title = name_of(state.preferences)
    ft.context.page.update()


def _limits(sentences: list[str]) -> ft.Control:
    lines = [line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for words in sentences]
    return _card([heading(_("What this cannot hide")), *lines])


def _card(parts: list[ft.Control]) -> ft.Control:
    return card(ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _page(state: TendState, title: str, here: str, parts: list[ft.Control]) -> ft.View:
    return ft.View(controls=[glowing_page(detail_bar(state, title, here), parts)], padding=0, fullscreen_dialog=True)
