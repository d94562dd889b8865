"""What a finger and a screen reader tap by its name. Imports Flet.

Without `annotations` from `__future__`: Flet reads the types of its fields when the program runs.
"""

from typing import Optional

import flet as ft


@ft.control("Semantics")
class Tappable(ft.Semantics):
    """`Semantics` with the names that Flet's part in the browser waits for: in 1.0.5 they are `on_tap` and `focus` in
    Python alone, and nothing comes of those.
    """

    focused: Optional[bool] = None  # noqa: UP045 - as Flet reads it
    on_click: Optional[ft.ControlEventHandler["Tappable"]] = None  # noqa: UP045
