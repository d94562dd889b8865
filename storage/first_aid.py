"""What the page before Tend reads and writes, as JSON: its copy, the table of all countries, what was tapped on it.

`web/page/first_aid.js` is the other side. Imports `domain` and `codec`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from domain.errors import OutOfRange, StorageForeign
from domain.first_aid import NOTHING, CountryHelp, FirstAid, FirstPerson, Own, Tapped, country_help
from domain.lines import ALWAYS, Cost, CrisisLine, Emergency, HelpLines
from domain.models import CheckIn
from storage.codec import Document, instant

TAP = "tend-tap:"  # before the id of a visit, in the page's keys
_ID = re.compile(r"[0-9a-f]{32}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_NEEDS, _MAY = {"id", "at", "offset"}, {"mood", "energy", "was"}


@dataclass(frozen=True)
class Found:
    """One entry that lies on the page, as it lies there; `tapped` is None for what is foreign or damaged."""

    key: str
    content: str
    tapped: Tapped | None


@dataclass(frozen=True)
class Left:
    """What the page holds for Tend: taps, and the country that was picked there ("": none)."""

    found: tuple[Found, ...] = ()
    country: str = ""


def written(shown: FirstAid) -> str:
    """The page's copy; empty where there is nothing to show. Without "own", the page keeps what it has of that."""
    if shown == NOTHING:
        return ""
    document: Document = {
        "size": shown.text_size,
        "look": shown.appearance.value,
        "country": shown.help.country,
        "help": _help(shown.help),
    }
    return _json(document if shown.own is None else document | {"own": _own(shown.own)})


def table(shipped: HelpLines) -> str:
    """What can be called in every country, by its code: for the page where no country is chosen yet."""
    return _json({code: _help(country_help(shipped, code)) for code in sorted(shipped.emergencies)})


def left_on_page(content: object) -> Left:
    """What the page gave out; whatever is not as it has to be counts as foreign."""
    try:
        given = json.loads(content) if isinstance(content, str) else {}
        entries: list[Any] = given["taps"]
        found = tuple(Found(key, text, _tapped(key, text)) for key, text in entries)
        country = given.get("country") or ""
    except (ValueError, TypeError, KeyError, AttributeError):
        return Left()
    return Left(found, country if isinstance(country, str) and _COUNTRY.fullmatch(country) else "")


def forgotten(found: Iterable[Found], country: str) -> str:
    """What the page is to forget, where it is still as it was given out."""
    return _json({"taps": [[each.key, each.content] for each in found], "country": country})


def _help(there: CountryHelp) -> Document:
    danger: Emergency | None = there.emergency
    document: Document = {"name": there.name, "lines": [_line(line) for line in there.lines]}
    if danger and danger.digits:
        document |= {"danger": danger.digits, "checked": danger.checked_on.isoformat()}
        document |= {"general": 1} if danger.is_general else {}
    return document


def _line(line: CrisisLine) -> Document:
    """Links are made here, by the rules of `domain.dialling`; the page makes none."""
    document: Document = {"name": line.name, "checked": line.checked_on.isoformat()}
    told: Document = {
        "call": line.call_link and [line.digits, line.call_link],
        "text": line.text_link and [line.text_to, line.text_link, line.text_word],
        "press": line.press,
        "hours": 1 if line.hours == ALWAYS else line.hours and [list(map(list, day)) for day in line.hours],
        "free": line.cost is Cost.FREE,
        "local": line.cost is Cost.LOCAL,
        "inside": line.works_inside_country,
        "languages": list(line.languages),
    }
    return document | {name: 1 if value is True else value for name, value in told.items() if value}


def _own(own: Own) -> Document:
    document: Document = {"people": list(map(_person, own.people)), "steps": list(own.steps), "hidden": own.is_hidden}
    named = {"moods": list(own.moods), "energies": list(own.energies)}
    return document | {scale: names for scale, names in named.items() if names}


def _person(person: FirstPerson) -> Document:
    document: Document = {"name": person.name}
    told = {
        "role": person.role and person.role.value,
        "call": person.call_link,
        "text": person.text_link,
        "typed": person.typed,
    }
    return document | {name: value for name, value in told.items() if value}


def _tapped(key: object, content: object) -> Tapped | None:
    """What was tapped, or None for what is not exactly as the page writes it."""
    try:
        given = json.loads(content) if isinstance(content, str) else None
        if not isinstance(given, dict) or not _NEEDS <= given.keys() <= _NEEDS | _MAY:
            return None
        id, offset = given["id"], given["offset"]
        if not _ID.fullmatch(id) or key != TAP + id or type(offset) is not int:
            return None
        check_in = CheckIn(id, instant(given["at"]), offset, given.get("mood"), given.get("energy"))
        earlier = tuple((mood, energy) for mood, energy in given.get("was", []))
        hash(earlier)
    except (ValueError, TypeError, AttributeError, OutOfRange, StorageForeign, RecursionError):
        return None
    return None if check_in.is_empty else Tapped(check_in, earlier)


def _json(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
