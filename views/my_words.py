"""The words of a check-in, as the person has them: the steps of both scales, the feelings. Imports `domain`, `views`.

What is kept stays as it was; the words change wherever they are shown.
"""

from __future__ import annotations

from dataclasses import replace

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

Steps = tuple[tuple[str, ...], tuple[str, ...]]  # own names of moods and of energies
OWN = "own feeling"  # the purpose of words begun here


@view_component
def MyWords(state: TendState, aims: Aims) -> ft.View:
    """Each step with a field, then each feeling with one, to be shown or not."""
    mine = state.preferences.feelings
    anew, begin_anew = ft.use_state(0)  # how often the fields began anew
    before, note = ft.use_state(None)  # what stood there until all was set back

    async def put(steps: Steps | None) -> None:
        chosen = state.preferences
        note(None if steps else (chosen.moods, chosen.energies))
        moods, energies = steps or ((), ())
        await state.prefer(moods=moods, energies=energies)
        begin_anew(lambda count: count + 1)

    parts = [
        *problem(state),
        line(_("Change a word, and it is yours everywhere. What you kept stays."), colour=Colour.ON_SURFACE_VARIANT),
        _steps(state, Question.MOOD, _("Mood"), anew),
        _steps(state, Question.ENERGY, _("Energy"), anew),
    ]
    if state.preferences.moods or state.preferences.energies:
        parts.append(ft.Row([text_button(_("Tend's own words for both"), state.on(put, None))]))
    words = listed(rules.feeling_words(state.check_ins), mine)
    rows = [_feeling(state, feeling) for feeling in words]
    label = _("A word of my own")
    rows.append(NewLine(state, aims, OWN, _("Add a word"), label, lambda word: _add(state, word)))
    parts.append(_card([heading(_("Feeling words")), *rows]))
    bar = done_bar(state, _("Tend's own words again."), lambda: put(before)) if before else None
    page = glowing_page(detail_bar(state, _("My words"), MY_WORDS), parts, below=bar)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def words_words(state: TendState) -> str:
    """What Settings says of them."""
    chosen = state.preferences
    return _("Some are mine.") if chosen.moods or chosen.energies or chosen.feelings else _("Tend's own so far.")


def _steps(state: TendState, question: Question, title: str, anew: int) -> ft.Control:
    names, own = (mood_names, tend_moods()) if question is Question.MOOD else (energy_names, tend_energies())

    def keep(place: int) -> object:
        async def keep_step(words: str) -> bool:
            steps = list(names())
            steps[place] = words
            mine = tuple("" if step == theirs else step for step, theirs in zip(steps, own, strict=True))
            steps_kept = mine if any(mine) else ()
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


def _feeling(state: TendState, feeling: Feeling) -> ft.Control:
    """What it is called, and whether it is offered."""
    name = feeling_name(feeling.word)

    async def keep(words: str) -> bool:
        now = _known(state, feeling.word)
        await _put(state, replace(now, called=words))
        return state.problem is None

    async def turn() -> None:
        now = _known(state, feeling.word)
        await _put(state, replace(now, is_hidden=not now.is_hidden))

    icon = ft.Icons.VISIBILITY_OFF_ROUNDED if feeling.is_hidden else ft.Icons.VISIBILITY_ROUNDED
    does = _("Offer again: {word}") if feeling.is_hidden else _("Do not offer: {word}")
    field = with_room(KeptLine(state, tend_feeling(feeling.word), name, keep))
    parts = [ft.Container(field, expand=True), icon_button(icon, does.format(word=name), state.on(turn))]
    row = ft.Row(parts, spacing=theme.S, key=f"feeling-{feeling.word}")
    if not feeling.is_hidden:
        return row
    said = line(_("Not offered any more."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([row, said], spacing=0, key=f"feeling-{feeling.word}")


def _known(state: TendState, word: str) -> Feeling:
    return next((feeling for feeling in state.preferences.feelings if feeling.word == word), Feeling(word))


async def _put(state: TendState, feeling: Feeling) -> None:
    await state.prefer(feelings=changed(state.preferences.feelings, feeling))


async def _add(state: TendState, words: str) -> None:
    """One more word. Raises `InputRefused`: it cannot be kept."""
    await _put(state, Feeling(words.strip()))


def _card(parts: list[ft.Control]) -> ft.Control:
    return card(ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
