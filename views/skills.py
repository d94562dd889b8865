"""Skills: find one thing that may help now. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from domain.skill_search import Filter
from domain.skills import Effort, Skill
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, heading, icon_button, line, text, text_button
from views.components.deleted import deleted_bar
from views.components.entry import field_style
from views.components.frame import HOPES, SKILLS, WRITINGS, glowing_page, open_over, root_bar
from views.components.rows import row
from views.components.skill_card import Shown, SkillCard
from views.components.skill_filter import Filters
from views.components.trouble_box import TroubleBox
from views.guard import component
from views.outlook import Outlook
from views.practice import Practice
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _, ngettext

NEW = f"{SKILLS}/new/edit"
AT_ONCE, AT_ONCE_SMALL = 12, 3  # skills; drawing fifty takes a phone a second
UNDER_BUTTON = 72  # so that the last card can be scrolled from under the button that floats
EVERYTHING = (Filter(), Filter(energy=Effort.HIGH))


@component
def Skills(passed: Unwatched, practice: Practice, outlook: Outlook) -> ft.Control:
    """What fits now, the most helpful first; a few at a time, and at low energy three."""
    state, wanted = passed.state, practice.wanted
    at_once = AT_ONCE_SMALL if outlook.is_small else AT_ONCE
    more, show_more = ft.use_state(0)
    is_searching, search = ft.use_state(bool(wanted.words))

    def look_for(wanted: Filter) -> None:
        show_more(0)
        practice.look_for(wanted)

    def close_search() -> None:
        search(False)
        look_for(replace(practice.wanted, words=""))

    def clear() -> None:
        search(False)
        look_for(Filter())

    found = practice.found(wanted)
    shown = found[: at_once + more]
    parts: list[ft.Control] = [TroubleBox(state), Filters(passed, practice, look_for, outlook.large_text)]
    if is_searching:
        parts.append(_search_field(state, practice, look_for))
    toggle = close_search if is_searching else lambda: search(True)
    parts.append(_count(state, len(found), wanted, toggle, is_searching, clear))
    parts.append(_hope_box(state))
    parts += [_card(passed, practice, skill, outlook) for skill in shown]
    if len(shown) < len(found):
        button = text_button(_("Show more"), state.on(show_more, more + AT_ONCE), icon=ft.Icons.EXPAND_MORE_ROUNDED)
        parts.append(ft.Row([button]))
    return _page(passed, practice, outlook, parts)


def _page(passed: Unwatched, practice: Practice, outlook: Outlook, parts: list[ft.Control]) -> ft.Control:
    """The bar, the parts, and the way to an own skill: at low energy and in large text a quiet one at the end."""
    state = passed.state
    bar = root_bar(state, heading(_("Skills"), Style.TITLE_LARGE, level=1))
    undo = deleted_bar(state, practice.undo_delete) if isinstance(practice.deleted, Skill) else None
    if outlook.is_small or outlook.large_text:
        own = text_button(_("My own skill"), state.on(open_over, state, NEW), icon=ft.Icons.ADD_ROUNDED)
        return glowing_page(bar, [*parts, ft.Row([own]), *_end(passed, practice)], below=undo)
    parts = [*parts, *_end(passed, practice)]
    if undo:  # the button stands above the bar, so that neither covers the other
        button = ft.Container(_new_button(state), alignment=ft.Alignment.CENTER_RIGHT, padding=theme.MARGIN)
        return glowing_page(bar, parts, below=ft.Column([button, undo], spacing=0))
    page = glowing_page(bar, [*parts, ft.Container(height=UNDER_BUTTON)])
    floating = ft.Container(_new_button(state), right=theme.MARGIN, bottom=theme.L)
    return ft.Stack([page, floating], expand=True, fit=ft.StackFit.EXPAND)


def _new_button(state: TendState) -> ft.Control:
    return ft.FloatingActionButton(
        content=text(_("My own skill"), Style.LABEL_LARGE, Colour.ON_PRIMARY),
        icon=ft.Icons.ADD_ROUNDED,
        on_click=state.on(open_over, state, NEW),
        bgcolor=Colour.PRIMARY,
        foreground_color=Colour.ON_PRIMARY,
        elevation=2,
        shape=ft.RoundedRectangleBorder(radius=theme.INNER),
    )


# Looking for one


def _search_field(state: TendState, practice: Practice, look_for: Callable[[Filter], None]) -> ft.Control:
    return ft.TextField(
        value=practice.wanted.words,
        label=_("Search skills"),
        key="search-field",
        prefix_icon=ft.Icons.SEARCH_ROUNDED,
        autofocus=True,
        bgcolor=Colour.SURFACE_CONTAINER_LOW,
        on_change=state.on_value(lambda words: look_for(replace(practice.wanted, words=words))),
        **field_style(),
    )


def _count(
    state: TendState,
    found: int,
    wanted: Filter,
    toggle: Callable[[], object],
    is_searching: bool,
    clear: Callable[[], None],
) -> ft.Control:
    """How many fit, with the way to search and to see all again."""
    if found:
        words = ngettext("{n} skill fits now", "{n} skills fit now", found).format(n=found)
    else:
        words = _("Nothing fits all of that. Show more?")
    said = ft.Semantics(live_region=True, content=line(words, colour=Colour.ON_SURFACE_VARIANT))
    icon = ft.Icons.SEARCH_OFF_ROUNDED if is_searching else ft.Icons.SEARCH_ROUNDED
    name = _("Close search") if is_searching else _("Search")
    buttons: list[ft.Control] = [icon_button(icon, name, state.on(toggle))]
    if wanted not in EVERYTHING:
        buttons.append(text_button(_("Clear") if found else _("Show more"), state.on(clear)))
    return ft.Row([ft.Container(said, expand=True), ft.Row(buttons, spacing=theme.S)], spacing=theme.S)


def _card(passed: Unwatched, practice: Practice, skill: Skill, outlook: Outlook) -> ft.Control:
    is_favourite = skill.id in practice.choices.favourites
    shown = Shown(skill, practice.tally.of(skill.id), is_favourite, outlook.large_text)
    # Drawn anew when one of these changed, and not with each of the others.
    return ft.memo(SkillCard)(passed, shown, key=skill.id)


def _hope_box(state: TendState) -> ft.Control:
    words = _("Things that help me hold on.")
    opened = row(ft.Icons.VOLUNTEER_ACTIVISM_ROUNDED, _("Hope box"), words, state.on(open_over, state, HOPES))
    return card(opened, padding=theme.XS)


# What comes after them


def _end(passed: Unwatched, practice: Practice) -> list[ft.Control]:
    state = passed.state
    written = row(
        ft.Icons.EDIT_NOTE_ROUNDED, _("What I wrote"), _("It stays with you."), state.on(open_over, state, WRITINGS)
    )
    parts: list[ft.Control] = [ft.Container(card(written, padding=theme.XS), padding=ft.Padding.only(top=theme.L))]
    hidden = tuple(skill for skill in practice.all() if skill.id in practice.choices.hidden)
    if hidden:
        parts.append(HiddenSkills(passed, hidden))
    return parts


@component
def HiddenSkills(passed: Unwatched, skills: tuple[Skill, ...]) -> ft.Control:
    """Folded: those the person does not want to see, each with the way back."""
    state = passed.state
    is_open, open_ = ft.use_state(False)
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    parts: list[ft.Control] = [ft.Row([text_button(_("Hidden skills"), state.on(open_, not is_open), icon=icon)])]
    parts += [_hidden(skill, state.on(state.practice.hide, skill)) for skill in skills] if is_open else []
    return card(ft.Column(parts, spacing=theme.S), padding=theme.XS, bgcolor=Colour.SURFACE_CONTAINER)


def _hidden(skill: Skill, show: Handler) -> ft.Control:
    name = ft.Container(text(skill.name, Style.TITLE_SMALL), padding=ft.Padding.only(left=theme.M, right=theme.M))
    again = text(
        _("Show again"),
        Style.LABEL_LARGE,
        Colour.PRIMARY,
        semantics_label=_("Show again: {skill}").format(skill=skill.name),
    )
    button = ft.TextButton(
        content=again,
        on_click=show,
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=theme.M, vertical=14)),
    )
    return ft.Column([name, button], spacing=0, key=f"hidden-{skill.id}")
