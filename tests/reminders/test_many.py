"""Many at once: two hundred reminders of one minute come in a few notices. All are noted, and none is said twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC

import pytest

from domain.reminder_notes import Heard
from domain.reminders import MOST_REMINDERS, Notice, Reminder, ReminderKind
from reminders.runner import Ahead, Runner
from tests.views.fakes import FakeClock, FakeRecords
from views.state import TendState

INVITES = "Whenever it suits you."
NEUTRAL = "A moment for you"
IN_FEW = ["/check-in"] * 3
TO_TEN = 48  # minutes; the clock stands at 9:12


def check_in(number: int, words: str = "") -> Reminder:
    return Reminder(f"r{number:03}", ReminderKind.CHECK_IN, (10 * 60,), words=words, shows_words=bool(words))


class FakeNotifier:
    """Shows whatever comes."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []

    async def notify(self, notice: Notice) -> bool:
        self.shown.append(notice)
        return True

    def foresee(self, ahead: Sequence[Ahead]) -> None:
        """Nothing comes of it."""


class Morning:
    """Somebody with these reminders, and Tend open."""

    def __init__(self, reminders: Sequence[Reminder]) -> None:
        self.clock, self.notifier, self.troubles = FakeClock(), FakeNotifier(), list[Exception]()
        self.records = FakeRecords(reminders=reminders)
        self.state = TendState.load(self.records, self.clock, lambda naive: naive.replace(tzinfo=self.clock.now.tzinfo))
        reminding = self.state.reminding
        self.runner = Runner(reminding, self.notifier, self.clock, self.troubles.append, self.clock.sleep)

    async def shown(self, minutes: float = 0) -> list[Notice]:
        """What is shown meanwhile."""
        self.notifier.shown.clear()
        self.clock.pass_time(minutes=minutes)
        for _ in range(40):
            await asyncio.sleep(0)
        return list(self.notifier.shown)


def lived(reminders: Sequence[Reminder], live: Callable[[Morning], Awaitable[None]]) -> None:
    async def work() -> None:
        morning = Morning(reminders)
        running = asyncio.ensure_future(morning.runner.run(morning.state, *morning.state.parts))
        assert await morning.shown() == []
        await live(morning)
        running.cancel()
        assert morning.troubles == []

    asyncio.run(work())


def test_two_hundred_at_once_come_in_four_notices_and_all_stand_on_today() -> None:
    async def live(morning: Morning) -> None:
        assert await morning.shown(TO_TEN) == [
            Notice("Tea", INVITES, "/check-in", "r199 2026-11-19 600"),
            Notice(NEUTRAL, INVITES, "/check-in", "r000 2026-11-19 600"),
            Notice(NEUTRAL, INVITES, "/check-in", "r001 2026-11-19 600"),
            Notice(NEUTRAL, INVITES, "/", "r002 2026-11-19 600"),
        ]
        sent = morning.records.reminder_notes.load().sent
        assert (len(sent), len(set(sent))) == (MOST_REMINDERS, MOST_REMINDERS)
        assert len(morning.state.reminding.said()) == MOST_REMINDERS
        morning.runner.wake()
        assert await morning.shown(60) == []
        assert len(await morning.shown(23 * 60)) == 4, "and so the next day"

    lived([*map(check_in, range(MOST_REMINDERS - 1)), check_in(199, "Tea")], live)


@pytest.mark.parametrize(("count", "addresses"), [(1, ["/check-in"]), (4, ["/check-in"] * 4), (5, [*IN_FEW, "/"])])
def test_a_few_come_each_by_itself(count: int, addresses: list[str]) -> None:
    async def live(morning: Morning) -> None:
        assert [notice.address for notice in await morning.shown(TO_TEN)] == addresses

    lived([*map(check_in, range(count))], live)


def test_the_one_for_all_the_others_keeps_their_words_to_itself_and_can_be_put_off() -> None:
    async def live(morning: Morning) -> None:
        *_, last = await morning.shown(TO_TEN)
        assert (last.title, last.address) == (NEUTRAL, "/")
        at = morning.clock.now.astimezone(UTC)
        await morning.state.reminding.hear([Heard(last.tag, at, is_later=True)])
        assert await morning.shown(29) == []
        (again,) = await morning.shown(1)
        assert (again.title, again.address) == ("Tea 3", "/check-in")

    lived([check_in(number, f"Tea {number}") for number in range(9)], live)
