"""The one observable: what the screens show, and every action that changes it. Imports `domain` and Flet.

Each action goes the same way: the domain makes a frozen value, the repository keeps it or raises, and only then is
what the screens read replaced.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

import flet as ft

from domain import check_ins as rules
from domain.errors import InputRefused, StorageError
from domain.models import Appearance, CheckIn, Preferences
from views.guard import log_unexpected
from views.theme import LARGE_TEXT

Clock = Callable[[], datetime]  # gives an aware local time
LocalTime = Callable[[datetime], datetime]  # makes a naive local time aware


class CheckInStore(Protocol):
    """Where check-ins are kept; every method raises `StorageError` and then has changed nothing."""

    def all(self) -> tuple[CheckIn, ...]: ...
    def save(self, check_in: CheckIn) -> None: ...
    def delete(self, check_in_id: str) -> None: ...


class PreferencesStore(Protocol):
    """Where preferences are kept; raises as `CheckInStore` does."""

    def load(self) -> Preferences: ...
    def save(self, preferences: Preferences) -> None: ...


class Records(Protocol):
    """What `storage.open_database` gives: the two stores, open."""

    @property
    def check_ins(self) -> CheckInStore: ...
    @property
    def preferences(self) -> PreferencesStore: ...


@ft.observable
@dataclass(eq=False)
class TendState:
    """What is on the screens. Make it with `load`."""

    records: Records
    clock: Clock
    local_time: LocalTime
    kept: tuple[CheckIn, ...] = ()  # what the device holds, earliest first
    unsaved: tuple[CheckIn, ...] = ()  # what it would not take yet; nothing of it is lost while the page lives
    preferences: Preferences = field(default_factory=Preferences)
    taps: tuple[rules.Tap, ...] = ()  # of this stay on Today, latest last; Undo takes them back one by one
    touched: str | None = None  # id of the check-in answered or edited in this stay
    deleted: CheckIn | None = None  # the last one deleted, until the person leaves the screen
    draft: tuple[str, CheckIn] | None = None  # address and contents of a sheet that Help now was opened over
    paths_back: tuple[tuple[str, str], ...] = ()  # screen opened over another, and that other
    alone: frozenset[str] = frozenset()  # check-ins for which company was declined
    problem: Exception | None = None  # why the last action changed nothing, until one succeeds

    @classmethod
    def load(cls, records: Records, clock: Clock, local_time: LocalTime = datetime.astimezone) -> TendState:
        """Read everything once.

        Raises:
            StorageError: it cannot be read.
        """
        return cls(records, clock, local_time, kept=records.check_ins.all(), preferences=records.preferences.load())

    @property
    def now(self) -> datetime:
        """The aware local time."""
        return self.clock()

    @property
    def check_ins(self) -> tuple[CheckIn, ...]:
        """Every check-in as the person left it, earliest first, those still to be saved included."""
        if not self.unsaved:
            return self.kept
        waiting = {check_in.id for check_in in self.unsaved}
        return _in_order([*(check_in for check_in in self.kept if check_in.id not in waiting), *self.unsaved])

    def check_in(self, check_in_id: str) -> CheckIn | None:
        """The check-in with this id, if there is one."""
        return next((check_in for check_in in self.check_ins if check_in.id == check_in_id), None)

    @property
    def large_text(self) -> bool:
        """True from the text size on at which rows become lists."""
        return self.preferences.text_size >= LARGE_TEXT

    def opened_over(self, screen: str, below: str) -> None:
        """Note the address that `screen` was opened over."""
        self.paths_back = (*((over, under) for over, under in self.paths_back if over != screen), (screen, below))

    def came_from(self, screen: str) -> str:
        """The address that `screen` was opened over; Today's when it was opened by its own."""
        return dict(self.paths_back).get(screen, "/")

    def company_offered(self, check_in_id: str) -> bool:
        """Whether to offer company under a very hard mood."""
        return check_in_id not in self.alone

    def decline_company(self, check_in_id: str) -> None:
        """No thanks: not asked again for this check-in."""
        self.alone = self.alone | {check_in_id}

    def on(self, action: Callable[..., None], *values: object) -> Callable[[], None]:
        """A handler that calls `action(*values)`; whatever it raises is logged, and said calmly, and nothing stops."""

        def handle() -> None:
            try:
                action(*values)
            except Exception as error:
                log_unexpected(error)
                self.problem = error

        return handle

    def on_value(self, action: Callable[[Any], None]) -> Callable[[ft.ControlEvent], None]:
        """The same for what a control now holds: calls `action(e.data)`."""
        return lambda event: self.on(action, event.data)()

    def tap(self, question: rules.Question, value: int) -> None:
        """Answer one question now, in the current check-in or a new one."""
        check_in, tap = rules.answer(self.check_ins, question, value, self.now, uuid.uuid4().hex)
        if tap.before != value:
            self.taps = (*self.taps, tap)
            self.change(check_in)

    def undo_tap(self) -> None:
        """Take back the latest tap of this stay."""
        if self.taps:
            *earlier, tap = self.taps
            check_in = rules.take_back(self.check_ins, tap)
            refused = check_in is not None and not self._keep(check_in) and check_in.is_empty
            if not refused:  # a refused delete leaves everything as it was, the way back included
                self.taps = tuple(earlier)

    def change(self, check_in: CheckIn) -> None:
        """Keep an edited check-in; one with nothing left in it goes."""
        self.touched = check_in.id
        self._keep(check_in)

    def refuse(self, error: InputRefused) -> None:
        """Say why what was given changed nothing."""
        self.problem = error

    def delete(self, check_in: CheckIn) -> None:
        """Delete a check-in; `undo_delete` brings it back."""
        if self._attempt(lambda: self.records.check_ins.delete(check_in.id)):
            self._without(check_in)
            self.deleted = check_in
            self.taps = tuple(tap for tap in self.taps if tap.check_in_id != check_in.id)

    def undo_delete(self) -> None:
        """Bring the check-in deleted last back as it was."""
        if self.deleted:
            check_in, self.deleted = self.deleted, None
            self._keep(check_in)

    def try_again(self) -> None:
        """Write once more what the device did not take."""
        for check_in in self.unsaved:
            self._keep(check_in)

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.taps = ()
        self.touched = None
        self.deleted = None
        self.close_sheet()

    def close_sheet(self) -> None:
        """The person is done with a check-in's details: a refusal was read, a failed save is still to be mended."""
        if not self.unsaved:
            self.problem = None

    def come_back(self) -> None:
        """The person looks at the app again: the hour, and with it what Today says, may have changed."""
        if rules.current(self.check_ins, self.now) is None:
            self.leave()
        self.notify()

    def set_appearance(self, appearance: Appearance) -> None:
        """Light, dark or the phone's."""
        self._prefer(replace(self.preferences, appearance=appearance))

    def set_text_size(self, text_size: int) -> None:
        """One of `domain.models.TEXT_SIZES`, in per cent."""
        self._prefer(replace(self.preferences, text_size=text_size))

    def _prefer(self, preferences: Preferences) -> None:
        # A look that could not be kept still helps now; the next change writes it again.
        self._attempt(lambda: self.records.preferences.save(preferences))
        self.preferences = preferences

    def _keep(self, check_in: CheckIn) -> bool:
        if check_in.is_empty:
            kept = self._attempt(lambda: self.records.check_ins.delete(check_in.id))
            if kept:
                self._without(check_in)
            return kept
        kept = self._attempt(lambda: self.records.check_ins.save(check_in))
        if kept:
            self._without(check_in)
            self.kept = _in_order([*self.kept, check_in])
        else:
            self.unsaved = (*(other for other in self.unsaved if other.id != check_in.id), check_in)
        return kept

    def _attempt(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except StorageError as error:
            self.problem = error
            return False
        self.problem = None
        return True

    def _without(self, check_in: CheckIn) -> None:
        self.unsaved = tuple(other for other in self.unsaved if other.id != check_in.id)
        self.kept = tuple(other for other in self.kept if other.id != check_in.id)


def _in_order(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    return tuple(sorted(check_ins, key=lambda check_in: (check_in.at, check_in.id)))
