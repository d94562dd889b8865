"""What stands in the form of an own skill, and whether it can be kept. Imports `domain` and `views`.

A draft is kept in the state with each letter and tap, so that leaving loses nothing; typing draws nothing anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import flet as ft

from domain.errors import TooLong, Wordless
from domain.skill_players import LONGEST_LINE, LONGEST_TITLE, MOST_LINES, Breathing, Player, Steps, Timer
from domain.skills import Effort, Need, Skill
from views.acting import Handler
from views.components.basics import Colour
from views.components.entry import field_style
from views.practice import Practice
from views.state import TendState
from views.wording import calm_words
from views.words import _

STEPS, TIMER, BREATHING, AS_IT_WAS = "steps", "timer", "breathing", "kept"  # how it plays
NAME, SUMMARY, LINES = "name", "summary", "lines"  # fields of a draft
PHASES = ("inward", "hold", "outward", "rest")
MOST_SECONDS = 60
LEAST_SECONDS = 0.5  # in, and out: a circle that changed faster would flicker, which can hurt (WCAG 2.2, 2.3.1)


@dataclass(frozen=True)
class Draft:
    """A skill as it stands in the form, finished or not; `base` is what it was, or what it is a copy of."""

    id: str
    base: Skill | None = None
    name: str = ""
    needs: tuple[Need, ...] = ()
    energy: Effort = Effort.LOW
    minutes: int = 5
    lines: str = ""  # the steps
    plays: str = STEPS
    inward: str = "4"  # seconds, as typed
    hold: str = "0"
    outward: str = "6"
    rest: str = "0"
    summary: str = ""

    @property
    def steps(self) -> tuple[str, ...]:
        """One for each line with words on it."""
        return tuple(line.strip() for line in self.lines.splitlines() if line.strip())


def drafted(skill: Skill) -> Draft:
    """A skill as the form shows it."""
    draft = Draft(skill.id, skill, skill.name, skill.needs, skill.energy, skill.minutes, "\n".join(skill.steps))
    draft = replace(draft, summary=skill.summary)
    match skill.player:
        case None | Steps():
            return draft
        case Timer():
            return replace(draft, plays=TIMER)
        case Breathing() as breath if not breath.sip:
            return replace(draft, plays=BREATHING, **{phase: f"{getattr(breath, phase):g}" for phase in PHASES})
    return replace(draft, plays=AS_IT_WAS)


def as_skill(draft: Draft, before: Skill | None = None) -> Skill:
    """The skill that the form describes.

    Of one that is there (`before`), what the person changed: another window may have changed the rest since. Raises
    what `Skill` raises, and ValueError where seconds are none.
    """
    now = _values(draft)
    if draft.base is None:
        return Skill(draft.id, **now)
    then = _values(drafted(draft.base))
    changed = {name: value for name, value in now.items() if value != then[name]}
    return replace(before or draft.base, **changed)


def _values(draft: Draft) -> dict[str, Any]:
    """What a skill holds of a draft."""
    return {
        "name": draft.name.strip(),
        "summary": draft.summary.strip(),
        "needs": draft.needs,
        "energy": draft.energy,
        "minutes": draft.minutes,
        "steps": draft.steps,
        "player": _player(draft),
        "is_own": True,
    }


def _player(draft: Draft) -> Player | None:
    before = drafted(draft.base) if draft.base else None
    if before and (draft.plays == AS_IT_WAS or _same_timer(draft, before)):
        return before.base.player if before.base else None
    if draft.plays == TIMER:
        return Timer(draft.minutes * 60)
    if draft.plays == BREATHING:
        return Breathing(**{phase: seconds(getattr(draft, phase)) for phase in PHASES})
    return Steps() if draft.steps else None


def _same_timer(draft: Draft, before: Draft) -> bool:
    """A timer keeps its seconds while its minutes stay: half a minute is not to become a whole one."""
    return draft.plays == before.plays == TIMER and draft.minutes == before.minutes


def seconds(typed: str) -> float:
    """ "4", "4.5" or "4,5"; nothing typed is none. Raises ValueError."""
    value = float(typed.strip().replace(",", ".") or 0)
    if not 0 <= value <= MOST_SECONDS:
        raise ValueError
    return value


def refusals(draft: Draft) -> dict[str, str]:
    """A sentence for each field that cannot be kept as it is."""
    too_long, found = calm_words(TooLong()).title, {}
    if not draft.name.strip():
        found[NAME] = calm_words(Wordless()).title
    elif len(draft.name.strip()) > LONGEST_TITLE:
        found[NAME] = too_long
    if len(draft.summary.strip()) > LONGEST_LINE:
        found[SUMMARY] = too_long
    cautions = len(draft.base.cautions) if draft.base else 0
    if len(draft.steps) + cautions > MOST_LINES or any(len(step) > LONGEST_LINE for step in draft.steps):
        found[LINES] = too_long
    if draft.plays == BREATHING:
        found |= _phases_refused(draft)
    return found


def _phases_refused(draft: Draft) -> dict[str, str]:
    found = {}
    for phase in PHASES:
        try:
            value = seconds(getattr(draft, phase))
        except ValueError:
            found[phase] = _("Use a number from 0 to {most}.").format(most=MOST_SECONDS)
            continue
        if value < LEAST_SECONDS and phase in ("inward", "outward"):
            found[phase] = _("A breath goes in and out. Add some seconds.")
    return found


@dataclass(frozen=True)
class SkillForm:
    """The form of one skill. Its draft is looked up anew each time: two taps may come before the next drawing."""

    state: TendState
    practice: Practice
    place: str  # of the draft among the drafts: the skill's id, or "new"
    start: Draft  # what stood there when it was opened
    refused: dict[str, str]  # a sentence by field
    draw: Callable[[], None]

    @property
    def draft(self) -> Draft:
        """What stands in the form now."""
        draft: Draft = self.practice.drafts.get(self.place, self.start)
        return draft

    @property
    def is_copy(self) -> bool:
        """True for a copy of a skill of Tend's that is not saved yet."""
        return self.start.base is not None and self.practice.skills.get(self.place) is None

    def put(self, **values: object) -> None:
        """Keep these values; a draft that says nothing new is none, but for a copy: there is nothing else of it."""
        now = replace(self.draft, **values)  # type: ignore[arg-type]
        if now == self.start and not self.is_copy:
            self.practice.drafts.pop(self.place, None)
        else:
            self.practice.drafts[self.place] = now

    def on_change(self, change: Callable[[Draft], dict[str, object]]) -> Handler:
        """The handler of a button that gives fields the values `change(draft)` names."""

        def changed() -> None:
            self.put(**change(self.draft))
            self.draw()

        return self.state.on(changed)

    def on_put(self, **values: object) -> Handler:
        """The handler of a button that gives fields these values."""
        return self.on_change(lambda _now: values)

    def field(self, field: str, label: str, lines: int = 1, **more: object) -> ft.Control:
        """A line or a few to write on."""

        def written(words: str) -> None:
            self.put(**{field: words})
            if self.refused.pop(field, None):
                self.draw()

        return ft.TextField(
            value=getattr(self.draft, field),
            label=label,
            key=f"{field}-field",
            multiline=lines > 1,
            min_lines=min(lines, 3),
            max_lines=lines,
            error=self.refused.get(field),
            error_max_lines=4,
            bgcolor=Colour.SURFACE_CONTAINER_LOW,
            on_change=self.state.on_value(written),
            **field_style(),
            **more,
        )
