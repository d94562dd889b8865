"""Keeps one broken part from taking the rest with it. Imports Flet and `views.words`.

A component that raises while it renders again stops Flet's update loop for good and silently, and a handler that
raises puts Flet's own crash text over the screen: every component and handler of ours goes through here.
"""

from __future__ import annotations

import functools
import logging
import traceback
from collections.abc import Callable
from typing import Any, ParamSpec

import flet as ft

from views.words import _

P = ParamSpec("P")
log = logging.getLogger("tend")


def component(render: Callable[P, Any]) -> Callable[P, Any]:
    """Flet's `component`, drawing a calm line in place of a part that raises."""

    @functools.wraps(render)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
        try:
            return render(*args, **kwargs)
        except Exception as error:  # whatever it is, the rest of the screen lives on
            log_unexpected(error)
            return ft.Text(
                _("This part did not open. The rest still works."), theme_style=ft.TextThemeStyle.BODY_MEDIUM
            )

    return ft.component(guarded)


def view_component(render: Callable[P, Any]) -> Callable[P, Any]:
    """`component` for one that gives a whole view: the calm line comes in a view of its own, with the way to help."""

    @functools.wraps(render)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
        try:
            return render(*args, **kwargs)
        except Exception as error:
            log_unexpected(error)
            parts = [
                ft.Text(_("This page did not open. Your words are still here.")),
                ft.TextButton(_("Help now"), on_click=functools.partial(_go, "/help")),
                ft.TextButton(_("Call 112"), url="tel:112"),
                ft.TextButton(_("Call 911"), url="tel:911"),
                ft.TextButton(_("Go to Today"), on_click=functools.partial(_go, "/")),
            ]
            # Its size is the sign on which the browser takes the boot page away (see web/page/bridge.js).
            return ft.View(controls=[ft.Column(parts, on_size_change=lambda: None)])

    return ft.component(guarded)


def log_unexpected(error: BaseException) -> None:
    """Log where an error came from and of which kind, and not its message, which may hold a person's words."""
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s in\n%s", type(error).__name__, places)


def _go(route: str) -> None:
    ft.context.page.navigate(route)
