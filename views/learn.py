"""Learn: a few short pages, read when somebody wants to; nothing counts them. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.articles import Article, LeadsTo, Passage, article_at
from views import theme
from views.components.basics import Colour, Style, card, heading, line, text, text_button
from views.components.frame import (
    BACK_UP,
    GOALS,
    LEARN,
    LOCK,
    MATTERS,
    PACING,
    PEOPLE,
    PLAN,
    PLAN_SHARE,
    SAFETY,
    STRENGTHS,
    detail_bar,
    glowing_page,
    go,
    open_over,
)
from views.components.help_words import checked_words
from views.components.rows import row
from views.guard import view_component
from views.state import TendState
from views.words import _, ngettext

Articles = Callable[[], tuple[Article, ...]]  # read once somebody looks: Tend opens without
NO_ARTICLES: Articles = tuple
ICONS = {
    "recovery": ft.Icons.SPA_ROUNDED,
    "energy": ft.Icons.BATTERY_4_BAR_ROUNDED,
    "plan": ft.Icons.MAP_ROUNDED,
    "professionals": ft.Icons.HANDSHAKE_ROUNDED,
    "peers": ft.Icons.PEOPLE_ROUNDED,
    "speaking-up": ft.Icons.CAMPAIGN_ROUNDED,
    "privacy": ft.Icons.LOCK_ROUNDED,
}
ROOTS = (GOALS, PLAN)  # tabs: nothing is opened over another screen there
ABOUT_PACING, ABOUT_PLANS = "energy", "plan"  # pages that other screens lead to
DOT, LINE = 6, 24  # logical pixels; a line of text at 100 %


def learn_routes(state: TendState, articles: Articles) -> list[ft.Route]:
    """The list, and each page over it."""
    return [
        ft.Route(path=LEARN[1:], component=lambda: Learn(state, articles), modal=True),
        ft.Route(path=f"{LEARN[1:]}/:id", component=lambda: LearnPage(state, articles), modal=True),
    ]


def learn_button(state: TendState, words: str, article: str) -> ft.Control:
    """A quiet way to a page from where it helps."""
    opens = state.on(open_over, state, f"{LEARN}/{article}")
    return ft.Row([text_button(words, opens, icon=ft.Icons.MENU_BOOK_ROUNDED)], wrap=True)


@view_component
def Learn(state: TendState, articles: Articles) -> ft.View:
    """The pages by their titles; none has to be read, and none is marked as read."""
    rows = [_row(state, article) for article in articles()]
    listed = [part for each in rows for part in (ft.Divider(height=1), each)][1:]
    parts: list[ft.Control] = [
        line(_("Short pages to read when you like. None is a task."), colour=Colour.ON_SURFACE_VARIANT),
        card(_column(listed, 0), padding=0),
        line(_("This is not medical advice."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    page = glowing_page(detail_bar(state, _("Learn"), LEARN), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _row(state: TendState, article: Article) -> ft.Control:
    icon = ICONS.get(article.id, ft.Icons.MENU_BOOK_ROUNDED)
    said = _("{summary} {minutes}").format(summary=article.summary, minutes=_minutes(article))
    return row(icon, article.title, said, state.on(open_over, state, f"{LEARN}/{article.id}"))


def _minutes(article: Article) -> str:
    return ngettext("{n} minute.", "{n} minutes.", article.minutes).format(n=article.minutes)


@view_component
def LearnPage(state: TendState, articles: Articles) -> ft.View:
    """One page: its passages, the ways to what can be done, and what it is based on."""
    place = ft.use_route_params().get("id", "")
    article = article_at(articles(), place)
    here = f"{LEARN}/{place}"
    if article is None:
        parts: list[ft.Control] = [line(_("This is not here any more."))]
        return ft.View(controls=[glowing_page(detail_bar(state, _("Learn"), here), parts)], padding=0)
    parts = [line(article.summary, Style.BODY_LARGE)]
    parts.append(line(_("About {minutes}").format(minutes=_minutes(article)), Style.BODY_SMALL, _QUIET))
    parts += [card(_passage(passage, state.preferences.text_size)) for passage in article.passages]
    ways = [_way(state, here, place) for place in article.leads_to]
    parts += [ft.Row(ways, spacing=theme.S, run_spacing=theme.S, wrap=True)] if ways else []
    parts.append(_based_on(article))
    page = glowing_page(detail_bar(state, article.title, here), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


_QUIET = Colour.ON_SURFACE_VARIANT


def _passage(passage: Passage, text_size: int) -> ft.Control:
    points = [_point(words, text_size) for words in passage.points]
    return _column([heading(passage.heading), *map(line, passage.words), *points], theme.S)


def _point(words: str, text_size: int) -> ft.Control:
    """A line of a list; its dot is drawn in the middle of its first row, and says nothing. `text_size` in %."""
    dot = ft.Container(width=DOT, height=DOT, border_radius=DOT / 2, bgcolor=Colour.PRIMARY)
    top = (LINE * text_size / 100 - DOT) / 2
    parts = [ft.Container(dot, padding=ft.Padding.only(top=top)), ft.Container(line(words), expand=True)]
    return ft.Row(parts, spacing=theme.M, vertical_alignment=ft.CrossAxisAlignment.START)


def _based_on(article: Article) -> ft.Control:
    """The works, and when somebody last read the page against them."""
    told = [_("{name}, {year}.").format(name=work.name, year=work.year) for work in article.works]
    parts = [heading(_("Where this comes from"), Style.TITLE_SMALL, colour=_QUIET)]
    parts += [line(words, Style.BODY_SMALL, _QUIET) for words in (*told, checked_words(article.checked_on))]
    return ft.Container(_column(parts, theme.XS), padding=ft.Padding.only(top=theme.S))


def _way(state: TendState, here: str, place: LeadsTo) -> ft.Control:
    """A button to where something can be done."""
    words, address, icon = _ways()[place]
    return ft.OutlinedButton(
        text(words, Style.LABEL_LARGE, Colour.PRIMARY),
        icon=icon,
        icon_color=Colour.PRIMARY,
        key=f"{here}-{place}",
        on_click=state.on(_open, state, address),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=14), side=ft.BorderSide(1, Colour.OUTLINE)
        ),
    )


def _open(state: TendState, address: str) -> None:
    """A tab opens as a tap on the bar would, and the plan to be written, not to be read."""
    if address in ROOTS:
        state.leave()
        go(address)
        return
    if address == SAFETY:
        state.plan.is_for_reading = False
    open_over(state, address)


def _ways() -> dict[LeadsTo, tuple[str, str, ft.IconData]]:
    icons = ft.Icons
    return {
        LeadsTo.VALUES: (_("See my values"), MATTERS, icons.FAVORITE_ROUNDED),
        LeadsTo.STRENGTHS: (_("Note a strength"), STRENGTHS, icons.LOCAL_FLORIST_ROUNDED),
        LeadsTo.GOALS: (_("See my goals"), GOALS, icons.SPA_ROUNDED),
        LeadsTo.PACING: (_("Set up pacing"), PACING, icons.BATTERY_4_BAR_ROUNDED),
        LeadsTo.PLAN: (_("Make my plan"), PLAN, icons.MAP_ROUNDED),
        LeadsTo.SAFETY_PLAN: (_("My safety plan"), SAFETY, icons.SUPPORT_ROUNDED),
        LeadsTo.SHARE: (_("Share my plan"), PLAN_SHARE, icons.PRINT_ROUNDED),
        LeadsTo.PEOPLE: (_("See my people"), PEOPLE, icons.PEOPLE_ROUNDED),
        LeadsTo.LOCK: (_("Lock Tend"), LOCK, icons.LOCK_ROUNDED),
        LeadsTo.BACK_UP: (_("Back up now"), BACK_UP, icons.SAVE_ROUNDED),
    }


def _column(parts: list[ft.Control], spacing: int) -> ft.Control:
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
