"""The page before Tend has opened: what stands on it, and what becomes of what was tapped there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.first_aid import (
    CountryHelp,
    FirstAid,
    FirstPerson,
    Own,
    Tapped,
    country_help,
    first_aid,
    own_part,
    taken_over,
)
from domain.lines import CrisisLine, Emergency, HelpLines, Service, Tier
from domain.models import Appearance, CheckIn, Preferences
from domain.people import Person, Role
from domain.plan import Part, PlanItem

DAY = date(2026, 11, 3)
LINE = CrisisLine("gb-a", "GB", "A line", "116 123", "read", Tier.PROVIDER, DAY, True)
OTHER = CrisisLine("ie-a", "IE", "Another", "50808", "read", Tier.PROVIDER, DAY, True)
DANGER = Emergency("GB", "United Kingdom", "999", Service.ALL, False, ("read",), DAY)
SHIPPED = HelpLines((OTHER, LINE), {"GB": DANGER})
MAYA = Person("m", "Maya", "0123 456", role=Role.FAMILY, text_to="0789 012", on_first_aid=True)
COLD, WALK = PlanItem("a", Part.ALONE, "Cold water"), PlanItem("b", Part.ALONE, "Walk", place=1)
AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
TAP = CheckIn("t", AT, 60, mood=2)


def test_it_shows_the_country_the_people_the_steps_and_the_looks() -> None:
    own = own_part([MAYA, Person("d", "Dev", "1")], [COLD, WALK], Preferences(), has_lock=False, may_show=False)
    shown = first_aid(SHIPPED, Preferences(Appearance.DARK, 125, country="GB"), own)
    maya = FirstPerson("Maya", Role.FAMILY, "tel:0123456", "sms:0789012")
    assert shown == FirstAid(
        CountryHelp("GB", "United Kingdom", (LINE,), DANGER),
        Own((maya,), ("Cold water", "Walk")),
        125,
        Appearance.DARK,
    )


@pytest.mark.parametrize("phone", ["javascript:alert(1)", "*#06#", "112;ext=8", "0800 HELP", "tel:112", "112?a"])
def test_what_is_no_number_is_shown_as_typed_and_never_a_link(phone: str) -> None:
    (shown,) = own_part(
        [replace(MAYA, phone=phone, text_to="")], [], Preferences(), has_lock=False, may_show=False
    ).people
    assert shown == FirstPerson("Maya", Role.FAMILY, None, None, phone)


@pytest.mark.parametrize(
    ("has_lock", "may_show", "is_shown"),
    [(False, False, True), (False, True, True), (True, False, False), (True, True, True)],
)
def test_a_lock_takes_people_and_steps_off_it_unless_they_may_show(
    has_lock: bool, may_show: bool, is_shown: bool
) -> None:
    own = own_part([MAYA], [COLD], Preferences(), has_lock, may_show)
    assert (bool(own.people), bool(own.steps), own.is_hidden) == (is_shown, is_shown, not is_shown)


@pytest.mark.parametrize(("has_lock", "may_show"), [(False, False), (False, True), (True, False), (True, True)])
def test_own_names_of_a_scale_stand_there_as_people_do(has_lock: bool, may_show: bool) -> None:
    moods, energies = ("", "Grey", "", "", ""), ("Flat out", "", "", "", "")
    own = own_part([], [], Preferences(moods=moods, energies=energies), has_lock, may_show)
    assert own == (Own() if has_lock and not may_show else Own(moods=moods, energies=energies))


def test_with_nothing_to_show_a_lock_hides_nothing() -> None:
    assert own_part([replace(MAYA, on_first_aid=False)], [], Preferences(), has_lock=True, may_show=False) == Own()


def test_a_step_of_ten_thousand_characters_is_shown_by_its_beginning() -> None:
    own = own_part([], [PlanItem("a", Part.ALONE, "word " * 2_000)], Preferences(), has_lock=False, may_show=False)
    assert [(len(step), step[:9], step[-1]) for step in own.steps] == [(300, "word word", "…")]


def test_a_country_without_lines_has_its_number_and_one_without_anything_its_code() -> None:
    assert country_help(HelpLines((), {"GB": DANGER}), "GB") == CountryHelp("GB", "United Kingdom", (), DANGER)
    assert country_help(SHIPPED, "NZ") == CountryHelp("NZ", "NZ", (), None)


def test_a_tap_becomes_a_check_in_with_its_own_id_and_time() -> None:
    assert taken_over(Tapped(TAP), None) == TAP


def test_taken_over_twice_nothing_changes() -> None:
    assert taken_over(Tapped(TAP), TAP) is None
    edited = replace(TAP, mood=4, note="Better now")
    assert taken_over(Tapped(TAP), edited) is None, "what was edited since stays"


def test_a_correction_made_on_the_page_after_it_was_taken_over_counts() -> None:
    corrected = Tapped(replace(TAP, mood=4, energy=3), earlier=((2, None), (4, None)))
    assert taken_over(corrected, TAP) == replace(TAP, mood=4, energy=3)
    noted = replace(TAP, note="A note stays")
    assert taken_over(corrected, noted) == replace(noted, mood=4, energy=3)
    assert taken_over(corrected, replace(TAP, mood=5)) is None, "what the person chose in Tend stays"
