"""A panel that stands under a page in reach of the thumb, and is still heard before it. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views.guard import component


@component
def HeardFirst(panel: ft.Control, page: ft.Control) -> ft.Control:
    """The panel below, the page above it; screen readers come to the panel first.

    Flutter reads from top to bottom, whatever the order in the tree; of two things that fill one and the same place it
    reads the one first that comes first. So each gets a layer of the whole room, and the page leaves as much of its own
    free as the panel is high. Until that was measured, the panel lies over the page.
    """
    height, measured = ft.use_state(0)
    stands = ft.Container(panel, on_size_change=lambda event: measured(event.height))
    stretch = ft.CrossAxisAlignment.STRETCH
    below = ft.Column([ft.Container(expand=True), stands], spacing=0, horizontal_alignment=stretch)
    above = ft.Container(page, padding=ft.Padding.only(bottom=height))
    first = ft.Semantics(container=True, content=below, key="heard-first")
    then = ft.Semantics(container=True, content=above, key="heard-then")
    return ft.Stack([first, then] if height else [then, first], expand=True, fit=ft.StackFit.EXPAND)
