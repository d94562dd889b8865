"""The names of moods, energies, nights, sizes, answers and troubles, what is noticed, and the greeting.

Imports `domain`, `views.own_names` and `views.words`.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.errors import (
    BackupUnsound,
    FileDamaged,
    FileNewer,
    FileNotTaken,
    FileRefused,
    FileTooLarge,
    InTheFuture,
    StorageBusy,
    StorageForeign,
    StorageFull,
    StorageLocked,
    StorageNewer,
    StorageReadOnly,
    StorageUnavailable,
    TendError,
    TooLong,
    Wordless,
    WrongPassphrase,
)
from domain.goals import Answer, Size
from domain.models import Preferences, Sleep
from domain.noticing import Win
from views import own_names
from views.words import _, pgettext


def name_of(preferences: Preferences) -> str:
    """The name that the window, the tab and the phone show."""
    return _("Notes") if preferences.is_neutral else _("Tend")


def file_name(preferences: Preferences, pattern: str, **more: object) -> str:
    """What a file that leaves is called: it tells no more of the app than the person chose.

    >>> file_name(Preferences(is_neutral=True), "{app}-plan-{day}.txt", day="2026-11-19")
    'notes-plan-2026-11-19.txt'
    """
    return pattern.format(app=name_of(preferences).lower(), **more)


def mood_names() -> tuple[str, ...]:
    """Names for 1 … 5, the person's own where there are some."""
    return own_names.moods(tend_moods())


def tend_moods() -> tuple[str, ...]:
    """Tend's names for 1 … 5."""
    return (_("Very hard"), _("Hard"), pgettext("mood", "OK"), pgettext("mood", "Good"), _("Very good"))


def energy_names() -> tuple[str, ...]:
    """Names for 1 … 5, the person's own where there are some."""
    return own_names.energies(tend_energies())


def tend_energies() -> tuple[str, ...]:
    """Tend's names for 1 … 5."""
    return (_("Empty"), _("Low"), _("Some"), pgettext("energy", "Good"), _("Full"))


def sleep_names() -> dict[Sleep, str]:
    """Names for each kind of night."""
    return {
        Sleep.POOR: _("Poor"),
        Sleep.OK: pgettext("sleep", "OK"),
        Sleep.GOOD: pgettext("sleep", "Good"),
    }


def feeling_name(word: str) -> str:
    """A feeling word as shown: what the person calls it, where they call it otherwise."""
    return own_names.called(word) or tend_feeling(word)


def tend_feeling(word: str) -> str:
    """A feeling word before anybody renamed it: Tend's own are translated, the person's stay as written."""
    offered = {
        "tired": _("tired"),
        "hopeful": _("hopeful"),
        "calm": _("calm"),
        "worried": _("worried"),
        "lonely": _("lonely"),
        "flat": _("flat"),
    }
    return offered.get(word, word)


def size_name(size: Size) -> str:
    """The name of a size."""
    return {Size.FULL: pgettext("size", "Full"), Size.GENTLE: _("Gentle"), Size.TINY: _("Tiny")}[size]


def answer_name(answer: Answer) -> str:
    """What came of a goal, in a word or two."""
    return {
        Answer.DONE: _("Done"),
        Answer.TRIED: _("Tried"),
        Answer.RESTED: _("Rested"),
        Answer.NOT_TODAY: _("Not today"),
    }[answer]


def over_budget() -> str:
    """The one sentence about a day for which more was chosen than its budget holds."""
    return _("This may be more than today's energy.")


def win_words(win: Win) -> str:
    """What was worth noticing, as one sentence to the person."""
    return {
        Win.CAME_BACK: _("You came back after a quiet week."),
        Win.TINY_ON_A_LOW_DAY: _("You did a tiny step on a low day."),
        Win.RESTED_WHEN_LOW: _("You rested when energy was low."),
        Win.WHOLE_DAY: _("You went with the energy you had."),
        Win.DID_MORE: _("You tended more than one goal."),
        Win.TRIED: _("You tried. That counts."),
    }[win]


def greeting(hour: int, name: str = "") -> str:
    """A greeting for an hour of 0 … 23: morning from 5, afternoon from 12, evening from 17 until 22."""
    words = _("Hello")
    if 5 <= hour < 12:
        words = _("Good morning")
    elif 12 <= hour < 17:
        words = _("Good afternoon")
    elif 17 <= hour < 22:
        words = _("Good evening")
    return _("{greeting}, {name}").format(greeting=words, name=name) if name else words


@dataclass(frozen=True)
class Calm:
    """What went wrong and what to do, in a title and one or two plain sentences."""

    title: str
    advice: str


def calm_words(error: BaseException) -> Calm:
    """What to say about `error`; it names nothing the person wrote."""
    if isinstance(error, TooLong) and error.longest:
        return Calm(
            _("This is too long. Up to {count} letters fit.").format(count=error.longest), _("Nothing was changed.")
        )
    known = _words_by_kind()
    kind = next((kind for kind in type(error).__mro__ if kind in known), None)
    if kind:
        return known[kind]
    return Calm(_("Something did not work."), _("You can go on. Please try again."))


def _words_by_kind() -> dict[type, Calm]:
    return {
        InTheFuture: Calm(_("That time has not come yet."), _("Pick a time up to now. Nothing was changed.")),
        Wordless: Calm(_("Add a few words, or go back."), _("Nothing was changed.")),
        TooLong: Calm(_("This is too long. Please use fewer words."), _("Nothing was changed.")),
        StorageFull: Calm(
            _("There is no room left here."), _("Free some space, then try again. What was saved is safe.")
        ),
        StorageLocked: Calm(_("Tend is locked."), _("Open Tend with your passphrase. Nothing was changed.")),
        StorageReadOnly: Calm(_("Here you can read."), _("Tend is open in another tab. To write, use Tend here.")),
        StorageBusy: Calm(_("Tend is open in another tab."), _("Close the other one, then try again.")),
        StorageUnavailable: Calm(
            _("This browser will not keep your words."),
            _("It may be a private window or an old browser. Try a normal window, or another browser."),
        ),
        StorageNewer: Calm(
            _("A newer Tend wrote your words."), _("Close every Tend tab, then open Tend again. Nothing was changed.")
        ),
        StorageForeign: Calm(
            _("Tend cannot read what is stored here."),
            _("It was left as it is. Please do not clear this site's data yet."),
        ),
        WrongPassphrase: Calm(_("This passphrase does not fit."), _("Please try again. Nothing was changed.")),
        FileTooLarge: Calm(
            _("This file is too large."), _("A backup may have 50 MB, a table 20 MB. Nothing was changed.")
        ),
        FileNotTaken: Calm(_("The file was not saved."), _("Please try again. Nothing was changed.")),
        BackupUnsound: Calm(_("The backup did not come out right."), _("It was not saved. Please try again.")),
        FileNewer: Calm(
            _("A newer Tend wrote this file."), _("Update Tend first, then bring it in. Nothing was changed.")
        ),
        FileDamaged: Calm(
            _("This file is damaged."), _("It may be cut. Please pick another copy. Nothing was changed.")
        ),
        FileRefused: Calm(
            _("Tend does not know this kind of file."), _("Please pick a backup or a table. Nothing was changed.")
        ),
        TendError: Calm(_("That did not work."), _("Nothing was changed. Please try again.")),
    }
