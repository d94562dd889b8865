"""The part of Settings about everything that is stored: how safe it is, and what can be done with it as a whole.

Imports `domain` and `views`.
"""

from __future__ import annotations

import flet as ft

from domain.safety import Keeping, Light, days_since, light
from views import theme
from views.components.basics import Colour, Style, card, heading, text
from views.components.frame import BACK_UP, BRING_IN, ERASE, LOCK, open_over
from views.components.rows import badge, row
from views.state import TendState
from views.words import _, ngettext


def my_data(state: TendState) -> list[ft.Control]:
    """The heading and the card; nothing where the records are not Tend's to move."""
    if state.vault is None:
        return []
    rows: list[ft.Control] = [_light(state)]
    if state.vault.can_take_back:
        rows.append(_row(state, ft.Icons.UNDO_ROUNDED, _("Undo the last file"), _("Everything goes back."), BRING_IN))
    rows += [
        _row(
            state,
            ft.Icons.FILE_OPEN_ROUNDED,
            _("Bring in a file"),
            _("A backup, or a table from another app."),
            BRING_IN,
        ),
        ft.Divider(height=1),
        *_lock(state),
        _row(state, ft.Icons.DELETE_OUTLINE_ROUNDED, _("Delete everything"), _("Asks twice first."), ERASE),
    ]
    content = ft.Column(rows, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    title = ft.Container(heading(_("My data")), padding=ft.Padding.only(top=theme.S))
    return [title, card(content, padding=0)]


def _row(state: TendState, icon: ft.IconData, name: str, more: str, route: str) -> ft.Control:
    return row(icon, name, more, state.on(open_over, state, route))


def _lock(state: TendState) -> list[ft.Control]:
    """The row of the lock; a window that keeps nothing, or only reads, has nothing to lock."""
    if state.keeping is not Keeping.KEPT:
        return []
    return [_row(state, ft.Icons.LOCK_ROUNDED, _("Lock Tend"), _lock_words(state), LOCK), ft.Divider(height=1)]


def _lock_words(state: TendState) -> str:
    return _("On. Help now still opens.") if state.has_lock else _("Off. Help now always opens.")


def _light(state: TendState) -> ft.Control:
    """The data-safety light: icon, words, and the way to make it better."""
    shown = light(state.device, state.now, state.is_persistent, bool(state.check_ins))
    icon, ground, ink, title = {
        Light.SAFE: (ft.Icons.SAVE_ROUNDED, Colour.PRIMARY_CONTAINER, Colour.ON_PRIMARY_CONTAINER, _safe_words(state)),
        Light.DUE: (
            ft.Icons.SAVE_ROUNDED,
            Colour.SECONDARY_FIXED,
            Colour.ON_SECONDARY_FIXED,
            _("A good time to back up"),
        ),
        Light.AT_RISK: (
            ft.Icons.WARNING_AMBER_ROUNDED,
            Colour.ERROR_CONTAINER,
            Colour.ON_ERROR_CONTAINER,
            _("This browser may clear your words"),
        ),
    }[shown]
    lines = [text(title, Style.TITLE_SMALL)]
    lines += [text(line, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for line in _facts(state, shown)]
    head = ft.Row([badge(icon, ground, ink), ft.Column(lines, spacing=theme.XS, expand=True)], spacing=theme.L)
    button = ft.FilledTonalButton(
        text(_("Back up now"), Style.LABEL_LARGE, Colour.ON_PRIMARY_CONTAINER),
        on_click=state.on(open_over, state, BACK_UP),
        style=ft.ButtonStyle(padding=theme.L),
    )
    content = ft.Column([head, button], spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(content, padding=theme.L)


def _safe_words(state: TendState) -> str:
    then = state.device.backed_up_at
    if then is None:
        return _("Nothing to back up yet")
    days = days_since(then, state.now)
    if days == 0:
        return _("Backed up today")
    return ngettext("Backed up {days} day ago", "Backed up {days} days ago", days).format(days=days)


def _facts(state: TendState, shown: Light) -> list[str]:
    """Where the words are, when they were last backed up, and what the browser promised."""
    if not state.check_ins:
        return [_("What you write stays on this device.")]
    if state.keeping is Keeping.NOT_KEPT:
        return [_("They go when this window closes. Back up to keep them.")]
    facts = []
    then = state.device.backed_up_at
    if then and shown is not Light.SAFE:
        days = days_since(then, state.now)
        facts.append(ngettext("Last backup: {days} day ago.", "Last backup: {days} days ago.", days).format(days=days))
    elif not then:
        facts.append(_("Your words are on this device alone."))
    if state.device.backups:
        made = state.device.backups
        facts.append(ngettext("{count} copy made so far.", "{count} copies made so far.", made).format(count=made))
    if shown is Light.AT_RISK:
        facts.append(_("Put Tend on your home screen, or back up."))
    elif state.is_persistent and state.keeping is Keeping.KEPT:
        facts.append(_("This browser has agreed to keep your words."))
    elif state.is_persistent is False:
        facts.append(_("This browser has not agreed to keep your words."))
    return facts
