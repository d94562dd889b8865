"""Ten years of check-ins, made up and the same at every run: four a day, every third with a note.

Imports the standard library and `domain`: it runs in CPython and in the browser.
"""

from __future__ import annotations

import random
import uuid
from datetime import UTC, datetime, timedelta

from domain.models import FEELINGS, Activity, CheckIn, Sleep

BETWEEN = timedelta(hours=6)
NOW = datetime(2026, 11, 20, 20, 12, 9, 250_117, tzinfo=UTC)  # when the first check-in of a measured save is made
NOTE_LETTERS = 110
_SENTENCES = (
    "slept badly again and the morning was slow but I got up made tea and sat by the window for a while then a short "
    "walk around the block with my sister which helped more than I thought it would the café was too loud we left "
    "early and cooked at home later I read two pages and put the phone away before ten"
)
_ACTIVITIES = ("Walk", "Shower", "Called a friend", "Cooked", "Work", "Read", "Rested on the sofa", "Laundry")


def check_in(number: int) -> CheckIn:
    """The check-in with this number: 0 is made at `NOW`, -1 six hours before, 1 six hours after."""
    dice = random.Random(f"check-in {number}")  # not the number alone: -1 and 1 would be the same
    return CheckIn(
        id=uuid.UUID(int=dice.getrandbits(128)).hex,
        at=NOW + number * BETWEEN + timedelta(microseconds=dice.randrange(600_000_000)),
        utc_offset_minutes=60,
        mood=dice.randint(1, 5),
        energy=dice.randint(1, 5),
        feelings=tuple(dice.sample(FEELINGS, dice.choice((0, 1, 1, 2)))),
        activities=tuple(_activity(dice) for _ in range(dice.choice((0, 1, 1, 2)))),
        sleep=dice.choice(tuple(Sleep)) if number % 4 == 0 else None,
        sleep_hours=dice.choice((5.5, 6.0, 7.5)) if number % 4 == 0 else None,
        note=_note(dice) if number % 3 == 0 else "",
        distress=dice.choice((None, None, None, 2, 6)),
    )


def check_ins(size: int) -> list[CheckIn]:
    """So many check-ins, earliest first, the latest of them six hours before `NOW`."""
    return [check_in(number) for number in range(-size, 0)]


def _activity(dice: random.Random) -> Activity:
    before = dice.choice((None, 2, 3))
    return Activity(dice.choice(_ACTIVITIES), before, before and dice.randint(1, 5))


def _note(dice: random.Random) -> str:
    letters = dice.randint(NOTE_LETTERS - 60, NOTE_LETTERS + 60)
    note = " ".join(dice.choices(_SENTENCES.split(), k=letters // 3))
    return note[:letters].strip()
