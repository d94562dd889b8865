"""The built-in skills, read from `assets/content/skills.json` and checked. Imports the standard library and `domain`.

The file is ours, so what is wrong with it is a mistake of ours: `ContentUnsound` names the skill and the mistake, and
the tests and whatever builds from it stop. Every field below is required, and no other may stand there:

    id, name, summary, needs, energy, minutes, steps, player, cautions, tradition, source, checked_on
    check_first: true   alone may be left out

`source` may be "" where no author is known to us, and `cautions` [] where a skill needs none (see `CAUTIONED`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from domain.errors import InputRefused
from domain.skill_players import Breathing, Grounding, Line, Message, Paced, Page, Player, Reflection, Steps, Timer
from domain.skills import Effort, Need, Skill

SKILLS = Path(__file__).parent.parent / "assets" / "content" / "skills.json"
VERSION = 1
# Those that can harm some bodies, hurt after trauma, or pull somebody in; each has to say for whom it is not.
CAUTIONED = frozenset(
    {
        *(
            "cool-face",
            "big-movement",
            "tense-and-let-go",
            "tense-with-the-breath",
            "stretch-where-you-are",
            "short-walk",
        ),
        *("body-scan", "five-senses", "drop-anchor", "notice-the-thought", "leaves-on-a-stream", "check-the-facts"),
        *(
            "thought-record",
            "play-it-forward",
            "ride-the-wave",
            "wait-ten",
            "opposite-action",
            "kind-pause",
            "kind-hand",
        ),
        *("letter-from-a-friend", "kind-wishes", "three-good-things", "wind-down", "up-for-a-while", "word-shuffle"),
        *("hope-box", "five-comforts", "ask-clearly", "say-no", "three-questions", "park-the-worry"),
    }
)
CHECKED_FIRST = frozenset({"cool-face", "big-movement"})

_FIELDS = {
    *("id", "name", "summary", "needs", "energy", "minutes", "steps", "player", "cautions", "tradition", "source"),
    "checked_on",
}
_MAY_BE_EMPTY = {"cautions", "source", "check_first"}


class ContentUnsound(Exception):
    """The file of built-in skills is not as it has to be; a mistake of ours, which no person meets."""


def built_in() -> tuple[Skill, ...]:
    """The built-in skills, in the order of the library. Raises ContentUnsound."""
    return load(SKILLS.read_text("utf-8"))


def load(text: str) -> tuple[Skill, ...]:
    """The skills a file holds.

    Raises:
        ContentUnsound: it is no such file, or a skill in it lacks something, has something unknown, or another's id.
    """
    try:
        content = json.loads(text)
        if content.keys() != {"version", "skills"} or content["version"] != VERSION:
            raise ContentUnsound(f"skills.json: not of version {VERSION}")
        skills = tuple(_skill(document) for document in content["skills"])
    except (ValueError, AttributeError, TypeError) as exc:
        raise ContentUnsound("skills.json: not the JSON it has to be") from exc
    for id, times in Counter(skill.id for skill in skills).items():
        if times > 1:
            raise ContentUnsound(f"{id}: {times} skills have this id")
    return skills


def _skill(document: Mapping[str, Any]) -> Skill:
    name = str(document.get("id") or document.get("name") or "a skill without an id")
    try:
        _check_fields(document)
        skill = Skill(
            id=_text(document["id"]),
            name=_text(document["name"]),
            summary=_text(document["summary"]),
            needs=tuple(Need(need) for need in _list(document["needs"])),
            energy=Effort(document["energy"]),
            minutes=_number(document["minutes"], int),
            steps=tuple(_text(step) for step in _list(document["steps"])),
            player=_player(document["player"]),
            cautions=tuple(_text(caution) for caution in _list(document["cautions"])),
            check_first=_flag(document.get("check_first", False)),
            tradition=_text(document["tradition"]),
            source=_text(document["source"]),
            checked_on=date.fromisoformat(document["checked_on"]),
        )
    except ContentUnsound as exc:
        raise ContentUnsound(f"{name}: {exc}") from None
    except (InputRefused, ValueError, TypeError, KeyError) as exc:
        raise ContentUnsound(f"{name}: {type(exc).__name__}: {exc}") from exc
    if not skill.cautions and (skill.id in CAUTIONED or isinstance(skill.player, Breathing)):
        raise ContentUnsound(f"{name}: a caution is missing")
    if skill.check_first is not (skill.id in CHECKED_FIRST):
        raise ContentUnsound(f"{name}: check_first is not as `CHECKED_FIRST` has it")
    return skill


def _check_fields(document: Mapping[str, Any]) -> None:
    if unknown := sorted(document.keys() - _FIELDS - {"check_first"}):
        raise ContentUnsound(f"unknown field: {', '.join(unknown)}")
    if missing := sorted(_FIELDS - document.keys()):
        raise ContentUnsound(f"missing field: {', '.join(missing)}")
    if empty := sorted(field for field, value in document.items() if not value and field not in _MAY_BE_EMPTY):
        raise ContentUnsound(f"empty field: {', '.join(empty)}")


def _player(document: Mapping[str, Any]) -> Player:
    """The player a document describes, without a field too many."""
    fields = dict(document)
    kind = fields.pop("kind", None)
    if kind not in _PLAYERS:
        raise ContentUnsound(f"unknown player: {kind}")
    player = _PLAYERS[kind](fields)
    if fields:
        raise ContentUnsound(f"unknown field of the player: {', '.join(sorted(fields))}")
    return player


def _breathing(fields: dict[str, Any]) -> Breathing:
    inward, hold, outward, rest = (_number(fields.pop(name), int, float) for name in ("in", "hold", "out", "rest"))
    return Breathing(inward, hold, outward, rest, sip=_number(fields.pop("sip", 0), int, float))


def _page(document: Mapping[str, Any]) -> Page:
    _only(document, {"count", "words"})
    return Page(_number(document["count"], int), _text(document["words"]))


def _line(document: Mapping[str, Any]) -> Line:
    _only(document, {"words", "seconds"})
    return Line(_text(document["words"]), _number(document["seconds"], int))


_PLAYERS: dict[str, Callable[[dict[str, Any]], Player]] = {
    "breathing": _breathing,
    "grounding": lambda fields: Grounding(tuple(_page(page) for page in _list(fields.pop("pages")))),
    "steps": lambda fields: Steps(),
    "timer": lambda fields: Timer(_number(fields.pop("seconds"), int)),
    "reflection": lambda fields: Reflection(tuple(_text(prompt) for prompt in _list(fields.pop("prompts")))),
    "paced": lambda fields: Paced(tuple(_line(line) for line in _list(fields.pop("lines")))),
    "message": lambda fields: Message(tuple(_text(line) for line in _list(fields.pop("lines")))),
}


def _only(document: Mapping[str, Any], known: set[str]) -> None:
    if document.keys() != known:
        raise ContentUnsound(f"not exactly {' and '.join(sorted(known))} in a part of the player")


def _text(value: object) -> str:
    if type(value) is not str or value != value.strip():
        raise ContentUnsound("something that is to be words is not, or has space around it")
    return value


def _list(value: object) -> list[Any]:
    if type(value) is not list:
        raise ContentUnsound("something that is to be a list is not")
    return value


def _flag(value: object) -> bool:
    if type(value) is not bool:
        raise ContentUnsound("something that is to be true or false is not")
    return value


def _number(value: Any, *kinds: type) -> Any:
    if type(value) not in kinds:  # not isinstance: True is no number
        raise ContentUnsound("something that is to be a number is not")
    return value
