"""What helped is counted, and the order and the suggestion follow it, the same each time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from domain.skill_counts import Band, Count, Record, Tally, band, tally
from domain.skill_ranking import NIGHT, Place, Reason, place, ranked, suggestion
from domain.skills import Effort, Helped, Need, Skill, Use
from tests.domain.test_skills import skill

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
YES, A_BIT, NO = Helped.YES, Helped.A_BIT, Helped.NO


def uses(id: str, *answers: Helped | None, energy: int | None = 2) -> list[Use]:
    return [Use(f"{id}{number}", id, AT, 60, answer, energy) for number, answer in enumerate(answers)]


def of(*groups: Sequence[Use]) -> Tally:
    return tally(use for group in groups for use in group)


def order(skills: Sequence[Skill], counts: Tally, energy: int | None, *favourites: str) -> list[str]:
    return [found.id for found in ranked(skills, counts, favourites, energy)]


def test_yes_and_a_bit_count_as_helped_and_no_answer_as_tried() -> None:
    counts = of(uses("breath", YES, A_BIT, NO, None), uses("breath", YES, energy=4), uses("breath", NO, energy=None))
    assert counts.of("breath") == Record(6, all=Count(3, 5), low=Count(2, 3), good=Count(1, 1))
    assert counts.of("breath").at(1) == Count(2, 3)
    assert counts.of("breath").at(3) == Count()
    assert counts.of("breath").at(5) == Count(1, 1)
    assert counts.of("breath").at(None) == Count(3, 5)
    assert counts.of("walk") == Record()


def test_a_count_is_said_from_three_answers_on() -> None:
    assert not Count(2, 2).is_enough
    assert Count(0, 3).is_enough


@pytest.mark.parametrize(
    ("energy", "found"),
    [(None, None), (1, Band.LOW), (2, Band.LOW), (3, Band.SOME), (4, Band.GOOD), (5, Band.GOOD)],
)
def test_energy_makes_three_kinds_of_day(energy: int | None, found: Band | None) -> None:
    assert band(energy) is found


def test_the_score_weighs_the_share_by_how_much_is_known() -> None:
    assert Count(9, 10).score == 10 / 12
    assert Count(4, 5).score == 5 / 7
    assert Count(1, 1).score == 2 / 3
    assert Count(0, 0).score == Count(1, 2).score == 1 / 2
    assert Count(0, 3).score == 1 / 5


def test_one_use_after_another_counts_the_same_as_all_at_once() -> None:
    dice = random.Random(5)
    some = [
        Use(str(n), dice.choice("abc"), AT, 60, dice.choice([None, *Helped]), dice.choice([None, 1, 2, 3, 4, 5]))
        for n in range(200)
    ]
    grown = Tally()
    for use in some:
        grown = grown.and_one(use)
    assert grown == tally(some) == tally(reversed(some))
    assert sum(grown.of(id).tried for id in "abc") == 200


def test_one_more_use_leaves_the_tally_before_it_as_it_was() -> None:
    before = of(uses("breath", YES))
    assert before.and_one(uses("breath", NO)[0]).of("breath").all == Count(1, 2)
    assert before.of("breath").all == Count(1, 1)


@pytest.mark.parametrize(
    ("record", "energy", "where"),
    [
        (Record(), 2, Place.UNTRIED),
        (Record(1), 2, Place.TRIED),
        (Record(1, all=Count(1, 1), low=Count(1, 1)), 2, Place.HELPED_NOW),
        (Record(1, all=Count(1, 1), low=Count(1, 1)), 4, Place.HELPED),
        (Record(1, all=Count(1, 1), low=Count(1, 1)), None, Place.HELPED_NOW),
        (Record(2, all=Count(1, 2), low=Count(1, 2)), 2, Place.TRIED),
        (Record(2, all=Count(0, 2), low=Count(0, 2)), 2, Place.TRIED),
        (Record(3, all=Count(0, 3), low=Count(0, 3)), 2, Place.DID_NOT_HELP),
        (Record(3, all=Count(0, 3), low=Count(0, 3)), 4, Place.DID_NOT_HELP),
        (Record(8, all=Count(4, 8), low=Count(0, 3), good=Count(4, 5)), 2, Place.DID_NOT_HELP),
        (Record(8, all=Count(4, 8), low=Count(0, 3), good=Count(4, 5)), 4, Place.HELPED_NOW),
        (Record(7, all=Count(5, 7), low=Count(0, 2), good=Count(5, 5)), 2, Place.HELPED),
    ],
)
def test_a_skill_stands_where_its_answers_put_it(record: Record, energy: int | None, where: Place) -> None:
    assert place(record, energy) is where


# As in the docstring of `ranked`.
SHELF = (
    *(skill("box", 1), skill("room", 1), skill("anchor", 2), skill("stretch", 1), skill("song", 5)),
    *(skill("breath", 2), skill("sigh", 5), skill("walk", 10)),
)
COUNTS = of(
    uses("sigh", *[YES] * 9, NO),
    uses("breath", *[A_BIT] * 4, NO),
    uses("song", YES),
    uses("stretch", YES, NO),
    uses("anchor", None),
    uses("box", NO, NO, NO),
)


def test_favourites_come_first_then_what_helped_then_the_shortest_then_the_untried() -> None:
    ordered = ["walk", "sigh", "breath", "song", "stretch", "anchor", "room", "box"]
    assert order(SHELF, COUNTS, 2, "walk") == ordered
    assert order(tuple(reversed(SHELF)), COUNTS, 2, "walk") == ordered


def test_favourites_are_ordered_among_themselves_as_the_rest_are() -> None:
    assert order(SHELF, COUNTS, 2, "box", "walk", "breath")[:4] == ["breath", "walk", "box", "sigh"]


def test_what_helped_at_this_energy_comes_before_what_helped_at_another() -> None:
    shelf = (skill("run"), skill("rest"))
    counts = of(uses("run", *[YES] * 9, energy=5), uses("rest", YES, energy=1))
    assert order(shelf, counts, 2) == ["rest", "run"]
    assert order(shelf, counts, 4) == ["run", "rest"]
    assert order(shelf, counts, None) == ["run", "rest"]


def test_equal_ones_stand_by_length_and_then_as_they_were() -> None:
    shelf = (skill("c", 2), skill("b", 2), skill("a", 1))
    assert order(shelf, Tally(), 3) == ["a", "c", "b"]
    assert order(shelf, of(uses("b", YES), uses("c", YES)), 2) == ["c", "b", "a"]


def test_those_that_helped_at_another_energy_stand_by_score_and_those_that_were_tried_by_length() -> None:
    shelf = (skill("c", 1), skill("b", 2), skill("a", 3), skill("d", 9))
    helped = of(uses("b", YES, energy=5), uses("a", YES, YES, energy=5))
    assert order(shelf, helped, 2) == ["a", "b", "c", "d"]
    assert order(shelf, of(uses("c", NO), uses("b", None), uses("d", NO, YES)), 2) == ["c", "b", "d", "a"]


def test_hidden_ones_are_left_out_favourites_too() -> None:
    assert [s.id for s in ranked(SHELF[:3], COUNTS, {"box"}, 2, hidden={"box", "anchor"})] == ["room"]


BREATH = skill("breath", needs=(Need.CALM_DOWN, Need.SLEEP))
ROOM = skill("room", needs=(Need.FEEL_SAFE,))
WIND_DOWN = skill("wind-down", needs=(Need.SLEEP,))
WALK = skill("walk", needs=(Need.LIFT_MOOD,), energy=Effort.MIDDLE)
SOLVE = skill("solve", needs=(Need.SPEAK_UP,), energy=Effort.HIGH)
COLD = skill("cold", needs=(Need.CALM_DOWN,), check_first=True)
SKILLS = (COLD, BREATH, WIND_DOWN, ROOM, WALK, SOLVE)


def suggested(
    counts: Tally, energy: int | None, hour: int, *refused: str, need: Need | None = None
) -> tuple[str, Reason, Count | None] | None:
    found = suggestion(SKILLS, counts, energy, hour, refused, need)
    return found and (found.skill.id, found.reason, found.count)


def test_with_nothing_known_the_first_of_the_library_is_suggested() -> None:
    assert suggested(Tally(), None, 9) == ("breath", Reason.TO_BEGIN_WITH, None)
    assert suggested(Tally(), 2, 9) == ("breath", Reason.ASKS_LITTLE, None)
    assert suggested(Tally(), 2, 23) == ("breath", Reason.FOR_THE_NIGHT, None)


def test_what_helped_at_this_energy_comes_with_its_count() -> None:
    counts = of(uses("room", YES, A_BIT, YES, NO, YES), uses("breath", *[YES] * 9, energy=5))
    assert suggested(counts, 1, 9) == ("room", Reason.HELPED_AT_THIS_ENERGY, Count(4, 5))
    assert suggested(counts, 5, 9) == ("breath", Reason.HELPED_AT_THIS_ENERGY, Count(9, 9))
    assert suggested(counts, 3, 9) == ("breath", Reason.HELPED, Count(9, 9))
    assert suggested(counts, None, 9) == ("breath", Reason.HELPED, Count(9, 9))


def test_two_answers_are_too_few_to_say_but_not_to_prefer() -> None:
    assert suggested(of(uses("room", YES, YES)), 2, 9) == ("room", Reason.ASKS_LITTLE, None)
    assert suggested(of(uses("room", YES, YES, A_BIT)), 2, 9) == ("room", Reason.HELPED_AT_THIS_ENERGY, Count(3, 3))


def test_what_helped_in_all_but_not_at_this_energy_is_not_said_to_have_helped() -> None:
    counts = of(uses("room", NO, NO, NO, energy=1), uses("room", *[YES] * 9, energy=5))
    assert suggested(counts, 1, 9) != ("room", Reason.HELPED, Count(9, 12))
    assert suggested(counts, 3, 9) == ("room", Reason.HELPED, Count(9, 12))


def test_after_one_no_the_next_one_is_suggested() -> None:
    assert suggested(of(uses("breath", NO)), 2, 9) == ("room", Reason.ASKS_LITTLE, None)


def test_one_that_was_refused_today_does_not_come_again() -> None:
    counts = of(uses("room", YES, YES, YES))
    assert suggested(counts, 2, 9, "room") == ("breath", Reason.ASKS_LITTLE, None)
    assert suggested(counts, 2, 9, "room", "breath") is None
    assert suggested(Tally(), 5, 9, *[s.id for s in SKILLS]) is None


def test_no_more_is_asked_than_there_is() -> None:
    assert suggested(Tally(), 2, 9, "breath", "room") is None
    assert suggested(Tally(), None, 9, "breath", "room") == ("walk", Reason.TO_BEGIN_WITH, None)
    assert suggested(Tally(), 3, 9, "breath", "room", "walk") is None
    assert suggested(Tally(), 4, 9, "breath", "room", "walk") == ("solve", Reason.TO_BEGIN_WITH, None)
    assert suggested(Tally(), 5, 23, "breath", "room", "wind-down") is None


@pytest.mark.parametrize("hour", [22, 23, 0, 4])
def test_at_night_what_is_for_sleep_comes_first_and_then_the_rest(hour: int) -> None:
    counts = of(uses("room", YES, YES, YES))
    assert suggested(counts, 2, hour) == ("breath", Reason.FOR_THE_NIGHT, None)
    assert suggested(counts, 2, hour, "breath") == ("wind-down", Reason.FOR_THE_NIGHT, None)
    assert suggested(counts, 2, hour, "breath", "wind-down") == ("room", Reason.HELPED_AT_THIS_ENERGY, Count(3, 3))


@pytest.mark.parametrize("hour", [5, 21])
def test_by_day_nothing_that_is_for_sleep_alone_comes_unless_asked_for(hour: int) -> None:
    counts = of(uses("wind-down", YES, YES, YES))
    assert suggested(counts, 2, hour) == ("breath", Reason.ASKS_LITTLE, None)
    assert suggested(counts, 2, hour, need=Need.SLEEP) == ("wind-down", Reason.HELPED_AT_THIS_ENERGY, Count(3, 3))


def test_the_need_narrows_it_by_night_too() -> None:
    assert suggested(Tally(), 2, 9, need=Need.FEEL_SAFE) == ("room", Reason.FITS_THE_NEED, None)
    assert suggested(Tally(), 2, 23, need=Need.FEEL_SAFE) == ("room", Reason.FITS_THE_NEED, None)
    assert suggested(Tally(), 2, 9, need=Need.SPEAK_UP) is None
    helped = of(uses("cold", YES, YES, YES))
    assert suggested(helped, 2, 23, need=Need.CALM_DOWN) == ("cold", Reason.HELPED_AT_THIS_ENERGY, Count(3, 3))


def test_one_that_can_harm_some_bodies_comes_only_once_it_has_helped() -> None:
    assert suggested(Tally(), 2, 9, "breath", need=Need.CALM_DOWN) is None
    assert suggested(of(uses("cold", NO)), 2, 9, "breath", need=Need.CALM_DOWN) is None
    assert suggested(of(uses("cold", YES)), 2, 9, need=Need.CALM_DOWN) == ("cold", Reason.FITS_THE_NEED, None)


def test_for_any_history_what_is_suggested_was_not_refused_fits_and_is_the_same_each_time() -> None:
    dice, seen = random.Random(7), 0
    for _ in range(500):
        counts = of(*(uses(s.id, *dice.choices([None, *Helped], k=dice.randrange(5))) for s in SKILLS))
        refused = {s.id for s in SKILLS if dice.random() < 0.4}
        energy, hour = dice.choice([None, 1, 2, 3, 4, 5]), dice.randrange(24)
        found = suggestion(SKILLS, counts, energy, hour, refused)
        assert found == suggestion(SKILLS, counts, energy, hour, refused)
        if found is None:
            continue
        seen += 1
        assert found.skill.id not in refused
        assert hour not in NIGHT or found.skill.energy is Effort.LOW
        assert (found.count is not None) is (found.reason in {Reason.HELPED, Reason.HELPED_AT_THIS_ENERGY})
    assert seen > 300
