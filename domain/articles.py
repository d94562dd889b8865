"""The short pages of Learn: what recovery means here, pacing, a plan, people, privacy. Imports `domain` only.

They ship with Tend (`assets/content/learn.json`); nothing is noted of who read what.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.errors import OutOfRange, Wordless
from domain.models import within

MINUTES = range(1, 6)  # to read a page
YEARS = range(1950, 2101)  # in which a source may have come out


class LeadsTo(StrEnum):
    """A screen on which what a page says can be done."""

    VALUES = "values"
    STRENGTHS = "strengths"
    GOALS = "goals"
    PACING = "pacing"
    PLAN = "plan"
    SAFETY_PLAN = "safety plan"
    SHARE = "share"
    PEOPLE = "people"
    LOCK = "lock"
    BACK_UP = "back up"


@dataclass(frozen=True)
class Passage:
    """A heading, and below it paragraphs, a list, or both in that order.

    Raises:
        Wordless: a heading alone.
    """

    heading: str
    words: tuple[str, ...] = ()
    points: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.heading and (self.words or self.points) and all((*self.words, *self.points))):
            raise Wordless("no words")


@dataclass(frozen=True)
class Work:
    """What a page is based on: who said it and where, and the year it came out.

    Raises:
        OutOfRange: a year that is none.
    """

    name: str
    year: int

    def __post_init__(self) -> None:
        within(self.year, YEARS, "year")


@dataclass(frozen=True)
class Article:
    """One page. `checked_on` is when its facts were last read against `works`.

    Raises:
        OutOfRange: minutes that are not among `MINUTES`, or nothing that it is based on.
    """

    id: str
    title: str
    summary: str
    minutes: int  # to read it
    passages: tuple[Passage, ...]
    leads_to: tuple[LeadsTo, ...]
    works: tuple[Work, ...]
    checked_on: date

    def __post_init__(self) -> None:
        within(self.minutes, MINUTES, "minutes")
        if not self.works:
            raise OutOfRange("a page is based on something")


def article_at(articles: tuple[Article, ...], id: str) -> Article | None:
    """The page an address names; None where there is none."""
    return next((article for article in articles if article.id == id), None)
