"""Take it with me: tick lines, see the page, and print, share or save it. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.handout import Handout, Kind, Offers
from domain.handout_page import ENGLISH, as_page
from views import theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, card, heading, line, main_button, text_button
from views.components.frame import COUNTRY, HELP, PLAN, PLAN_CARD, PLAN_SHARE, detail_bar, glowing_page, go, open_over
from views.components.paper import paper
from views.components.tick_lines import TickCard, shown
from views.components.ways_out import GoOut, out_button, outcome, use_way_out
from views.guard import view_component
from views.handing import PLAN_FILE, Out, offered, page_of, print_out, save, share, ticked
from views.planning import Planning
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

OVER_IT = (HELP, COUNTRY, PLAN_SHARE)  # from there one comes back, and finds the ticks as they were


@view_component
def PlanShare(state: TendState, plan: Planning, aims: Aims) -> ft.View:
    """Nothing is ticked at first; what is not ticked is on no page and in no text."""
    go_out, told = use_way_out()
    page = ft.context.page

    def left() -> None:
        if not page.route.startswith(OVER_IT):
            plan.drafts.pop(PLAN_SHARE, None)

    ft.use_effect(lambda: None, dependencies=[], cleanup=left)
    parts = [*trouble(state), *_lines(state, offered(state))]
    handout = page_of(state)
    if handout.sections:
        parts += [heading(_("Your page")), paper(handout), *_ways(state, handout, go_out, told)]
    screen = glowing_page(detail_bar(state, _("Take it with me"), PLAN_SHARE), parts)
    return ft.View(controls=[screen], padding=0, fullscreen_dialog=True)


def _lines(state: TendState, parts: tuple[Offers, ...]) -> list[ft.Control]:
    found: list[ft.Control] = []
    if not any(offers.part for offers in parts):
        way = text_button(_("Open my plan"), state.on(go, PLAN), icon=ft.Icons.MAP_ROUNDED)
        empty = [
            line(_("Nothing written yet."), Style.BODY_LARGE),
            line(_("Your plan can come along once it has a line.")),
        ]
        found.append(card(ft.Column([*empty, ft.Row([way])], spacing=theme.XS)))
    if parts:
        found.append(line(_("Tick what goes along. The rest stays here."), Style.BODY_LARGE))
        found.append(line(_("Then you can print it, share it or make a card.")))
    passed, chosen = Unwatched(state), ticked(state.plan)
    found += [ft.memo(TickCard)(passed, shown(each, chosen), key=f"ticks-{each.heading}") for each in parts]
    if not any(offer.kind is Kind.NUMBER for offers in parts for offer in offers.lines):
        found.append(_country(state))
    return found


def _country(state: TendState) -> ft.Control:
    country = state.preferences.country
    name = state.help_lines().name(country)
    said = _("Tend knows no line in {country} yet.").format(country=name) if country else _("No country is chosen yet.")
    words = _("Change the country") if country else _("Pick your country")
    button = text_button(words, state.on(open_over, state, COUNTRY), icon=ft.Icons.PUBLIC_ROUNDED)
    parts = [
        heading(_("Help lines")),
        line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        ft.Row([button], wrap=True),
    ]
    return card(ft.Column(parts, spacing=theme.XS))


def _ways(state: TendState, handout: Handout, go_out: GoOut, told: str) -> list[ft.Control]:
    out = Out(PLAN_FILE, as_page(handout, ENGLISH))
    buttons = [
        out_button(_("Share as text"), ft.Icons.SHARE_ROUNDED, state.on(go_out, lambda: share(state, out, handout))),
        out_button(_("Save as a file"), ft.Icons.DOWNLOAD_ROUNDED, state.on(go_out, lambda: save(state, out))),
        out_button(_("Wallet card"), ft.Icons.BADGE_ROUNDED, state.on(open_over, state, PLAN_CARD)),
    ]
    said = _("The print window saves it as a file, too. Whoever has it can read it.")
    return [
        line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        *outcome(told),
        main_button(_("Print"), state.on(go_out, lambda: print_out(state, out)), icon=ft.Icons.PRINT_ROUNDED),
        *buttons,
    ]
