"""One skill: what it is, what to know first, where it comes from, what came of it. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.skill_counts import Record
from domain.skills import Skill
from views import formats, theme
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, card, heading, line, main_button, text_button
from views.components.frame import SKILLS, WRITINGS, detail_bar, glowing_page, go, open_over
from views.components.goal_form import at_the_end
from views.components.rows import row
from views.components.skill_card import bookmark_button, caution_box, on_start, skill_badge
from views.components.skill_form import drafted
from views.components.skill_words import asks_words, helped_words, need_name, tried_words
from views.guard import view_component
from views.practice import Practice
from views.state import TendState
from views.words import _


@view_component
def SkillDetail(state: TendState, practice: Practice) -> ft.View:
    """The skill named in the route; Start stays in reach below, where there is room."""
    place = ft.use_route_params().get("id", "")
    here, skill = f"{SKILLS}/{place}", practice.get(place)
    if skill is None:
        title, parts, below = _("Skills"), [line(_("This skill is not here any more."))], None
    else:
        title, parts, below = skill.name, _parts(state, practice, skill), _below(state, skill)
    page = glowing_page(detail_bar(state, title, here), parts, below=below)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _parts(state: TendState, practice: Practice, skill: Skill) -> list[ft.Control]:
    parts = [*trouble(state), _head(state, practice, skill)]
    if skill.summary:
        parts.append(line(skill.summary, Style.BODY_LARGE))
    if _scrolls(state, skill):
        parts.append(_start(state, skill))
    if skill.cautions and not skill.check_first:  # else it stands beside Start
        parts += [_title(_("Good to know")), caution_box(skill.cautions, Colour.SURFACE_CONTAINER)]
    if skill.steps:
        parts += [_title(_("Step by step")), _steps(skill)]
    parts += _counts(practice.tally.of(skill.id))
    parts += _origin(state, skill)
    parts.append(_acts(state, practice, skill))
    if any(writing.skill_id == skill.id for writing in practice.writings.all()):
        written = state.on(open_over, state, WRITINGS)
        parts.append(
            card(row(ft.Icons.EDIT_NOTE_ROUNDED, _("What I wrote"), _("It stays with you."), written), padding=theme.XS)
        )
    return parts


def _title(words: str) -> ft.Control:
    return ft.Container(heading(words), padding=ft.Padding.only(top=theme.S))


def _head(state: TendState, practice: Practice, skill: Skill) -> ft.Control:
    """What it asks, what it is for, and the bookmark."""
    lines = [line(asks_words(skill), colour=Colour.ON_SURFACE_VARIANT)]
    if skill.needs:
        needs = " ".join(f"{need_name(need)}." for need in skill.needs)
        lines.append(line(needs, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    words = ft.Column(lines, spacing=0, expand=True)
    bookmark = bookmark_button(state, skill, skill.id in practice.choices.favourites)
    return ft.Row([skill_badge(skill), words, bookmark], spacing=theme.M)


def _steps(skill: Skill) -> ft.Control:
    def step(number: int, words: str) -> ft.Control:
        return line(_("{number}. {step}").format(number=number, step=words), Style.BODY_LARGE)

    return card(ft.Column([step(place + 1, words) for place, words in enumerate(skill.steps)], spacing=theme.M))


def _counts(record: Record) -> list[ft.Control]:
    """How often it was tried; from three answers on, how often it helped, in all and by kind of day."""
    if not record.tried:
        return [_title(_("What came of it")), line(_("Not tried yet"), colour=Colour.ON_SURFACE_VARIANT)]
    kinds = (
        (record.low, _("On days with low energy: {count}")),
        (record.some, _("On days with some energy: {count}")),
        (record.good, _("On days with good energy: {count}")),
    )
    lines = [line(tried_words(record))]
    lines += [line(helped_words(record.all))] if record.all.is_enough else []
    lines += [
        line(words.format(count=helped_words(count)), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
        for count, words in kinds
        if count.is_enough
    ]
    return [_title(_("What came of it")), ft.Column(lines, spacing=theme.XS)]


def _origin(state: TendState, skill: Skill) -> list[ft.Control]:
    """The tradition, the source, and when it was checked; an own one says so itself."""
    lines = [skill.tradition] if skill.tradition else []
    lines += [_("Source: {source}").format(source=skill.source)] if skill.source else []
    if skill.checked_on:
        day = formats.full_date(skill.checked_on, state.now.date())
        lines.append(_("Checked on {day}").format(day=day))
    if not lines:
        return []
    said = [line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for words in lines]
    return [_title(_("Where it comes from")), ft.Column(said, spacing=theme.XS)]


def _acts(state: TendState, practice: Practice, skill: Skill) -> ft.Control:
    """What else one can do with it."""
    is_hidden = skill.id in practice.choices.hidden

    def copy() -> None:
        place = practice.copy_begun(skill)  # one that was left before it was saved goes on
        if place is None:
            copied = practice.copy_of(skill)
            place, practice.drafts[copied.id] = copied.id, drafted(copied)
        open_over(state, f"{SKILLS}/{place}/edit")

    async def delete() -> None:
        await practice.delete(skill)
        if practice.skills.get(skill.id) is None:
            go(SKILLS)

    show_or_hide = (
        text_button(_("Show again"), state.on(practice.hide, skill), icon=ft.Icons.VISIBILITY_ROUNDED)
        if is_hidden
        else text_button(_("Hide this skill"), state.on(practice.hide, skill), icon=ft.Icons.VISIBILITY_OFF_ROUNDED)
    )
    buttons = [show_or_hide]
    if skill.is_own:
        edit = state.on(open_over, state, f"{SKILLS}/{skill.id}/edit")
        buttons.insert(0, text_button(_("Change"), edit, icon=ft.Icons.EDIT_ROUNDED))
        buttons.append(text_button(_("Delete"), state.on(delete), icon=ft.Icons.DELETE_OUTLINE_ROUNDED))
    else:
        buttons.append(text_button(_("Copy as my own"), state.on(copy), icon=ft.Icons.CONTENT_COPY_ROUNDED))
    rows = ft.Column([ft.Row([button]) for button in buttons], spacing=theme.S)
    return ft.Container(rows, padding=ft.Padding.only(top=theme.S))


def _scrolls(state: TendState, skill: Skill) -> bool:
    """In large text, cautions beside Start would leave no room for anything else: there they stand in the page."""
    return skill.check_first and state.large_text


def _below(state: TendState, skill: Skill) -> ft.Control | None:
    return None if _scrolls(state, skill) else at_the_end(_start(state, skill))


def _start(state: TendState, skill: Skill) -> ft.Control:
    """Start; with what has to be known first, and the way to another."""
    button = main_button(
        _("Start"), on_start(state, skill), icon=ft.Icons.PLAY_ARROW_ROUNDED, icon_color=Colour.ON_PRIMARY
    )
    if not skill.check_first:
        return button
    other = ft.Row([text_button(_("Pick another"), state.on(go, SKILLS))], alignment=ft.MainAxisAlignment.CENTER)
    return ft.Column(
        [caution_box(skill.cautions, Colour.SURFACE_CONTAINER), button, other],
        spacing=theme.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
