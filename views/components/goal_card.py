"""A goal on the Goals screen: how it went, its sizes, and what else can be done with it.

Imports `domain` and `views`. A card draws itself anew when something in it is opened, and the others stay as they are.
"""

from __future__ import annotations

import flet as ft

from domain.goals import Goal, Size
from domain.progress import MONTH, dots, returns, tended_of_last
from views import formats, theme
from views.acting import Handler
from views.changing import farewell_place
from views.components.basics import Colour, Style, card, icon_button, text
from views.components.frame import GOALS, open_over
from views.components.goal_more import MORE, helping, more, spoken_button
from views.components.goal_sizes import Look, Part, Shown, column, row_button
from views.components.goal_skill import skill_row
from views.guard import component
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _, ngettext

DOT, NO_DOT = 12, 10  # a day without is smaller: not another colour alone


@component
def GoalCard(passed: Unwatched, shown: Shown, look: Look) -> ft.Control:
    """The whole card when open, its first two lines when folded; in the small look the tiny size alone."""
    state, goal = passed.state, shown.goal
    turned, turn = ft.use_state(False)
    panel, show = ft.use_state("")
    part = Part(state, shown, look, panel, show)
    if look.is_small:
        return part.card([part.size(Size.TINY), *part.outcome()])
    unfold = state.on(turn, not turned)
    if shown.begins_open is turned:
        return card(_folded(shown, look, unfold), padding=0, key=f"goal-{goal.id}")
    parts = [
        _head(state, goal, unfold, part.toggle(MORE)),
        *more(state, goal, panel, show),
        _progress(state, shown, look),
        *_over(state, goal, look),
        *part.sizes(),
    ]
    return part.card([*parts, *part.outcome(), *skill_row(state, goal), *helping(state, goal, shown.helper)])


# How it went


def _folded(shown: Shown, look: Look, unfold: Handler) -> ft.Control:
    spoken = _("{goal}, folded").format(goal=shown.goal.words)
    name = ft.Container(text(shown.goal.words, Style.TITLE_MEDIUM, semantics_label=spoken), expand=True)
    arrow = ft.Icon(ft.Icons.EXPAND_MORE_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=24)
    lines = [ft.Row([name, arrow], spacing=theme.S), _week(shown, look)]
    if shown.goal.is_over(look.today):
        lines.append(text(_last_day(shown.goal, look), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    content = column(lines, theme.XS)
    return row_button(content, unfold, theme.L)


def _head(state: TendState, goal: Goal, fold: Handler, open_more: Handler) -> ft.Control:
    words = text(goal.words, Style.TITLE_MEDIUM, semantics_label=_("{goal}, open").format(goal=goal.words))
    title = ft.Container(row_button(words, fold, theme.M), expand=True)
    button = icon_button(ft.Icons.MORE_VERT_ROUNDED, _("More for {goal}").format(goal=goal.words), open_more)
    return ft.Row([title, button], spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)


def _progress(state: TendState, shown: Shown, look: Look) -> ft.Control:
    """The week as a way to the days, and below it what is true of a longer time."""
    lines: list[ft.Control] = [_week(shown, look, leads=True)]
    week, month = tended_of_last(shown.days, look.today), tended_of_last(shown.days, look.today, MONTH)
    back = len(returns(shown.days))
    said = [_("{count} of the last {days} days.").format(count=month, days=MONTH)] if month > week else []
    if back:
        said.append(ngettext("You came back {count} time.", "You came back {count} times.", back).format(count=back))
    if said:
        lines.append(text(" ".join(said), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    act = state.on(open_over, state, f"{GOALS}/{shown.goal.id}/days")
    return row_button(column(lines, theme.XS), act, theme.M, key=f"days-{shown.goal.id}")


def _week(shown: Shown, look: Look, leads: bool = False) -> ft.Control:
    """So many of seven days, in words and as dots; never a row of empty ones. Where it `leads` to them, it says so."""
    found = dots(shown.days, look.today)
    words = _("Here when you are ready.")
    if any(found):
        words = _("Tended {count} of the last {days} days").format(count=sum(found), days=len(found))
    spoken = _("Days of {goal}. {tended}").format(goal=shown.goal.words, tended=words) if leads else None
    said = text(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT, semantics_label=spoken)
    if not any(found):
        return said
    return ft.Row(
        [said, ft.Row([_dot(tended) for tended in found], spacing=6, tight=True)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        run_spacing=theme.S,
        wrap=True,
    )


def _dot(tended: bool) -> ft.Control:
    size, margin = (DOT, 0) if tended else (NO_DOT, (DOT - NO_DOT) / 2)
    ground = Colour.PRIMARY if tended else Colour.SURFACE_CONTAINER_HIGHEST
    return ft.Container(width=size, height=size, margin=margin, border_radius=size / 2, bgcolor=ground)


# After its last day


def _last_day(goal: Goal, look: Look) -> str:
    return _("The day you named has come: {day}.").format(day=formats.full_date(goal.until, look.today))


def _over(state: TendState, goal: Goal, look: Look) -> list[ft.Control]:
    """The day the person named is over: the goal stays where it is until they say what comes now."""
    if not goal.is_over(look.today):
        return []
    let_go = state.on(open_over, state, f"{GOALS}/{farewell_place(goal.id)}")
    buttons: list[ft.Control] = [
        spoken_button(_("Go on"), _("Go on: {goal}").format(goal=goal.words), state.on(state.aims.go_on, goal)),
        spoken_button(_("Let it go"), _("Let it go: {goal}").format(goal=goal.words), let_go),
    ]
    said = text(_last_day(goal, look), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    words = ft.Container(said, padding=ft.Padding.only(left=theme.M, right=theme.M, top=theme.S))
    return [words, ft.Container(ft.Row(buttons, spacing=theme.S, wrap=True), padding=ft.Padding.only(left=theme.XS))]
