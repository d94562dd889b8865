"""Reads the crisis lines and emergency numbers that ship with Tend, and checks them. Imports `domain`.

A file that is wrong is a mistake of ours, so each error names the file, the row and what is the matter with it; there
is nothing in these files that a person wrote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from domain.dialling import is_short_code
from domain.errors import StorageForeign
from domain.lines import (
    ALWAYS,
    Cost,
    CrisisLine,
    Day,
    Directory,
    Emergency,
    Service,
    Tier,
    Week,
)

CONTENT = Path(__file__).parent.parent / "assets" / "content"
LINES = CONTENT / "lines.json"
EMERGENCY = CONTENT / "emergency.json"

Row = Mapping[str, Any]
Made = TypeVar("Made")

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LINE_NEEDS = {"id", "country", "name", "cost", "source", "tier", "checked_on", "works_inside_country"}
_LINE_MAY = {"digits", "text_to", "text_word", "press", "hours", "languages", "page"}
_NUMBER_NEEDS = {"country", "sources"}
_NUMBER_MAY = {"digits", "service", "general"}
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00")


class _Wrong(Exception):
    """What is the matter with a row; named and translated by the caller."""


def crisis_lines(path: Path = LINES) -> tuple[CrisisLine, ...]:
    """Every crisis line, in the order of the file, which is the order of preference within a country.

    Raises:
        StorageForeign: the file cannot be read, or a row is not as it has to be; the message names it.
    """
    countries = set(emergencies())
    return tuple(_each(_parsed(path), "lines", "id", path, lambda row: _line(row, countries)).values())


def directories(path: Path = LINES) -> tuple[Directory, ...]:
    """Lists of crisis lines all over the world. Raises `StorageForeign` as `crisis_lines` does."""
    return tuple(_each(_parsed(path), "directories", "name", path, _directory).values())


def emergencies(path: Path = EMERGENCY) -> dict[str, Emergency]:
    """What to call in danger, by country; every country the file lists has a row.

    Raises:
        StorageForeign: the file cannot be read, or a row is not as it has to be; the message names it.
    """
    whole = _parsed(path)
    names, sources = whole.get("countries"), whole.get("sources")
    if not isinstance(names, dict) or not isinstance(sources, dict):
        raise StorageForeign(f"{path.name}: countries or sources are missing")
    checked_on = whole.get("checked_on")
    found = _each(whole, "numbers", "country", path, lambda row: _emergency(row, names, sources, checked_on))
    if missing := sorted(names.keys() - found.keys()):
        raise StorageForeign(f"{path.name}: no row for {', '.join(missing)}")
    return found


def _each(whole: Row, rows: str, key: str, path: Path, made: Callable[[object], Made]) -> dict[str, Made]:
    """What is made of each row, by its key; an error names the row."""
    listed = whole.get(rows)
    if not isinstance(listed, list) or not listed:
        raise StorageForeign(f"{path.name}: no {rows}")
    found: dict[str, Made] = {}
    for place, row in enumerate(listed, 1):
        name = str((isinstance(row, dict) and row.get(key)) or f"number {place}")
        try:
            if name in found:
                raise _Wrong(f"the {key} stands twice")
            found[name] = made(row)
        except _Wrong as exc:
            raise StorageForeign(f"{path.name}, row {name}: {exc}") from None
    return found


def _parsed(path: Path) -> dict[str, Any]:
    try:
        whole = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as exc:
        raise StorageForeign(f"{path.name} cannot be read") from exc
    if not isinstance(whole, dict):
        raise StorageForeign(f"{path.name} holds no table")
    return whole


def _line(row: object, countries: set[str]) -> CrisisLine:
    fields = _fields(row, _LINE_NEEDS, _LINE_MAY)
    line = CrisisLine(
        id=_text(fields, "id"),
        country=_one_of(fields, "country", countries, "codes of ISO 3166-1"),
        name=_text(fields, "name"),
        digits=_text(fields, "digits", default=""),
        source=_text(fields, "source"),
        tier=Tier(_one_of(fields, "tier", [*Tier], "tiers")),
        checked_on=_day(fields, "checked_on"),
        works_inside_country=_truth(fields, "works_inside_country"),
        text_to=_text(fields, "text_to", default=""),
        text_word=_text(fields, "text_word", default=""),
        press=_text(fields, "press", default=""),
        hours=_week(fields["hours"]) if "hours" in fields else None,
        languages=_languages(fields.get("languages", [])),
        cost=Cost(_one_of(fields, "cost", [*Cost], "costs")),
        page=_text(fields, "page", default=""),
    )
    _check_numbers(line)
    if line.page:
        _check_page(line.page)
    return line


def _directory(row: object) -> Directory:
    fields = _fields(row, {"name", "page"}, set())
    _check_page(_text(fields, "page"))
    return Directory(_text(fields, "name"), _text(fields, "page"))


def _check_page(page: str) -> None:
    if not re.fullmatch(r"https://[^\s/@]+\.[^\s/@]+(/\S*)?", page):
        raise _Wrong("page is no https address")


def _check_numbers(line: CrisisLine) -> None:
    numbers = [number for number in (line.digits, line.text_to) if number]
    wrong = {
        "nothing to call or text": not numbers,
        "a number as somebody in the country presses it has no +": any("+" in number for number in numbers),
        "digits cannot be dialled": bool(line.digits) and line.call_link is None,
        "text_to cannot be texted": bool(line.text_to) and line.text_link is None,
        "text_word without text_to": bool(line.text_word) and not line.text_to,
        "press is no key": bool(line.press) and not re.fullmatch(r"[0-9]{1,2}", line.press),
        "works_inside_country is for short codes": any(map(is_short_code, numbers)) is not line.works_inside_country,
    }
    for what, is_so in wrong.items():
        if is_so:
            raise _Wrong(what)


def _emergency(row: object, names: Row, sources: Row, checked_on: object) -> Emergency:
    fields = _fields(row, _NUMBER_NEEDS, _NUMBER_MAY)
    country = _one_of(fields, "country", names, "codes of ISO 3166-1")
    digits = _text(fields, "digits", default="")
    if digits and not re.fullmatch(r"[0-9]{2,5}", digits):
        raise _Wrong("digits are no emergency number")
    if not digits and fields.keys() & {"service", "general"}:
        raise _Wrong("service or general without digits")
    named = fields["sources"]
    if not isinstance(named, list) or not named or not set(map(str, named)) <= sources.keys():
        raise _Wrong("sources that are not listed")
    told = tuple(_text(sources, key) for key in named)
    service = _one_of(fields, "service", [*Service], "services") if digits else Service.UNSAID
    general = "general" in fields and _truth(fields, "general")
    day = _day({"checked_on": checked_on}, "checked_on")
    return Emergency(country, _text(names, country), digits, Service(service), general, told, day)


def _fields(row: object, needs: set[str], may: set[str]) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise _Wrong("not a row")
    if missing := sorted(needs - row.keys()):
        raise _Wrong(f"missing: {', '.join(missing)}")
    if unknown := sorted(row.keys() - needs - may):
        raise _Wrong(f"unknown: {', '.join(unknown)}")
    return row


def _text(fields: Row, name: str, default: str | None = None) -> str:
    value = fields.get(name, default)
    if not isinstance(value, str) or (name in fields and (not value or value != value.strip())):
        raise _Wrong(f"{name} is no text, or empty, or has spaces around it")
    return value


def _truth(fields: Row, name: str) -> bool:
    value = fields[name]
    if not isinstance(value, bool):
        raise _Wrong(f"{name} is neither true nor false")
    return value


def _one_of(fields: Row, name: str, choices: Container[str], called: str) -> str:
    value = _text(fields, name)
    if value not in choices:
        raise _Wrong(f"{name} is none of the {called}")
    return value


def _day(fields: Row, name: str) -> date:
    text = _text(fields, name)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # 30 February
    raise _Wrong(f"{name} is no day")


def _languages(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(c, str) and re.fullmatch(r"[a-z]{2,3}", c) for c in value):
        raise _Wrong("languages are no list of ISO 639 codes")
    return tuple(value)


def _week(value: object) -> Week:
    if value == "always":
        return ALWAYS
    if not isinstance(value, dict) or not value or not value.keys() <= set(_DAYS):
        raise _Wrong("hours are neither always nor days of the week")
    mon, tue, wed, thu, fri, sat, sun = (_open(value.get(day, [])) for day in _DAYS)
    return mon, tue, wed, thu, fri, sat, sun


def _open(stretches: object) -> Day:
    if not isinstance(stretches, list):
        raise _Wrong("hours of a day are no list")
    day = tuple(map(_stretch, stretches))
    ends = [minute for stretch in day for minute in stretch]
    if any(earlier >= later for earlier, later in pairwise(ends)):
        raise _Wrong("hours of a day are not in order")
    return day


def _stretch(stretch: object) -> tuple[int, int]:
    if not isinstance(stretch, list) or len(stretch) != 2 or not all(map(_TIME.fullmatch, map(str, stretch))):
        raise _Wrong("hours are no pair of times")
    opens, closes = (int(text[:2]) * 60 + int(text[3:]) for text in stretch)
    return opens, closes
