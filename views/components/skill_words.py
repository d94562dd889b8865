"""The names of needs, efforts and lengths, what was counted, and the picture of each player.

Imports `domain`, Flet and `views.words`.
"""

from __future__ import annotations

import flet as ft

from domain.skill_counts import Band, Count, Record, band
from domain.skill_players import Breathing, Grounding, Message, Paced, Reflection, Timer
from domain.skill_ranking import Reason, Suggestion
from domain.skill_search import Length, starting_minutes
from domain.skills import Effort, Need, Skill
from views.words import _, ngettext

PICTURES = {
    Breathing: ft.Icons.AIR_ROUNDED,
    Grounding: ft.Icons.VISIBILITY_ROUNDED,
    Timer: ft.Icons.HOURGLASS_EMPTY_ROUNDED,
    Reflection: ft.Icons.EDIT_NOTE_ROUNDED,
    Paced: ft.Icons.SELF_IMPROVEMENT_ROUNDED,
    Message: ft.Icons.DRAFTS_ROUNDED,
}


def need_name(need: Need) -> str:
    """The name of a need, as its chip says it."""
    return {
        Need.CALM_DOWN: _("Calm down"),
        Need.FEEL_SAFE: _("Feel safe"),
        Need.SLEEP: _("Sleep"),
        Need.THINK_CLEARLY: _("Think clearly"),
        Need.LESS_ALONE: _("Less alone"),
        Need.RIDE_AN_URGE: _("Ride an urge"),
        Need.BE_KIND: _("Be kind to me"),
        Need.LIFT_MOOD: _("Lift my mood"),
        Need.SPEAK_UP: _("Speak up"),
        Need.FIND_MEANING: _("Find meaning"),
    }[need]


def effort_name(effort: Effort) -> str:
    """The energy a skill asks for."""
    return {
        Effort.LOW: _("Low energy"),
        Effort.MIDDLE: _("Some energy"),
        Effort.HIGH: _("Good energy"),
    }[effort]


def length_name(length: Length) -> str:
    """How long it may take."""
    return {Length.UP_TO_1: minutes_words(1), Length.UP_TO_5: minutes_words(5), Length.LONGER: _("10 or more")}[length]


def minutes_words(minutes: int) -> str:
    """ "1 minute", "5 minutes"."""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def asks_words(skill: Skill) -> str:
    """ "2 min. Low energy.", and for an own one "2 min. Low energy. My own."."""
    words = _("{minutes} min. {energy}.").format(minutes=skill.minutes, energy=effort_name(skill.energy))
    return _("{words} My own.").format(words=words) if skill.is_own else words


def count_words(record: Record) -> str:
    """What came of it: counted from three answers on; before that, how often it was tried."""
    if record.all.is_enough:
        return helped_words(record.all)
    if record.tried:
        return tried_words(record)
    return _("Not tried yet")


def helped_words(count: Count) -> str:
    """ "Helped you 4 of 5 times"."""
    return _("Helped you {helped} of {rated} times").format(helped=count.helped, rated=count.rated)


def tried_words(record: Record) -> str:
    """ "Tried 1 time"."""
    return ngettext("Tried {n} time", "Tried {n} times", record.tried).format(n=record.tried)


def starts_with_words(skill: Skill, energy: int | None) -> str:
    """How long it runs when it is started now: "1 minute. Stop any time."."""
    return _("{minutes}. Stop any time.").format(minutes=minutes_words(starting_minutes(skill, energy)))


def reason_words(suggested: Suggestion, energy: int | None) -> str:
    """How long it takes and why it is suggested: "2 min. Helped 4 of 5 times when energy was low"."""
    minutes = starting_minutes(suggested.skill, energy)
    return _("{minutes} min. {reason}").format(minutes=minutes, reason=_reason(suggested, energy))


def _reason(suggested: Suggestion, energy: int | None) -> str:
    count = suggested.count
    if count:
        words = _("Helped {helped} of {rated} times")
        if suggested.reason is Reason.HELPED_AT_THIS_ENERGY:
            words = {
                Band.LOW: _("Helped {helped} of {rated} times when energy was low"),
                Band.SOME: _("Helped {helped} of {rated} times with some energy"),
                Band.GOOD: _("Helped {helped} of {rated} times when energy was good"),
            }.get(band(energy) or Band.SOME, words)
        return words.format(helped=count.helped, rated=count.rated)
    return {
        Reason.FOR_THE_NIGHT: _("Quiet enough for the night"),
        Reason.FITS_THE_NEED: _("Fits what you asked for"),
        Reason.ASKS_LITTLE: _("Asks little of you"),
    }.get(suggested.reason, _("A gentle way to begin"))


def picture(skill: Skill) -> ft.IconData:
    """The icon that says how a skill is played."""
    return PICTURES.get(type(skill.plays), ft.Icons.FORMAT_LIST_NUMBERED_ROUNDED)
