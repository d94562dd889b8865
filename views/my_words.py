"""The words of a check-in, as the person has them: the steps of both scales, the feelings. Imports `domain`, `views`.

What is kept stays as it was; the words change wherever they are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft

from domain import check_ins as rules
from domain.check_ins import Question
from domain.feelings import changed, listed
from domain.models import Feeling
from views import theme
from views.aims import Aims
from views.components.basics import Colour, Style, card, heading, icon_button, line, text_button
from views.components.deleted import done_bar
from views.components.entry import with_room
from views.components.frame import MY_WORDS, detail_bar, glowing_page
from views.components.own_line import KeptLine, NewLine
from views.components.problem import problem
from views.components.scale import picture
from views.guard import view_component
from views.state import TendState
from views.wording import energy_names, feeling_name, mood_names, tend_energies, tend_feeling, tend_moods
from views.words import _

OWN = "own feeling"  # the purpose of words begun here, and what was changed, before the word
BOTH = "both scales"  # what was changed, where all steps were set back at once


@dataclass(frozen=True)
class Before:
    """How the words stood before the first letter was changed at `what`: a field, or `BOTH`."""

    what: str
    moods: tuple[str, ...]
    energies: tuple[str, ...]
    feeling: Feeling | None = None  # the one whose field it is

    def is_so(self, state: TendState) -> bool:
        """Whether they stand so again."""
        chosen, feeling = state.preferences, self.feeling
        steps_are_so = (chosen.moods, chosen.energies) == (self.moods, self.energies)
        return steps_are_so and (feeling is None or _known(state, feeling.word).called == feeling.called)


Touch = Callable[[str, Feeling | None], None]  # about to change a field, which may be a feeling's


@view_component
def MyWords(state: TendState, aims: Aims) -> ft.View:
    """Each step with a field, then each feeling with one, to be shown or not."""
    mine = state.preferences.feelings
    anew, begin_anew = ft.use_state(0)  # how often the fields began anew
    before = ft.use_ref(None)  # until the person leaves; at hand for a second letter before anything is drawn

    def touch(what: str, feeling: Feeling | None = None) -> None:
        if before.current is None or before.current.what != what:
            before.current = Before(what, state.preferences.moods, state.preferences.energies, feeling)

    async def set_back() -> None:
        touch(BOTH)
        await state.prefer(moods=(), energies=())
        begin_anew(lambda count: count + 1)

    async def undo() -> None:
        stood, before.current = before.current, None
        if stood:
            await _stand_again(state, stood)
            begin_anew(lambda count: count + 1)

    parts = [
        *problem(state),
        line(_("Change a word, and it is yours everywhere. What you kept stays."), colour=Colour.ON_SURFACE_VARIANT),
        _steps(state, Question.MOOD, _("Mood"), anew, touch),
        _steps(state, Question.ENERGY, _("Energy"), anew, touch),
    ]
    if state.preferences.moods or state.preferences.energies:
        parts.append(ft.Row([text_button(_("Tend's own words for both"), state.on(set_back))]))
    words = listed(rules.feeling_words(state.check_ins), mine)
    rows = [_feeling(state, feeling, anew, touch) for feeling in words]
    label = _("A word of my own")
    rows.append(NewLine(state, aims, OWN, _("Add a word"), label, lambda word: _add(state, word)))
    parts.append(_card([heading(_("Feeling words")), *rows]))
    bar = _bar(state, before.current, undo)
    page = glowing_page(detail_bar(state, _("My words"), MY_WORDS), parts, below=bar)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def words_words(state: TendState) -> str:
    """What Settings says of them."""
    chosen = state.preferences
    return _("Some are mine.") if chosen.moods or chosen.energies or chosen.feelings else _("Tend's own so far.")


def _bar(state: TendState, before: Before | None, undo: Callable[[], object]) -> ft.Control | None:
    """What was changed last, with Undo; nothing where it was changed back."""
    if before is None or before.is_so(state):
        return None
    said = _("Tend's own words again.") if before.what == BOTH else _("Your word is changed.")
    return done_bar(state, said, undo)


async def _stand_again(state: TendState, before: Before) -> None:
    feelings = state.preferences.feelings
    if before.feeling:  # what it is called, and nothing else that was done since
        known = _known(state, before.feeling.word)
        feelings = changed(feelings, replace(known, called=before.feeling.called))
    await state.prefer(moods=before.moods, energies=before.energies, feelings=feelings)


def _steps(state: TendState, question: Question, title: str, anew: int, touch: Touch) -> ft.Control:
    names, own = (mood_names, tend_moods()) if question is Question.MOOD else (energy_names, tend_energies())

    def keep(place: int) -> object:
        async def keep_step(words: str) -> bool:
            steps = list(names())
            steps[place] = words
            mine = tuple("" if step == theirs else step for step, theirs in zip(steps, own, strict=True))
            steps_kept = mine if any(mine) else ()
            touch(f"{question}-{place}", None)
            await (state.prefer(moods=steps_kept) if question is Question.MOOD else state.prefer(energies=steps_kept))
            return state.problem is None

        return keep_step

    rows = [
        ft.Row(
            [
                picture(question, place + 1, Colour.ON_SURFACE_VARIANT),
                ft.Container(
                    with_room(KeptLine(state, _label(title, place, own), name, keep(place), hint=own[place])),
                    expand=True,
                ),
            ],
            spacing=theme.M,
            key=f"{question}-{place}-{anew}",
        )
        for place, name in enumerate(names())
    ]
    return _card([heading(title), *rows])


def _label(title: str, place: int, own: tuple[str, ...]) -> str:
    return _("{what}, {place} of {count}").format(what=title, place=place + 1, count=len(own))


def _feeling(state: TendState, feeling: Feeling, anew: int, touch: Touch) -> ft.Control:
    """What it is called, and whether it is offered."""
    name = feeling_name(feeling.word)

    async def keep(words: str) -> bool:
        now = _known(state, feeling.word)
        touch(f"{OWN}-{feeling.word}", now)
        await _put(state, replace(now, called=words))
        return state.problem is None

    async def turn() -> None:
        now = _known(state, feeling.word)
        await _put(state, replace(now, is_hidden=not now.is_hidden))

    icon = ft.Icons.VISIBILITY_OFF_ROUNDED if feeling.is_hidden else ft.Icons.VISIBILITY_ROUNDED
    does = _("Offer again: {word}") if feeling.is_hidden else _("Do not offer: {word}")
    field = with_room(KeptLine(state, tend_feeling(feeling.word), name, keep))
    parts = [ft.Container(field, expand=True), icon_button(icon, does.format(word=name), state.on(turn))]
    row = ft.Row(parts, spacing=theme.S, key=f"feeling-{feeling.word}-{anew}")
    if not feeling.is_hidden:
        return row
    said = line(_("Not offered any more."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([row, said], spacing=0, key=f"feeling-{feeling.word}-{anew}")


def _known(state: TendState, word: str) -> Feeling:
    return next((feeling for feeling in state.preferences.feelings if feeling.word == word), Feeling(word))


async def _put(state: TendState, feeling: Feeling) -> None:
    await state.prefer(feelings=changed(state.preferences.feelings, feeling))


async def _add(state: TendState, words: str) -> None:
    """One more word. Raises `InputRefused`: it cannot be kept."""
    await _put(state, Feeling(words.strip()))


def _card(parts: list[ft.Control]) -> ft.Control:
    return card(ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
