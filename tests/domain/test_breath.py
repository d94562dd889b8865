"""Where somebody is in a pattern of breathing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.breath import Moment, Part, Phase, at, phases, start_of_breath
from domain.skill_players import Breathing

LONGER_OUT, BOX, SIGH = Breathing(4, 0, 6, 0), Breathing(4, 4, 4, 4), Breathing(3, 0, 7, 0, sip=2)
IN, OUT = Phase(Part.IN, 4, 1.0), Phase(Part.OUT, 6, 0.6)


def test_a_longer_breath_out_has_two_phases() -> None:
    assert phases(LONGER_OUT) == (IN, OUT)


def test_a_box_has_four_equal_ones() -> None:
    assert [(phase.part, phase.seconds, phase.size) for phase in phases(BOX)] == [
        (Part.IN, 4, 1.0),
        (Part.HOLD, 4, 1.0),
        (Part.OUT, 4, 0.6),
        (Part.REST, 4, 0.6),
    ]


def test_a_sigh_leaves_room_for_the_sip() -> None:
    assert phases(SIGH) == (Phase(Part.IN, 3, 0.88), Phase(Part.SIP, 2, 1.0), Phase(Part.OUT, 7, 0.6))


@pytest.mark.parametrize(
    ("second", "moment", "left"),
    [
        (0, Moment(0, IN, 4), 4),
        (3, Moment(0, IN, 4), 1),
        (4, Moment(0, OUT, 10), 6),
        (9.5, Moment(0, OUT, 10), 0.5),
        (10, Moment(1, IN, 14), 4),
        (299, Moment(29, OUT, 300), 1),
    ],
)
def test_each_second_has_its_phase(second: float, moment: Moment, left: float) -> None:
    assert at(LONGER_OUT, second) == moment
    assert moment.left(second) == left


def test_a_box_rests_before_the_next_breath() -> None:
    assert [at(BOX, second).phase.part for second in (0, 4, 8, 12, 16)] == ["in", "hold", "out", "rest", "in"]


@pytest.mark.parametrize(("second", "start"), [(0, 0), (9.9, 0), (10, 10), (17, 10)])
def test_a_breath_can_begin_again(second: float, start: float) -> None:
    assert start_of_breath(LONGER_OUT, second) == start


durations = st.floats(0.1, 60)
patterns = st.builds(
    Breathing, durations, st.just(0) | durations, durations, st.just(0) | durations, st.just(0) | durations
)


@given(patterns, st.integers(1, 60))
def test_from_end_to_end_every_phase_comes_in_turn(pattern: Breathing, breaths: int) -> None:
    second, parts = 0.0, []
    expected = [phase.part for phase in phases(pattern)] * breaths
    for _ in expected:
        moment = at(pattern, second)
        assert moment.ends > second
        parts.append(moment.phase.part)
        second = moment.ends
    assert parts == expected
    assert second == pytest.approx(breaths * pattern.cycle)
