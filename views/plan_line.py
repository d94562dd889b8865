"""A line of the plan, new or to be said otherwise. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import flet as ft

from domain.errors import InputRefused, TooLong
from domain.plan import ANSWERS, LONGEST_WORDS, Part, PlanItem
from domain.plan_picks import part_at
from views.acting import Handler
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, line, main_button, text_button
from views.components.entry import field_style, with_room
from views.components.frame import PLAN, PLAN_LINE, detail_bar, glowing_page, go
from views.components.plan_part import ideas_box
from views.components.plan_picks import Picked, pick_from
from views.components.plan_words import plan_sentence, spoken_part
from views.guard import view_component
from views.planning import IDEAS, Planning
from views.state import TendState
from views.wording import calm_words
from views.words import _

LINES = 12
WORDS, ANSWER = "words", "answer"  # the fields, and where a refusal is said


@dataclass(frozen=True)
class Draft:
    """What stands in the form."""

    words: str = ""
    answer: str = ""
    picked: Picked | None = None


@dataclass
class Page:
    """One visit to the form: which part it is of, what it began with, what was refused, by its field."""

    place: str
    part: Part | None = None  # None: it is not there any more
    is_new: bool = True
    start: Draft = field(default_factory=Draft)
    refused: dict[str, str] = field(default_factory=dict)
    is_saved: bool = False  # also while it is on its way

    @property
    def address(self) -> str:
        """Where it stands."""
        return f"{PLAN_LINE}/{self.place}"

    def draft_in(self, plan: Planning) -> Draft:
        """What stands in the fields now."""
        _start, draft = plan.drafts.get(self.place, (None, self.start))
        return draft

    def put(self, plan: Planning, **changed: Any) -> None:
        """Hold on to what was typed or picked."""
        plan.drafts[self.place] = self.start, replace(self.draft_in(plan), **changed)


@view_component
def PlanLine(state: TendState, plan: Planning) -> ft.View:
    """The fields of what the route names: a part to add to, or a line. What is typed is a draft until it is saved."""
    place = ft.use_route_params().get("id", "")
    visit = ft.use_ref(None)
    _drawn, draw = ft.use_state(0)
    if visit.current is None or visit.current.place != place:
        visit.current = _begin(place, plan)
    page: Page = visit.current

    def draw_again() -> None:
        draw(lambda drawn: drawn + 1)

    async def save() -> None:
        if page.is_saved:  # the draft is gone then, and a second tap would save what stood there before it
            return
        done, page.is_saved = False, True
        try:
            done = await _save(state, plan, page)
        finally:
            page.is_saved = done
            draw_again()

    def cancel() -> None:
        plan.drafts.pop(place, None)
        _leave(state, page)

    parts = trouble(state)
    if page.part:
        parts += _form(state, plan, page, page.part, draw_again)
        parts += [main_button(_("Save"), state.on(save)), _without(state.on(cancel))]
    else:
        parts.append(line(_("This is not here any more.")))
    title = _("A new line") if page.is_new and page.part else _("My line")
    shown = glowing_page(detail_bar(state, title, page.address), parts)
    return ft.View(controls=[shown], padding=0, fullscreen_dialog=True)


def _begin(place: str, plan: Planning) -> Page:
    item: PlanItem | None = plan.items.get(place)
    if item:
        start, _draft = plan.drafts.get(place, (Draft(item.words, item.answer), None))
        return Page(place, item.part, is_new=False, start=start)
    return Page(place, part_at(place))


def _without(cancel: Handler) -> ft.Control:
    return ft.Row([text_button(_("Leave without saving"), cancel)], wrap=True)


def _form(state: TendState, plan: Planning, page: Page, part: Part, draw_again: Callable[[], None]) -> list[ft.Control]:
    draft, parts = page.draft_in(plan), [line(spoken_part(part), Style.TITLE_MEDIUM)]
    parts.append(_field(state, plan, page, WORDS, _("In my own words")))
    if draft.picked:
        said = _("Picked: {name}. Own words can stay empty.").format(name=draft.picked.name)
        parts.append(line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    if part in ANSWERS:
        parts.append(_field(state, plan, page, ANSWER, _("What I do when it shows")))
        note = _("It can stay empty. Then your other lines show.")
        parts.append(line(note, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    has_ideas = plan.is_open(IDEAS, part)
    words = _("Close ideas") if has_ideas else _("Need ideas?")
    parts.append(ft.Row([text_button(words, state.on(plan.fold, IDEAS, part, not has_ideas))], wrap=True))
    parts += [ideas_box(part)] if has_ideas else []

    def pick(picked: Picked | None) -> None:
        page.put(plan, picked=picked)
        draw_again()

    if page.is_new:
        parts += pick_from(state, part, draft.picked, pick)
    return parts


def _field(state: TendState, plan: Planning, page: Page, name: str, label: str) -> ft.Control:
    typed = ft.TextField(
        value=getattr(page.draft_in(plan), name),
        label=label,
        key=f"{page.place}-{name}",
        multiline=True,
        min_lines=2,
        max_lines=LINES,
        error=page.refused.get(name),
        error_max_lines=4,
        on_change=state.on_value(lambda words: page.put(plan, **{name: words})),
        **field_style(),
    )
    return with_room(typed)


async def _save(state: TendState, plan: Planning, page: Page) -> bool:
    """Keep it and go back, or say by the field why not; the answer says whether it is done.

    Of a line that is there, only what the person changed: another window may have changed the rest since.
    """
    draft = page.draft_in(plan)
    page.refused = {
        name: calm_words(TooLong("", LONGEST_WORDS)).title
        for name in (WORDS, ANSWER)
        if len(getattr(draft, name).strip()) > LONGEST_WORDS
    }
    if page.refused or page.part is None:
        return False
    try:
        if page.is_new:
            words = draft.words if draft.words.strip() or not draft.picked else draft.picked.name
            source = (draft.picked.source, draft.picked.id) if draft.picked else None
            await plan.add(page.part, words, draft.answer, source)
        elif plan.items.get(page.place) is None:  # another window deleted it; what was typed stays in the field
            page.refused[WORDS] = _("This is not here any more.")
            return False
        else:
            said = {name: getattr(draft, name) for name in (WORDS, ANSWER)}
            changed = {name: words for name, words in said.items() if words != getattr(page.start, name)}
            await plan.change(page.place, **changed)
    except InputRefused as error:
        page.refused[WORDS] = plan_sentence(error)
        return False
    plan.drafts.pop(page.place, None)
    _leave(state, page)
    return True


def _leave(state: TendState, page: Page) -> None:
    below = state.trail.came_from(page.address)
    go(PLAN if below == "/" else below)  # Today is where the trail ends for an address that was opened first
