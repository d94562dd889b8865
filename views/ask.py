"""Asking somebody: a message that is ready, and the person sends it. Imports `domain`, Flet and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.dialling import message_link
from domain.errors import InputRefused
from domain.people import Person, askable, with_ask
from views import theme
from views.acting import Handler
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, heading, line, text, text_button
from views.components.choices import choice, choices
from views.components.entry import field_style
from views.components.frame import ASK, detail_bar, glowing_page
from views.components.help_buttons import first_button, link_button
from views.guard import view_component
from views.state import TendState
from views.wording import calm_words
from views.words import _

LINES = 6


@view_component
def Ask(state: TendState, aims: Aims) -> ft.View:
    """Whom, what, and the phone's own messages; Tend never sends anything."""
    copied, note_copied = ft.use_state("")
    refused, say = ft.use_state("")
    person, words = aims.asking
    person = (aims.people.get(person.id) or person) if person else None  # with the messages that were kept since
    chosen = words or messages()[0]

    def write(message: str) -> None:
        say("")
        aims.asking = person, message

    def choose(somebody: Person | None) -> None:
        aims.asking = somebody, words

    async def keep(somebody: Person) -> None:
        try:
            await aims.people.keep(with_ask(somebody, words))
        except InputRefused as error:
            say(calm_words(error).title)
        else:
            say("")

    parts = [*trouble(state), *_whom(state, aims, person, choose)]
    parts.append(heading(_("What would you like to say?")))
    offered = [*messages(), *(person.asks if person else ())]
    parts += [_offered(state, message, message == chosen, write) for message in offered]
    parts.append(_own(state, words, write, refused))
    if person and words.strip() and " ".join(words.split()) not in offered:
        parts.append(_keeping(person, state.on(keep, person)))
    parts.append(line(_("Tend never sends for you."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    parts.append(first_button(_("Open in messages"), draft(person, chosen), ft.Icons.SMS_ROUNDED))
    mail = person.mail_link(chosen) if person else None
    if mail:
        parts.append(link_button(_("Open in e-mail"), mail, ft.Icons.MAIL_ROUNDED))
    copy = ft.TextButton(_("Copy the words"), action=ft.CopyToClipboard(chosen), on_click=state.on(note_copied, chosen))
    parts.append(ft.Row([copy, *_copied(copied == chosen)], alignment=ft.MainAxisAlignment.CENTER, wrap=True))
    title = _("Ask {name}").format(name=person.name) if person else _("Ask someone")
    page = glowing_page(detail_bar(state, title, ASK), parts, theme.BLUE)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _whom(
    state: TendState, aims: Aims, person: Person | None, choose: Callable[[Person | None], None]
) -> list[ft.Control]:
    """Whom to ask, if Tend knows anybody; and what to do where there is no number."""
    helpers = {goal.helper_id for goal in aims.goals.all() if goal.farewell is None}
    offered = askable(aims.people.all(), helpers | {person.id} if person else helpers)
    parts: list[ft.Control] = []
    if offered:
        chips = [
            choice(somebody.name, person is not None and somebody.id == person.id, state.on(choose, somebody))
            for somebody in offered
        ]
        chips.append(choice(_("Somebody else"), person is None, state.on(choose, None)))
        parts += [heading(_("Whom would you like to ask?")), choices(chips)]
    if person and not person.text_link():
        parts.append(line(_("Tend has no number for {name}.").format(name=person.name)))
        parts.append(line(_("Pick {name} in your messages, or copy the words.").format(name=person.name)))
    return parts


def _copied(is_copied: bool) -> list[ft.Control]:
    """Says it where it happened, until the words are others."""
    words = text(_("Copied."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return [ft.Semantics(live_region=True, content=words)] if is_copied else []


def messages() -> tuple[str, ...]:
    """Messages that are ready, from the lightest on."""
    return (
        _("Please think of me today. No need to answer."),
        _("Could you come and sit with me?"),
        _("I need you now. Please call me."),
    )


def draft(person: Person | None, words: str) -> str:
    """The address that opens the phone's messages with these words; whom, the person picks where there is no number."""
    return (person and person.text_link(words)) or message_link(words)


def _offered(state: TendState, message: str, chosen: bool, write: Callable[[str], None]) -> ft.Control:
    """A ready message; tapped, it stands in the field and can be changed there."""
    ink = Colour.ON_TERTIARY_CONTAINER
    tick = ft.Icons.CHECK_CIRCLE_ROUNDED if chosen else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED
    words = text(
        message,
        colour=ink,
        semantics_label=_("{step}, chosen").format(step=message) if chosen else message,
        expand=True,
    )
    return ft.TextButton(
        content=ft.Row([ft.Icon(tick, color=ink, size=22), words], spacing=theme.M),
        key=f"message-{message}",
        on_click=state.on(write, message),
        style=ft.ButtonStyle(
            bgcolor=Colour.TERTIARY_CONTAINER,
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.INNER),
        ),
    )


def _keeping(person: Person, keep: Handler) -> ft.Control:
    """Offers to keep own words, to be found here again and changed where the person is."""
    words = _("Keep these words for {name}").format(name=person.name)
    return ft.Row([text_button(words, keep, icon=ft.Icons.BOOKMARK_ADD_ROUNDED)], wrap=True)


def _own(state: TendState, words: str, write: Callable[[str], None], refused: str) -> ft.Control:
    return ft.TextField(
        label=_("In my own words"),
        value=words,
        multiline=True,
        min_lines=2,
        max_lines=LINES,
        error=refused or None,
        error_max_lines=4,
        on_change=state.on_value(write),
        **field_style(),
    )
