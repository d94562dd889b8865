"""My plan: the ladder from a steady day to a crisis and back, in own words. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.plan_reading import counts, ladder, noticed_on
from views import theme
from views.aims import Aims
from views.components.basics import Colour, Style, heading, line, text_button
from views.components.deleted import deleted_bar
from views.components.frame import PLAN_SHARE, glowing_page, open_over, root_bar
from views.components.plan_items import Around
from views.components.plan_review import review_choice, review_due
from views.components.plan_rung import Step, rung_row
from views.components.trouble_box import TroubleBox
from views.guard import component
from views.learn import ABOUT_PLANS, learn_button
from views.outlook import Outlook
from views.planning import Planning
from views.practice import Practice
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _


@component
def Plan(passed: Unwatched, plan: Planning, aims: Aims, practice: Practice, outlook: Outlook) -> ft.Control:
    """The rungs, each a card that folds. At low energy those for now come first, and changing waits behind a tap.

    `aims` and `practice` are watched for the people, goals and skills that lines were picked from.
    """
    state, is_low = passed.state, outlook.is_small
    items, arrived = plan.items.all(), ft.use_ref(None)
    noticed = noticed_on(items, plan.ticked)
    if arrived.current is None or arrived.current[0] != outlook.today:
        arrived.current = outlook.today, noticed  # what is ticked from now on moves nothing from under the thumb
    order = ladder(arrived.current[1], is_low)
    around = Around(state, plan, may_change=not is_low or plan.is_changing)
    parts: list[ft.Control] = [TroubleBox(state), _lead(state, outlook.large_text), *review_due(around)]
    filled = next((rung for rung in order if rung in noticed), None)
    steps = [
        Step(
            rung,
            counts(items, rung),
            rung in noticed,
            is_first=rung is order[0],
            is_last=rung is order[-1],
            on_ladder=not is_low,
            large_text=outlook.large_text,
            first_box=rung is filled,
        )
        for rung in order
    ]
    parts.append(_rungs(around, steps, outlook.large_text))
    if not items:
        parts.append(learn_button(state, _("How a plan can help"), ABOUT_PLANS))
    if not around.may_change:
        change = text_button(_("Change my plan"), state.on(plan.change_plan), icon=ft.Icons.EDIT_ROUNDED)
        parts.append(ft.Row([change], wrap=True))
    else:
        parts.append(review_choice(around))
    undo = deleted_bar(state, plan.undo_delete) if plan.deleted else None
    bar = root_bar(state, heading(_("My plan"), Style.TITLE_LARGE, level=1))
    return glowing_page(bar, parts, below=undo)


def _lead(state: TendState, large_text: bool) -> ft.Control:
    said = line(_("In your own words. Yours to change."), colour=Colour.ON_SURFACE_VARIANT)
    share = text_button(_("Share"), state.on(open_over, state, PLAN_SHARE), icon=ft.Icons.PRINT_ROUNDED)
    if large_text:
        return ft.Column([said, ft.Row([share])], spacing=0)
    return ft.Row([ft.Container(said, expand=True), share], spacing=theme.S)


def _rungs(around: Around, steps: list[Step], large_text: bool) -> ft.Control:
    rows = [rung_row(around, step) for step in steps]
    # On the ladder the room between two cards is theirs, for the line to run through.
    return ft.Column(rows, spacing=theme.M if large_text else 0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
