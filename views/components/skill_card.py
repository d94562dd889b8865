"""A skill in the library: what it asks, what came of it, one tap to start. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from domain.skill_counts import Record
from domain.skills import Skill
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, icon_button, line, text
from views.components.frame import SKILLS, open_over
from views.components.skill_words import asks_words, count_words, picture
from views.guard import component
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

BADGE = 48


@dataclass(frozen=True)
class Shown:
    """A skill and what is known of it."""

    skill: Skill
    record: Record
    is_favourite: bool = False
    large_text: bool = False


@component
def SkillCard(passed: Unwatched, shown: Shown) -> ft.Control:
    """A tap on its words opens the details, one on Start the player."""
    state, skill = passed.state, shown.skill
    parts = _stacked(state, shown) if shown.large_text else [_side_by_side(state, shown)]
    if skill.check_first:
        parts.append(ft.Container(caution_box(skill.cautions), padding=theme.XS))
    content = ft.Column(parts, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(content, padding=theme.S, key=f"skill-{skill.id}")


def _side_by_side(state: TendState, shown: Shown) -> ft.Control:
    acts = ft.Column(
        [bookmark_button(state, shown.skill, shown.is_favourite), start_button(state, shown.skill)],
        spacing=theme.XS,
        horizontal_alignment=ft.CrossAxisAlignment.END,
    )
    return ft.Row([ft.Container(_words(state, shown), expand=True), acts], spacing=theme.S)


def _stacked(state: TendState, shown: Shown) -> list[ft.Control]:
    """In large text: what can be done stands under the name."""
    acts = [start_button(state, shown.skill), bookmark_button(state, shown.skill, shown.is_favourite)]
    return [_words(state, shown), ft.Row(acts, spacing=theme.S, wrap=True)]


def _words(state: TendState, shown: Shown) -> ft.Control:
    """All of it one button."""
    skill, is_known = shown.skill, shown.record.all.is_enough
    lines = [
        text(skill.name, Style.BODY_LARGE, weight=ft.FontWeight.W_600),
        text(asks_words(skill), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        text(
            count_words(shown.record),
            Style.BODY_SMALL,
            Colour.PRIMARY if is_known else Colour.ON_SURFACE_VARIANT,
            weight=ft.FontWeight.W_600 if is_known else None,
        ),
    ]
    words = ft.Column(lines, spacing=0, expand=True)
    content: ft.Control = words if shown.large_text else ft.Row([skill_badge(skill), words], spacing=theme.M)
    return ft.TextButton(
        content=content,
        key=f"open-{skill.id}",
        on_click=state.on(open_over, state, f"{SKILLS}/{skill.id}"),
        style=ft.ButtonStyle(
            padding=theme.XS,
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def skill_badge(skill: Skill) -> ft.Control:
    """The picture of its player; an own one in honey, and its words say so."""
    ground = Colour.SECONDARY_FIXED if skill.is_own else Colour.PRIMARY_CONTAINER
    ink = Colour.ON_SECONDARY_FIXED if skill.is_own else Colour.ON_PRIMARY_CONTAINER
    return ft.Container(
        ft.Icon(picture(skill), color=ink, size=26),
        width=BADGE,
        height=BADGE,
        border_radius=theme.INNER,
        bgcolor=ground,
        alignment=ft.Alignment.CENTER,
    )


def on_start(state: TendState, skill: Skill) -> Handler:
    """The handler of what opens the player: from the beginning, whatever was left of another time by way of Help."""

    def start() -> None:
        state.practice.playing.pop(skill.id, None)
        open_over(state, f"{SKILLS}/{skill.id}/play")

    return state.on(start)


def start_button(state: TendState, skill: Skill) -> ft.Control:
    """Opens the player."""
    words = text(
        _("Start"),
        Style.LABEL_LARGE,
        Colour.ON_PRIMARY_CONTAINER,
        semantics_label=_("Start: {skill}").format(skill=skill.name),
    )
    return ft.FilledTonalButton(
        content=words,
        on_click=on_start(state, skill),
        key=f"start-{skill.id}",
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=theme.L, vertical=14)),
    )


def bookmark_button(state: TendState, skill: Skill, is_favourite: bool) -> ft.Control:
    """Sets the bookmark or takes it away; its shape says which, and its name."""
    name = _("Remove bookmark: {skill}") if is_favourite else _("Bookmark: {skill}")
    return icon_button(
        ft.Icons.BOOKMARK_ROUNDED if is_favourite else ft.Icons.BOOKMARK_BORDER_ROUNDED,
        name.format(skill=skill.name),
        state.on(state.practice.bookmark, skill),
        colour=Colour.SECONDARY_FIXED_DIM if is_favourite else Colour.ON_SURFACE_VARIANT,
    )


def caution_box(cautions: Sequence[str], ground: Colour = Colour.SURFACE) -> ft.Control:
    """What to know before one starts; `ground` stands out from what lies beneath it."""
    lines = [line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for words in cautions]
    info = ft.Icon(ft.Icons.INFO_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=20)
    content = ft.Row(
        [info, ft.Column(lines, spacing=theme.XS, expand=True)],
        spacing=theme.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return ft.Container(content, bgcolor=ground, border_radius=theme.FIELD, padding=theme.M)
