"""Reading the plan: what was written for a sign, whom it leads to, what comes first; and what a line is picked from."""

from __future__ import annotations

from datetime import date

import pytest

from domain.merging import settled
from domain.people import Person
from domain.plan import ANSWERS, Part, PlanItem, PlanNotes, Rung, Source
from domain.plan_picks import part_at, place_of, sources_of
from domain.plan_reading import (
    beside,
    counts,
    ladder,
    months_on,
    named_in,
    noticed_on,
    offers_ways,
    picked_for,
    response,
)

MAYA, MAY, ROSE = Person("m", "Maya"), Person("y", "May"), Person("r", "Maya Rose")


def picked(id: str, part: Part, person: Person, place: int = 0) -> PlanItem:
    return PlanItem(id, part, person.name, "", place, Source.PERSON, person.id)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Text maya.", ["Maya"]),
        ("Maya's couch", ["Maya"]),
        ("Mayamaya", []),
        ("In May, Maya rests", ["May", "Maya"]),
        ("Ask Maya Rose, then Maya", ["Maya", "Maya Rose"]),
        ("Rest", []),
        ("", []),
    ],
)
def test_a_person_is_meant_where_their_whole_name_stands(written: str, found: list[str]) -> None:
    assert [person.name for person in named_in([written], (MAY, MAYA, ROSE))] == found


def test_a_name_may_hold_signs_that_mean_something_elsewhere() -> None:
    odd = Person("o", "J. (Jo) *")
    assert named_in(["Call J. (Jo) * now", "x"], (odd,)) == (odd,)
    assert named_in(["Call Jx (Jo) now"], (odd,)) == ()


def test_what_the_answer_names_goes_before_what_was_picked_for_the_rung() -> None:
    sign = PlanItem("s", Part.HARDER_SIGNS, "Heavy", "Sit with Maya")
    items = (sign, picked("p", Part.HARDER_ANSWERS, ROSE))
    assert response(items, [sign], (MAYA, ROSE)).people == (MAYA,)
    bare = PlanItem("s", Part.HARDER_SIGNS, "Heavy", "Sit down")
    assert response((bare, items[1]), [bare], (MAYA, ROSE)).people == (ROSE,)
    assert response((bare, items[1]), [bare], (MAYA,)).people == (), "deleted meanwhile"


def test_a_sign_without_an_answer_of_its_own_shows_those_of_its_rung() -> None:
    own = PlanItem("a", Part.CRISIS_SIGNS, "I give things away", answer="Call Dr Lee")
    bare = PlanItem("b", Part.CRISIS_SIGNS, "I pace", answer="  ")
    items = (own, bare, PlanItem("c", Part.ALONE, "Tea"), PlanItem("d", Part.ALONE, "Shower"))
    assert (response(items, (own,), ()).own, response(items, (own,), ()).lines) == (("Call Dr Lee",), ())
    assert [item.words for item in response(items, (bare,), ()).lines] == ["Tea", "Shower"]


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        *((words, False) for words in ("Do not call Maya", "do  not call", "Don't text Maya", "Don’t", "DONT call")),
        *(
            (words, False)
            for words in ("Never Maya", "Please do not call", "I do not want Maya", "- not Maya", "“Not Maya”")
        ),
        *(
            (words, True)
            for words in ("Maya", "Nevertheless, Maya", "Notice Maya", "Maya, not Dev", "Donna", "", "Nothing")
        ),
    ],
)
def test_a_line_that_begins_with_a_refusal_offers_nothing(words: str, offers: bool) -> None:
    assert offers_ways(PlanItem("a", Part.ASK, words or "Maya")) is offers


