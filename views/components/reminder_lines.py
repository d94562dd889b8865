"""What is due, on Today; and what is said about notices on this device. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.reminders import ReminderKind
from domain.safety import Allowed
from domain.schedule import Due
from views import theme
from views.acting import Handler
from views.aims import Aims
from views.components.basics import Colour, Style, card, line, text, text_button
from views.components.frame import open_over
from views.components.notices import notice
from views.guard import component
from views.planning import Planning
from views.practice import Practice
from views.reminder_words import address, own_title
from views.reminding import Reminding
from views.state import TendState
from views.words import _, ngettext

MOST = 3  # at once
HERE_ALREADY = (ReminderKind.CHECK_IN, ReminderKind.OWN)  # what they ask for needs no other screen


@component
def ReminderLines(state: TendState, reminding: Reminding, aims: Aims, practice: Practice, plan: Planning) -> ft.Control:
    """What was said lately, each until it is done or answered, or is late; mostly nothing.

    It takes `aims`, `practice` and `plan` to be drawn anew when what it asks for was done there.
    """
    del aims, practice, plan
    said = _standing(reminding)
    parts = _rest(state, reminding)
    parts += [_line(state, reminding, due) for due in said[:MOST]]
    if said[MOST:]:
        parts.append(line(_more_words(len(said) - MOST), colour=Colour.ON_SURFACE_VARIANT))
    if reminding.reminders.all() and reminding.was_withdrawn:
        parts += news_of_notices(state, reminding)
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, visible=bool(parts))


def small_line(reminding: Reminding, show_everything: Handler | None) -> ft.Control | None:
    """The one line of them on the small Today: a button to where they all stand, with how many more there are.

    None to tap with: in words alone. So is a rest, while which nothing is due.
    """
    if reminding.rest_until_return:
        return _told(ft.Icons.BEDTIME_ROUNDED, _("Your reminders rest until you come back."))
    said = _standing(reminding)
    if not said:
        return None
    if show_everything is None:
        return _head(reminding, said[0])
    words = _("Show everything")
    if said[1:]:
        words = _("{more} {words}").format(more=_more_words(len(said) - 1), words=words)
    leads = text(words, Style.BODY_MEDIUM, Colour.PRIMARY, weight=ft.FontWeight.W_600)
    return ft.TextButton(
        content=_head(reminding, said[0], leads),
        key="due",
        on_click=show_everything,
        style=ft.ButtonStyle(padding=theme.S, shape=ft.RoundedRectangleBorder(radius=theme.FIELD)),
    )


def _standing(reminding: Reminding) -> list[Due]:
    """What was said and still stands: the person's own words first, for they may be about medication."""
    return sorted(reminding.said(), key=lambda due: due.reminder.kind is not ReminderKind.OWN)


def _more_words(count: int) -> str:
    return ngettext("And {count} more.", "And {count} more.", count).format(count=count)


def _line(state: TendState, reminding: Reminding, due: Due) -> ft.Control:
    reminder = due.reminder
    buttons = [
        text_button(_("Later"), state.on(reminding.later, due)),
        text_button(_("Not today"), state.on(reminding.not_today, due)),
    ]
    if reminder.kind is ReminderKind.OWN:
        buttons.insert(0, text_button(_("Done"), state.on(reminding.put_down, due)))
    elif reminder.kind not in HERE_ALREADY:
        buttons.insert(0, text_button(_("Open"), state.on(open_over, state, address(reminder))))
    content = ft.Column([_head(reminding, due), ft.Row(buttons, spacing=theme.S, wrap=True)], spacing=0)
    padding = ft.Padding.only(left=theme.L, top=theme.L, right=theme.L, bottom=theme.S)
    return card(content, padding=padding, key=f"due-{reminder.id}")


def _rest(state: TendState, reminding: Reminding) -> list[ft.Control]:
    """That all rest until the person comes back: they are here, and may say so. Once they did, the way back."""
    if reminding.rest_until_return:
        icon, words = ft.Icons.BEDTIME_ROUNDED, _("Your reminders rest until you come back.")
        button = text_button(_("Start again"), state.on(reminding.wake_all))
    elif reminding.woken:
        icon, words = ft.Icons.NOTIFICATIONS_ROUNDED, _("Your reminders are back.")
        button = text_button(_("Undo"), state.on(reminding.undo_wake))
    else:
        return []
    return [ft.Column([_told(icon, words), ft.Row([button], wrap=True)], spacing=0, key="rest")]


def _head(reminding: Reminding, due: Due, leads: ft.Control | None = None) -> ft.Control:
    """What it is about; `leads`: where the button around it does."""
    return _told(ft.Icons.NOTIFICATIONS_ROUNDED, own_title(due.reminder, reminding.name(due.reminder)), leads)


def _told(icon: ft.IconData, words: str, leads: ft.Control | None = None) -> ft.Control:
    """A line with its picture, read out when it comes; in a button it is one with the button."""
    picture = ft.Icon(icon, color=Colour.ON_SURFACE_VARIANT, size=22)
    lines: list[ft.Control] = [text(words, Style.BODY_LARGE), *([leads] if leads else [])]
    row = ft.Row([picture, ft.Column(lines, spacing=0, expand=True, tight=True)], spacing=theme.M)
    return ft.Semantics(container=leads is None, live_region=True, content=row)


def news_of_notices(state: TendState, reminding: Reminding) -> list[ft.Control]:
    """That this device shows no notices, in a box until the person has read it."""
    if not reminding.has_news_of_notices:
        return []
    read = (_("I have read this"), state.on(reminding.read_about_notices))
    if reminding.was_withdrawn:
        title, advice = _("This device shows no notices now."), _("That is fine. Reminders stand on Today.")
    elif reminding.allowed is Allowed.NO:
        title = _("No notices, then. That is fine.")
        advice = _("Reminders stand on Today. The browser's settings can change it.")
    else:
        return []
    return [notice(title, advice, read, is_trouble=False)]


def about_notices(state: TendState, reminding: Reminding) -> list[ft.Control]:
    """Whether this device shows notices: asked for in a tap, after why; told once where it does not."""
    news = news_of_notices(state, reminding)
    if news and reminding.allowed is Allowed.NO:
        return news
    if reminding.allowed is Allowed.NOT_ASKED:
        return [*news, _ask(state, reminding)]
    said = {
        Allowed.YES: _("This device shows them as notices."),
        Allowed.NO: _("This device shows no notices. Reminders stand on Today."),
        Allowed.CANNOT: _("This browser cannot show notices. Reminders stand on Today."),
    }[reminding.allowed]
    return [line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)]


def _ask(state: TendState, reminding: Reminding) -> ft.Control:
    button = ft.FilledTonalButton(
        text(_("Show notices"), Style.LABEL_LARGE, Colour.ON_PRIMARY_CONTAINER),
        on_click=state.on(reminding.ask_device),
        style=ft.ButtonStyle(padding=theme.L),
    )
    why = _("A notice reaches you while you use other apps. Your device asks first.")
    parts = [line(why), line(_("Say no, and they stand on Today."), colour=Colour.ON_SURFACE_VARIANT), button]
    return card(ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
