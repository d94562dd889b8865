"""The built-in skills, read from `assets/content/skills.json` and checked. Imports `domain` and `content_checks`.

The file is ours, so what is wrong with it is a mistake of ours: `ContentUnsound` names the skill and the mistake, and
the tests and whatever builds from it stop. Every field below is required, and no other may stand there:

    id, name, summary, needs, energy, minutes, steps, player, cautions, tradition, source, checked_on
    check_first: true   alone may be left out

`source` may be "" where no author is known to us, and `cautions` [] where a skill needs none (see `CAUTIONED`).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from domain.errors import InputRefused
from domain.skill_players import Breathing, Grounding, Line, Message, Paced, Page, Player, Reflection, Steps, Timer
from domain.skills import Effort, Need, Skill
from storage.content_checks import ContentUnsound, as_flag, as_list, as_number, as_text, check_fields, entries

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


@functools.cache
def built_in() -> tuple[Skill, ...]:
    """The built-in skills, in the order of the library; read once. Raises ContentUnsound."""
    return load(SKILLS.read_text("utf-8"))


def load(text: str) -> tuple[Skill, ...]:
    """The skills a file holds.

    Raises:
        ContentUnsound: it is no such file, or a skill in it lacks something, has something unknown, or another's id.
    """
    return entries(text, "skills", VERSION, _skill)


def _skill(document: Mapping[str, Any]) -> Skill:
    name = str(document.get("id") or document.get("name") or "a skill without an id")
    try:
        check_fields(document, _FIELDS, {"check_first"}, _MAY_BE_EMPTY)
        skill = Skill(
            id=as_text(document["id"]),
            name=as_text(document["name"]),
            summary=as_text(document["summary"]),
            needs=tuple(Need(need) for need in as_list(document["needs"])),
            energy=Effort(document["energy"]),
            minutes=as_number(document["minutes"], int),
            steps=tuple(as_text(step) for step in as_list(document["steps"])),
            player=_player(document["player"]),
            cautions=tuple(as_text(caution) for caution in as_list(document["cautions"])),
            check_first=as_flag(document.get("check_first", False)),
            tradition=as_text(document["tradition"]),
            source=as_text(document["source"]),
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
    inward, hold, outward, rest = (as_number(fields.pop(name), int, float) for name in ("in", "hold", "out", "rest"))
    return Breathing(inward, hold, outward, rest, sip=as_number(fields.pop("sip", 0), int, float))


def _page(document: Mapping[str, Any]) -> Page:
    _only(document, {"count", "words"})
    return Page(as_number(document["count"], int), as_text(document["words"]))


def _line(document: Mapping[str, Any]) -> Line:
    _only(document, {"words", "seconds"})
    return Line(as_text(document["words"]), as_number(document["seconds"], int))


_PLAYERS: dict[str, Callable[[dict[str, Any]], Player]] = {
    "breathing": _breathing,
    "grounding": lambda fields: Grounding(tuple(_page(page) for page in as_list(fields.pop("pages")))),
    "steps": lambda fields: Steps(),
    "timer": lambda fields: Timer(as_number(fields.pop("seconds"), int)),
    "reflection": lambda fields: Reflection(tuple(as_text(prompt) for prompt in as_list(fields.pop("prompts")))),
    "paced": lambda fields: Paced(tuple(_line(line) for line in as_list(fields.pop("lines")))),
    "message": lambda fields: Message(tuple(as_text(line) for line in as_list(fields.pop("lines")))),
}


def _only(document: Mapping[str, Any], known: set[str]) -> None:
    if document.keys() != known:
        raise ContentUnsound(f"not exactly {' and '.join(sorted(known))} in a part of the player")
