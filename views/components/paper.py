"""A page as it will be printed: black on white, line for line. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.handout import Entry, Handout, Section
from domain.handout_page import reads_from_right
from views import theme
from views.components.basics import Colour, Style, text

RULE = 2  # the line beside an entry and above a heading


def paper(page: Handout) -> ft.Control:
    """Everything that stands on the page, in its order."""
    parts: list[ft.Control] = [_heading(page.title, Style.HEADLINE_SMALL)]
    if page.dated:
        parts.append(_said(page.dated, Style.BODY_SMALL))
    parts += [line for section in page.sections for line in _section(section)]
    if page.closing:
        parts.append(ft.Container(_said(page.closing, Style.BODY_SMALL), margin=ft.Margin.only(top=theme.M)))
    return sheet(ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def sheet(content: ft.Control) -> ft.Control:
    """White paper with something on it."""
    return ft.Container(
        content,
        bgcolor=theme.PAPER,
        border=ft.Border.all(1, Colour.OUTLINE),
        border_radius=theme.FIELD,
        padding=theme.L,
    )


def _section(section: Section) -> list[ft.Control]:
    title = _heading(section.heading, Style.TITLE_MEDIUM)
    above = ft.Border(top=ft.BorderSide(RULE, theme.INK))
    top = ft.Container(title, border=above, padding=ft.Padding.only(top=theme.S), margin=ft.Margin.only(top=theme.M))
    return [top, *(_entry(entry) for entry in section.entries)]


def _entry(entry: Entry) -> ft.Control:
    lines = [_said(entry.words, Style.BODY_LARGE), *(_said(more, Style.BODY_LARGE) for more in entry.more)]
    rule, space = ft.BorderSide(RULE, theme.INK), theme.M
    from_right = reads_from_right(entry.words)
    return ft.Container(
        ft.Column(lines, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        border=ft.Border(right=rule) if from_right else ft.Border(left=rule),
        padding=ft.Padding.only(right=space) if from_right else ft.Padding.only(left=space),
    )


def _heading(words: str, style: Style) -> ft.Control:
    return ft.Semantics(heading_level=3, header=True, content=text(words, style, theme.INK))


def _said(words: str, style: Style) -> ft.Control:
    return ft.Semantics(container=True, content=text(words, style, theme.INK, rtl=reads_from_right(words)))
