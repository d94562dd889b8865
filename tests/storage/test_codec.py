"""Values to documents and back, and the documents that are refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from domain.errors import StorageForeign
from domain.models import Activity, Appearance, CheckIn, LowEnergy, Preferences, Sleep
from storage import codec
from tests.storage.record_strategies import check_ins, preferences

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
FULL = CheckIn(
    id="c1",
    at=AT,
    utc_offset_minutes=60,
    mood=4,
    energy=2,
    feelings=("calm", "tired"),
    activities=(Activity("walk", 2, 4), Activity("tea"), Activity("bath", energy_after=5)),
    sleep=Sleep.OK,
    sleep_hours=7.5,
    note="a note",
    distress=0,
)
FULL_DOCUMENT = {
    "id": "c1",
    "at": "2026-11-19T08:12:00+00:00",
    "utc_offset_minutes": 60,
    "mood": 4,
    "energy": 2,
    "feelings": ["calm", "tired"],
    "activities": [
        {"name": "walk", "energy_before": 2, "energy_after": 4},
        {"name": "tea"},
        {"name": "bath", "energy_after": 5},
    ],
    "sleep": "ok",
    "sleep_hours": 7.5,
    "note": "a note",
    "distress": 0,
}
SMALLEST_DOCUMENT = {"id": "c1", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60}


def test_a_full_check_in_is_this_document_and_back() -> None:
    assert codec.check_in_to_document(FULL) == FULL_DOCUMENT
    assert codec.check_in_from_document(FULL_DOCUMENT) == FULL


def test_empty_fields_are_left_out() -> None:
    assert codec.check_in_to_document(CheckIn("c1", AT, 60)) == SMALLEST_DOCUMENT
    assert codec.check_in_from_document(SMALLEST_DOCUMENT) == CheckIn("c1", AT, 60)


def test_nought_is_not_empty() -> None:
    check_in = CheckIn("c1", AT, 0, sleep_hours=0, distress=0)
    document = codec.check_in_to_document(check_in)
    assert document == SMALLEST_DOCUMENT | {"utc_offset_minutes": 0, "sleep_hours": 0.0, "distress": 0}
    assert codec.check_in_from_document(document) == check_in


def test_whole_hours_of_sleep_are_kept_as_a_float() -> None:
    document = codec.check_in_to_document(CheckIn("c1", AT, 0, sleep_hours=7))
    assert json.dumps(document["sleep_hours"]) == "7.0"


def test_preferences_keep_every_field() -> None:
    document = codec.preferences_to_document(Preferences())
    assert document == {"appearance": "phone", "text_size": 100, "low_energy": "follows"}
    pinned = Preferences(low_energy=LowEnergy.ALWAYS)
    assert codec.preferences_from_document(codec.preferences_to_document(pinned)) == pinned
    # As Tend wrote them before anybody could choose.
    assert codec.preferences_from_document({"appearance": "dark", "text_size": 200}) == Preferences(
        Appearance.DARK, 200
    )


def test_a_country_is_written_once_one_was_chosen() -> None:
    document = codec.preferences_to_document(Preferences(country="GB"))
    assert document == {"appearance": "phone", "text_size": 100, "low_energy": "follows", "country": "GB"}
    assert codec.preferences_from_document(document) == Preferences(country="GB")
    assert codec.preferences_from_document({"appearance": "phone", "text_size": 100}).country == ""


@pytest.mark.parametrize("country", ["gb", "GBR", "G", "ÄÖ", 44, None, True])
def test_a_country_that_is_no_code_is_refused(country: object) -> None:
    with pytest.raises(StorageForeign):
        codec.preferences_from_document({"appearance": "phone", "text_size": 100, "country": country})


@pytest.mark.parametrize("name", ["quick_exit", "is_neutral", "is_welcomed", "is_plain"])
def test_what_is_on_or_off_is_written_once_it_is_on(name: str) -> None:
    plain = codec.preferences_to_document(Preferences())
    chosen = replace(Preferences(), **{name: True})
    assert codec.preferences_to_document(chosen) == plain | {name: True}
    assert codec.preferences_from_document(plain | {name: True}) == chosen
    assert codec.preferences_from_document(plain | {name: False}) == Preferences()
    for bad in (1, "yes", None):
        with pytest.raises(StorageForeign, match=f"wrong type: {name}"):
            codec.preferences_from_document(plain | {name: bad})


@pytest.mark.parametrize("name", ["R" * 41, 7, None, True, ["Robin"]])
def test_a_name_that_is_no_name_is_refused_without_being_told(name: object) -> None:
    with pytest.raises(StorageForeign) as refused:
        codec.preferences_from_document({"appearance": "phone", "text_size": 100, "name": name})
    assert "R" * 41 not in str(refused.value)


def test_the_looks_hold_nothing_a_person_wrote() -> None:
    assert Preferences(name="Robin", country="GB", text_size=150).looks == Preferences(country="GB", text_size=150)


@settings(max_examples=500, deadline=None)
@given(check_ins)
def test_any_check_in_comes_back_the_same_through_json(check_in: CheckIn) -> None:
    document = json.loads(json.dumps(codec.check_in_to_document(check_in), allow_nan=False))
    assert codec.check_in_from_document(document) == check_in


@given(preferences)
def test_any_preferences_come_back_the_same_through_json(chosen: Preferences) -> None:
    document = json.loads(json.dumps(codec.preferences_to_document(chosen)))
    assert codec.preferences_from_document(document) == chosen


CANARY = "canary"
BAD_INSTANTS = [
    *("", CANARY, "2026-11-19", "2026-11-19T08:12:00", "2026-11-19T08:12:00Z", "2026-11-19T08:12:00+01:00"),
    *("2026-11-19T08:12:00+0000", "2026-11-19T08:12:00-00:00", "2026-11-19 08:12:00+00:00"),
    *("2026-11-19T08:12+00:00", "2026-02-30T08:12:00+00:00", "0000-01-01T00:00:00+00:00"),
]
BAD_FIELDS: dict[str, list[Any]] = {
    "id": [None, 1, True, ["c1"]],
    "at": [None, 0, *BAD_INSTANTS],
    "utc_offset_minutes": [None, "60", True, 60.0, -721, 841, 10**300],
    "mood": [None, 0, 6, -1, "4", True, 4.0, [4]],
    "energy": [None, 0, 6, "4", True, 4.0],
    "distress": [None, -1, 11, "4", False, 4.0],
    "sleep": [None, "", "OK", CANARY, 1],
    "sleep_hours": [None, "7", 7, True, -0.5, 24.5, float("nan"), float("inf")],
    "note": [None, 1, [CANARY]],
    "feelings": [None, CANARY, [CANARY, 1], [None], {CANARY: 1}],
    "activities": [
        *(None, CANARY, [CANARY], [{}], [{"name": 1}], {"name": CANARY}),
        *([{"name": CANARY, "energy_before": value}] for value in (None, 0, 6, True, "1")),
        *([{"name": CANARY, "energy_after": value}] for value in (None, 0, 6, 2.0)),
    ],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in BAD_FIELDS.items() for value in values], ids=ascii
)
def test_a_field_of_another_type_or_range_is_refused_by_its_name(name: str, value: object) -> None:
    with pytest.raises(StorageForeign) as refusal:
        codec.check_in_from_document(FULL_DOCUMENT | {name: value})
    assert name.split("_")[0] in str(refusal.value) or name == "activities"
    assert CANARY not in repr((refusal.value, refusal.value.__cause__))


@pytest.mark.parametrize("name", ["id", "at", "utc_offset_minutes"])
def test_a_missing_field_is_refused_by_its_name(name: str) -> None:
    document = {key: value for key, value in FULL_DOCUMENT.items() if key != name}
    with pytest.raises(StorageForeign, match=f"missing: {name}"):
        codec.check_in_from_document(document)


@pytest.mark.parametrize(
    "document", [FULL_DOCUMENT | {CANARY: 1}, FULL_DOCUMENT | {"activities": [{"name": "tea", CANARY: 1}]}]
)
def test_an_unknown_field_is_refused_without_naming_it(document: dict[str, Any]) -> None:
    with pytest.raises(StorageForeign) as refusal:
        codec.check_in_from_document(document)
    assert str(refusal.value) == "a field Tend does not know"


@pytest.mark.parametrize(
    "document",
    [
        *({}, {"appearance": "dark"}, {"text_size": 100}, {"appearance": "dark", "text_size": 100, "x": 1}),
        *({"appearance": value, "text_size": 100} for value in (None, "", "Dark", 1)),
        *({"appearance": "dark", "text_size": value} for value in (None, 101, "100", 100.0, True)),
    ],
    ids=str,
)
def test_preferences_of_another_type_or_range_are_refused(document: dict[str, Any]) -> None:
    with pytest.raises(StorageForeign):
        codec.preferences_from_document(document)
