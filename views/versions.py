"""Which Tend this is, what it is made of, and under which licences. Imports `views`."""

from __future__ import annotations

import functools
import json
import platform
from dataclasses import dataclass
from pathlib import Path

import flet as ft

from views import theme
from views.components.basics import Colour, Style, card, heading, line, text, text_button
from views.components.frame import VERSIONS, detail_bar, glowing_page
from views.guard import component, view_component
from views.state import TendState
from views.words import _

ABOUT = Path(__file__).parent.parent / "assets" / "content" / "about.json"  # web/licences.py writes it

NOTICES = (Path() / "assets" / "NOTICES").as_posix()  # of the site


@dataclass(frozen=True)
class Part:
    """Something Tend is made of; `text` is its licence, "" where that is known by its name alone."""

    name: str
    version: str
    licence: str
    text: str


@dataclass(frozen=True)
class About:
    """What the build wrote down; nothing where Tend runs from its sources."""

    version: str = ""
    build: str = ""
    parts: tuple[Part, ...] = ()


@view_component
def Versions(state: TendState) -> ft.View:
    """The versions first, then what Tend is not, then each part with its licence on a tap."""
    told = about()
    parts: list[ft.Control] = [
        _card([heading(_("This Tend")), *map(line, _versions(told))]),
        _card(
            [
                heading(_("What Tend is not")),
                line(_("It is no medical device. It does not take the place of care.")),
            ]
        ),
        ft.Container(heading(_("Licences")), padding=ft.Padding.only(top=theme.S)),
    ]
    if not told.parts:
        parts.append(line(_("The built app holds the texts.")))
    else:
        parts.append(_engine(state))
    parts += [Licence(state, part, key=f"licence-{part.name}") for part in told.parts]
    page = glowing_page(detail_bar(state, _("Versions"), VERSIONS), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


@component
def Licence(state: TendState, part: Part) -> ft.Control:
    """A part and its licence's name; a tap shows the text."""
    is_open, show = ft.use_state(False)
    named = _("{name} {version}").format(name=part.name, version=part.version) if part.version else part.name
    shown: list[ft.Control] = [text(named, Style.BODY_LARGE)]
    if part.licence:
        shown.append(text(part.licence, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    if part.text:
        words = _("Hide the text") if is_open else _("Read the text")
        spoken = _("{what}: {name}").format(what=words, name=part.name)
        button = ft.TextButton(
            text(words, Style.LABEL_LARGE, Colour.PRIMARY, semantics_label=spoken), on_click=state.on(show, not is_open)
        )
        shown.append(ft.Row([button]))
    if is_open:
        shown.append(line(part.text, Style.BODY_SMALL))
    return card(ft.Column(shown, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _engine(state: TendState) -> ft.Control:
    """What draws the screens: hundreds of parts, whose texts are a file of their own."""
    shown: list[ft.Control] = [
        text(_("Flutter, and what it is made of"), Style.BODY_LARGE),
        text(_("Open licences of many kinds."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    if state.page:
        save = state.on(state.page.give_file, NOTICES, _("flutter-licences.txt"))
        shown.append(ft.Row([text_button(_("Save the texts"), save)]))
    return _card(shown)


def version_words() -> str:
    """What Settings says of it."""
    version = about().version
    return _("Tend {version}.").format(version=version) if version else _("From its sources.")


@functools.cache
def about() -> About:
    """What the build wrote down about itself, read once somebody looks."""
    if not ABOUT.is_file():
        return About()
    facts = json.loads(ABOUT.read_text("utf-8"))
    return About(facts["version"], facts["build"], tuple(Part(**part) for part in facts["parts"]))


def _versions(told: About) -> list[str]:
    known = [_("Tend {version}, build {build}.").format(version=told.version, build=told.build)] if told.version else []
    return [
        *known,
        _("Python {version}.").format(version=platform.python_version()),
        _("Flet {version}.").format(version=ft.__version__),
    ]


def _card(parts: list[ft.Control]) -> ft.Control:
    return card(ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
