"""The pages of Learn, read from `assets/content/learn.json` and checked when somebody first opens one.

The file is ours, so what is wrong with it is a mistake of ours: `ContentUnsound` names the page and the mistake. Every
field below is required, and no other may stand there:

    id, title, summary, minutes, passages, leads_to, sources, checked_on
    of a passage: heading, words, points (one of the last two may be []); of a source: name, year

Imports `domain` and `content_checks`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from domain.articles import Article, LeadsTo, Passage, Work
from domain.errors import InputRefused
from storage.content_checks import ContentUnsound, as_list, as_number, as_text, check_fields, entries

LEARN = Path(__file__).parent.parent / "assets" / "content" / "learn.json"
VERSION = 1

_FIELDS = {"id", "title", "summary", "minutes", "passages", "leads_to", "sources", "checked_on"}
_OF_A_PASSAGE, _OF_A_SOURCE = {"heading", "words", "points"}, {"name", "year"}


@functools.cache
def articles() -> tuple[Article, ...]:
    """The pages in their order; read once, and not before somebody asks. Raises ContentUnsound."""
    return load(LEARN.read_text("utf-8"))


def load(text: str) -> tuple[Article, ...]:
    """The pages a file holds.

    Raises:
        ContentUnsound: it is no such file, or a page in it lacks something, has something unknown, or another's id.
    """
    return entries(text, "pages", VERSION, _article)


def _article(document: Mapping[str, Any]) -> Article:
    name = str(document.get("id") or document.get("title") or "a page without an id")
    try:
        check_fields(document, _FIELDS, set(), {"leads_to"})
        return Article(
            id=as_text(document["id"]),
            title=as_text(document["title"]),
            summary=as_text(document["summary"]),
            minutes=as_number(document["minutes"], int),
            passages=tuple(_passage(passage) for passage in as_list(document["passages"])),
            leads_to=tuple(LeadsTo(place) for place in as_list(document["leads_to"])),
            works=tuple(_work(source) for source in as_list(document["sources"])),
            checked_on=date.fromisoformat(document["checked_on"]),
        )
    except ContentUnsound as exc:
        raise ContentUnsound(f"{name}: {exc}") from None
    except (InputRefused, ValueError, TypeError, AttributeError) as exc:
        raise ContentUnsound(f"{name}: {type(exc).__name__}: {exc}") from exc


def _passage(document: Mapping[str, Any]) -> Passage:
    check_fields(document, _OF_A_PASSAGE, set(), {"words", "points"})
    words, points = (tuple(map(as_text, as_list(document[field]))) for field in ("words", "points"))
    return Passage(as_text(document["heading"]), words, points)


def _work(document: Mapping[str, Any]) -> Work:
    check_fields(document, _OF_A_SOURCE, set(), set())
    return Work(as_text(document["name"]), as_number(document["year"], int))