@pytest.mark.parametrize("part", list(Part))
def test_what_is_not_wanted_and_who_may_not_decide_offer_nothing_whatever_their_words(part: Part) -> None:
    assert offers_ways(picked("a", part, MAYA)) is (part not in (Part.UNWANTED, Part.NOT_DECIDERS))


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Do not call Maya.", (ROSE,)),
        ("Do not call Maya Rose. Ask Maya.", (MAYA,)),
        ("Ask Maya. Don't call Maya Rose", (MAYA,)),
        ("Rest.\nNever ask Maya Rose", ()),
        ("Call Maya. Never call Maya after ten.", ()),
    ],
)
def test_an_answer_that_says_whom_not_to_call_never_leads_to_them(answer: str, found: tuple[Person, ...]) -> None:
    sign = PlanItem("s", Part.HARDER_SIGNS, "Heavy", answer)
    items = (sign, picked("p", Part.HARDER_ANSWERS, ROSE))
    assert response(items, [sign], (MAYA, ROSE)).people == found


def test_somebody_picked_whose_line_became_a_refusal_is_nobody_to_turn_to() -> None:
    no = PlanItem("a", Part.ASK, "Never Maya at night", "", 0, Source.PERSON, "m")
    assert picked_for((no, picked("b", Part.ASK, ROSE, 1)), Rung.CRISIS, (MAYA, ROSE)) == (ROSE,)


def test_nothing_written_is_an_empty_response() -> None:
    sign = PlanItem("s", Part.HARDER_SIGNS, "Heavy")
    assert response((sign,), [sign], (MAYA,)).is_empty
    assert response((), (), ()).is_empty


def test_in_a_crisis_people_to_turn_to_come_in_order_and_once() -> None:
    items = (
        picked("a", Part.NOT_DECIDERS, MAY),
        picked("b", Part.SAFER, ROSE),
        picked("c", Part.ASK, MAYA),
        picked("d", Part.COMPANY, ROSE),
    )
    assert picked_for(items, Rung.CRISIS, (MAY, MAYA, ROSE)) == (MAYA, ROSE)


def test_things_to_do_and_people_are_lists_of_their_own_where_people_stand_apart() -> None:
    rest, maya = PlanItem("a", Part.HARDER_ANSWERS, "Rest"), picked("b", Part.HARDER_ANSWERS, MAYA)
    assert (beside((rest, maya), rest), beside((rest, maya), maya)) == ((rest,), (maya,))
    park, rose = PlanItem("c", Part.COMPANY, "The park"), picked("d", Part.COMPANY, ROSE)
    assert beside((park, rose), rose) == (park, rose)


def test_a_rung_counts_signs_things_and_people() -> None:
    items = (
        PlanItem("a", Part.EARLY_SIGNS, "I pace"),
        PlanItem("b", Part.EARLY_ANSWERS, "Walk"),
        picked("c", Part.EARLY_ANSWERS, MAYA),
        PlanItem("d", Part.STEADY, "Tea"),
    )
    there = counts(items, Rung.EARLY)
    assert (there.signs, there.things, there.people, there.all) == (1, 1, 1, 3)


def test_only_signs_are_noticed() -> None:
    items = (PlanItem("a", Part.EARLY_SIGNS, "I pace"), PlanItem("b", Part.STEADY, "Tea"))
    assert noticed_on(items, ("a", "b", "gone")) == {Rung.EARLY}


def test_the_crisis_comes_first_when_energy_is_low_whatever_shows() -> None:
    assert ladder((), is_low=True)[:2] == (Rung.CRISIS, Rung.DAILY)
    both = ladder({Rung.CRISIS, Rung.EARLY}, is_low=True)
    assert both[:2] == (Rung.CRISIS, Rung.EARLY)
    assert sorted(both) == sorted(Rung)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 19), 1, date(2026, 12, 19)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_on(day, months) == later


def test_parts_have_addresses_and_signs_are_picked_from_nothing() -> None:
    assert [part_at(place_of(part)) for part in Part] == list(Part)
    assert {sources_of(sign) for sign in ANSWERS} == {()}
    assert sources_of(Part.ASK) == (Source.PERSON,)
    assert sources_of(Part.STEADY) == (Source.SKILL, Source.PERSON, Source.GOAL)


def test_parts_left_for_later_in_two_windows_come_together() -> None:
    base = PlanNotes(later=(Part.ASK,))
    here, there = base.with_later(Part.SAFER), base.with_later(Part.ASK)
    assert settled(base, here, there).later == (Part.SAFER,)
