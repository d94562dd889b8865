"""What decides how Today looks: the day, the energy that is known, what was chosen. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import flet as ft

from domain.models import CheckIn, LowEnergy, Preferences
from domain.pacing import LOW, SOME
from views import own_names
from views.theme import LARGE_TEXT


@ft.observable
@dataclass(eq=False)
class Outlook:
    """Apart from the state, so that Today is drawn anew when one of these changes, and not at every tap."""

    today: date | None = None
    energy: int | None = None
    known_at: datetime | None = None  # the local time of the answer
    seen_at: datetime | None = None  # the local time at which the person came back
    mode: LowEnergy = LowEnergy.FOLLOWS
    large_text: bool = False
    shows_everything: bool = False  # until the next energy answer
    held: tuple[int | None] | None = None  # the energy Today goes on being drawn for, whatever was answered since

    def see(self, today: date, known: CheckIn | None, preferences: Preferences, anew: bool = False) -> None:
        """Note what is now so, and the person's own names; what did not change draws nothing.

        `anew`: the person chose how Today looks.
        """
        own_names.use(preferences)
        if anew or known is None or today != self.today:
            self.held = None
        self.today, self.mode, self.large_text = today, preferences.low_energy, preferences.text_size >= LARGE_TEXT
        before = self.energy, self.known_at
        self.energy = known.energy if known else None
        self.known_at = known.local if known else None
        if anew or (before != (self.energy, self.known_at) and self.held is None):
            self.shows_everything = False

    @property
    def is_small(self) -> bool:
        """True when Today is the small one."""
        return self._is_small_for(self.drawn_for) and not self.shows_everything

    @property
    def drawn_for(self) -> int | None:
        """The energy Today is drawn for."""
        return self.held[0] if self.held else self.energy

    @property
    def can_be_small(self) -> bool:
        """True when the whole Today stands where the small one would."""
        return self._is_small_for(self.energy) and not self.is_small

    def show_everything(self) -> None:
        """The whole Today, until the next energy answer."""
        self.shows_everything = True

    def show_less(self) -> None:
        """Today as it is for the energy there is."""
        self.shows_everything, self.held = False, None

    def hold_for(self, energy: int) -> None:
        """This energy is about to be answered in the middle of Today: one that would take things away holds them.

        The person is in the midst of their steps, and what they look at and aim for must not go from under the thumb:
        less is offered in a line, and comes by itself once they leave. More comes at once, and takes nothing away.
        """
        if self._is_small_for(energy) or energy < (self.drawn_for or SOME):
            self.held = self.held or (self.energy,)
        else:
            self.leave()

    def leave(self) -> None:
        """The person went to another screen: from now on Today goes by the latest energy."""
        if self.held:
            self.show_less()

    def _is_small_for(self, energy: int | None) -> bool:
        is_low = energy is not None and energy <= LOW
        return self.mode is LowEnergy.ALWAYS or (self.mode is LowEnergy.FOLLOWS and is_low)
