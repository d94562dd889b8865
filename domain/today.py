"""What Today offers: a few steps, in the size that fits. Pure functions; imports `domain` only."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.goals import Answer, Goal, Mark, Often, Size, step
from domain.pacing import Pacing, fitting_size, is_over, steps_offered
from domain.progress import Days, Tended, on_day, tended_of_last


@dataclass(frozen=True)
class Step:
    """One thing to do today: a goal, the size it is offered in, and what was answered to it today, if anything."""

    goal: Goal
    size: Size
    words: str
    mark: Mark | None = None

    @property
    def is_done(self) -> bool:
        """True when it was done today, in whatever size."""
        return self.mark is not None and self.mark.answer is Answer.DONE


@dataclass(frozen=True)
class Choice:
    """What the person chose for one day: the goals to show, and a size for each; it stands for that day alone."""

    day: date
    goal_ids: tuple[str, ...] | None = None  # None: Tend offers some
    sizes: tuple[tuple[str, Size], ...] = ()


def steps(
    goals: Sequence[Goal],
    marks: Sequence[Mark],
    tended: Tended,
    energy: int | None,
    today: date,
    choice: Choice | None = None,
    pacing: Pacing | None = None,
) -> tuple[Step, ...]:
    """The steps to show today.

    Those the person chose for today; otherwise the ones that were answered today and, up to the number that fits the
    energy, the goals that wait longest (see `_waiting`). A tick moves none of them; what waits for another day goes
    last. `goals` stand in the person's order, `marks` by day.
    """
    chosen = choice if choice and choice.day == today else Choice(today)
    answered = answers(on_day(marks, today))
    active = {goal.id: goal for goal in goals if goal.is_active}
    if chosen.goal_ids is not None:
        shown = [active[goal_id] for goal_id in chosen.goal_ids if goal_id in active]
    else:
        shown = [goal for goal in active.values() if goal.id in answered]
        room = steps_offered(energy) - len(shown)
        shown += _in_line(active.values(), answered, tended, today)[: max(min(room, _affordable(energy, pacing)), 0)]
        shown.sort(key=lambda goal: _waiting(goal, _before(tended.of(goal.id), today)))
    shown.sort(key=lambda goal: _is_put_off(answered.get(goal.id)))
    return tuple(_step(goal, dict(chosen.sizes).get(goal.id), energy, answered.get(goal.id)) for goal in shown)


def _before(days: Days, today: date) -> Days:
    """The days without today's, which a tick has added."""
    return days[:-1] if days and days[-1] == today else days


def _is_put_off(mark: Mark | None) -> bool:
    return mark is not None and mark.answer is Answer.NOT_TODAY


def asks_too_much(steps: Sequence[Step], energy: int | None, known_at: datetime | None, pacing: Pacing) -> bool:
    """Whether what is left to do, with what was done since the energy was answered, is more than that energy holds.

    What was done before the answer is in the answer already. Where nothing is left there is nothing to say: Tend looks
    ahead, and never back at how much it was.

    Some energy (4) since 9:00. A full step (4) done at 10:00, a tiny one (1) left: yes. The full one done at 8:00: no.
    Both done: no. `known_at` is an aware time.
    """
    left = tuple(step.size for step in steps if step.mark is None)
    spent = tuple(step.size for step in steps if step.mark and _took_energy(step.mark, known_at))
    return bool(left) and is_over((*left, *spent), energy, pacing)


def _took_energy(mark: Mark, since: datetime | None) -> bool:
    """Whether it was done, or tried, later than that: what waits or what rest took the place of took none."""
    return since is not None and mark.at > since and mark.answer in (Answer.DONE, Answer.TRIED)


def one_more(goals: Sequence[Goal], marks: Sequence[Mark], tended: Tended, today: date) -> Step | None:
    """One more tiny step, of the goal that waits longest among those not answered today; None when there is none."""
    answered = {mark.goal_id for mark in on_day(marks, today)}
    waiting = _in_line((goal for goal in goals if goal.is_active), answered, tended, today)
    return _step(waiting[0], Size.TINY, None, None) if waiting else None


def suits(goal: Goal, tended: Tended, today: date) -> bool:
    """Whether a goal would be good to offer today.

    Not on a day that does not suit it; one to do once, not after it was tended; about three times a week, not once
    it was tended three times in seven days. It can always be chosen all the same.
    """
    days = tended.of(goal.id)
    if goal.weekdays and today.weekday() not in goal.weekdays:
        return False
    if goal.often is Often.ONCE:
        return not days
    return goal.often is not Often.WEEKLY or tended_of_last(days, today) < goal.times_a_week


def answers(marks: Iterable[Mark]) -> dict[str | None, Mark]:
    """What was answered to each goal on a day: what was done if anything was, else the latest."""
    found: dict[str | None, Mark] = {}
    for mark in marks:
        before = found.get(mark.goal_id)
        if mark.goal_id and not (before and before.answer is Answer.DONE and mark.answer is not Answer.DONE):
            found[mark.goal_id] = mark
    return found


def _affordable(energy: int | None, pacing: Pacing | None) -> int:
    """How many steps in the fitting size the person's budget holds, one at least; without one, any number.

    Energy 4, a budget of 7, a full step 4: one, and with energy 5 and 10: two.
    """
    if energy is None or pacing is None or not pacing.is_on:
        return steps_offered(energy)
    return max(1, pacing.budget[energy - 1] // max(1, pacing.cost(fitting_size(energy))))


def _in_line(goals: Iterable[Goal], answered: Container[str | None], tended: Tended, today: date) -> list[Goal]:
    """The goals to offer, longest waiting first."""
    waiting = [goal for goal in goals if goal.id not in answered and suits(goal, tended, today)]
    return sorted(waiting, key=lambda goal: _waiting(goal, tended.of(goal.id)))


def _waiting(goal: Goal, days: Days) -> tuple[date, str]:
    """Orders goals by when they were last tended, the longest ago first; one never tended counts from its start."""
    return (days[-1] if days else goal.started or date.min, goal.id)


def _step(goal: Goal, chosen: Size | None, energy: int | None, mark: Mark | None) -> Step:
    size = (mark.size if mark else None) or chosen or fitting_size(energy)
    return Step(goal, size, step(goal, size), mark)
