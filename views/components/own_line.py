"""A line in the person's own words: a new one to be added, or one that is kept with each letter. Imports `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from domain.errors import InputRefused, Wordless
from views import theme
from views.aims import Aims
from views.components.basics import text_button
from views.components.entry import field_style
from views.guard import component
from views.state import TendState
from views.wording import calm_words
from views.words import _

Keep = Callable[
    [str], Awaitable[object]
]  # False: the device did not take it; raises `InputRefused` for words that cannot be kept


@component
def NewLine(
    state: TendState,
    aims: Aims,
    purpose: str,
    opens: str,
    label: str,
    add: Keep,
    icon: ft.IconData = ft.Icons.ADD_ROUNDED,
    alignment: ft.MainAxisAlignment = ft.MainAxisAlignment.START,
) -> ft.Control:
    """A button called `opens`; after a tap a field, and what was written there goes to `add`.

    Words that are refused stay, with a sentence why, and so do those begun before another screen was opened.
    """
    refused = ft.use_ref("")
    _drawn, draw = ft.use_state(0)

    def become(words: str | None, sentence: str = "") -> None:
        refused.current = sentence
        aims.begun.pop(purpose, None)
        if words is not None:
            aims.begun[purpose] = words
        draw(lambda drawn: drawn + 1)

    async def submit() -> None:
        words = aims.begun.pop(purpose, None)  # taken at once: a second tap finds nothing to add
        if words is None:
            return
        try:
            await add(words)
        except InputRefused as error:
            become(words, calm_words(error).title)
        else:
            become(aims.begun.get(purpose))

    if purpose not in aims.begun:
        button = text_button(opens, state.on(become, ""), icon=icon)
        return ft.Row([button], wrap=True, alignment=alignment)
    field = ft.TextField(
        value=aims.begun[purpose],
        label=label,
        key=label,
        autofocus=True,
        error=refused.current or None,
        error_max_lines=4,
        on_change=state.on_value(lambda words: aims.begun.update({purpose: words})),
        on_submit=state.on(submit),
        **field_style(),
    )
    buttons = [text_button(_("Add"), state.on(submit)), text_button(_("Cancel"), state.on(become, None))]
    return ft.Column(
        [field, ft.Row(buttons, spacing=theme.S, wrap=True)],
        spacing=theme.XS,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def KeptLine(
    state: TendState,
    label: str,
    stored: str,
    keep: Keep,
    needs_words: bool = False,
    hint: str = "",
    lines: int = 1,
    tells: bool = False,
) -> ft.Control:
    """A field of which each letter is kept; one that `tells` says so below it, once `keep` answered that it is.

    One that `needs_words` and is emptied goes back to what it held when it was opened, should the person leave.
    """
    typed, opened, refused = ft.use_ref(None), ft.use_ref(stored), ft.use_ref("")
    told = ft.use_ref(_("Each letter is kept."))  # always a line, so that nothing jumps
    _drawn, draw = ft.use_state(0)

    async def write(words: str) -> None:
        typed.current, sentence, kept = words, "", False
        try:
            if needs_words and not words.strip():
                sentence = calm_words(Wordless()).title
                await keep(opened.current)
            else:
                kept = bool(await keep(words.strip()))
        except InputRefused as error:
            sentence = calm_words(error).title
        if typed.current == words:  # not while later letters were on their way
            refused.current, told.current = sentence, _("Saved.") if kept else ""
            draw(lambda drawn: drawn + 1)

    return ft.TextField(
        value=stored if typed.current is None else typed.current,
        label=label,
        key=label,
        hint_text=hint or None,
        helper=(told.current or None) if tells else None,
        multiline=lines > 1,
        min_lines=1,
        max_lines=lines,
        error=refused.current or None,
        error_max_lines=4,
        on_change=state.on_value(write),
        **field_style(),
    )
