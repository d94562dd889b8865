"""What decides how Today looks: the day, the energy that is known, what was chosen. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import flet as ft

from domain.models import CheckIn, LowEnergy, Preferences
from domain.pacing import LOW
from views.theme import LARGE_TEXT


@ft.observable
@dataclass(eq=False)
class Outlook:
    """Apart from the state, so that Today is drawn anew when one of these changes, and not at every tap."""

    today: date | None = None
    energy: int | None = None
    known_at: datetime | None = None  # the local time of the answer
    mode: LowEnergy = LowEnergy.FOLLOWS
    large_text: bool = False
    shows_everything: bool = False  # until the next energy answer

    def see(self, today: date, known: CheckIn | None, preferences: Preferences) -> None:
        """Note what is now so; what did not change draws nothing."""
        self.today, self.mode, self.large_text = today, preferences.low_energy, preferences.text_size >= LARGE_TEXT
        before = self.energy, self.known_at
        self.energy = known.energy if known else None
        self.known_at = known.local if known else None
        if before != (self.energy, self.known_at):
            self.shows_everything = False

    @property
    def is_small(self) -> bool:
        """True when Today is the small one."""
        is_low = self.energy is not None and self.energy <= LOW
        wanted = self.mode is LowEnergy.ALWAYS or (self.mode is LowEnergy.FOLLOWS and is_low)
        return wanted and not self.shows_everything

    def show_everything(self) -> None:
        """The whole Today, until the next energy answer."""
        self.shows_everything = True
