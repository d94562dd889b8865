"""What a device knows as a document and back, which tables are Tend's, and instants wherever the machine stands."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from domain.errors import StorageForeign
from domain.models import CheckIn, Preferences
from domain.safety import Allowed, Device
from domain.skill_players import Steps, Timer
from domain.skills import Use
from storage import backup, codec, schema, value_codec

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
FULL = Device(backed_up_at=AT, backups=3, lock_after_minutes=15, torn=True, damaged=4, notices=Allowed.NO)
FULL_DOCUMENT = {
    "backed_up_at": "2026-11-19T08:12:00+00:00",
    "backups": 3,
    "lock_after_minutes": 15,
    "torn": True,
    "damaged": 4,
    "notices": "denied",
}
CHECK_IN = {"id": "c1", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60}


@pytest.fixture
def in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's own clock nine hours ahead of UTC, where the system can be told so."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "XXX-9")
        getattr(time, "tzset", lambda: None)()
        yield
    getattr(time, "tzset", lambda: None)()


@pytest.mark.usefixtures("in_tokyo")
def test_an_instant_is_written_in_utc_wherever_the_machine_stands() -> None:
    assert codec.check_in_to_document(CheckIn("c1", AT, 60)) == CHECK_IN
    assert codec.device_to_document(FULL) == FULL_DOCUMENT
    assert b'"made_at": "2026-11-19T08:12:00+00:00"' in backup.to_plain({}, AT)
    assert value_codec.to_document(Use("u", "s", AT, 60))["at"] == "2026-11-19T08:12:00+00:00"


def test_the_tables_stand_in_files_under_these_names() -> None:
    people_have = ["check_ins", "values", "strengths", "goals", "marks", "people", "skills", "uses", "writings"]
    mine = ["hopes", "plan", "reminders", "choice", "skill_choices", "pacing", "plan_notes", "reminder_notes"]
    assert list(schema.KINDS) == [*people_have, *mine, "preferences"]
    assert (schema.DEVICE, schema.MINE) == ("device", "mine")


def test_preferences_are_written_and_read_as_the_codec_does() -> None:
    kind, changed = schema.KINDS["preferences"], Preferences(text_size=150)
    assert kind.to_document(changed) == codec.preferences_to_document(changed)
    assert kind.from_document(codec.preferences_to_document(changed)) == changed


@dataclass(frozen=True)
class Alone:
    """A value whose tuple has one place."""

    only: tuple[int]


@dataclass(frozen=True)
class Either:
    """A value with a field of one of two kinds."""

    what: Steps | Timer


def test_of_two_kinds_the_name_stands_before_the_one_it_is() -> None:
    for value, document in ((Either(Timer(60)), {"Timer": {"seconds": 60}}), (Either(Steps()), {"Steps": {}})):
        assert value_codec.to_document(value) == {"what": document}
        assert value_codec.from_document(Either, {"what": document}) == value


def test_a_tuple_of_one_place_holds_one_of_its_kind() -> None:
    assert value_codec.from_document(Alone, {"only": [7]}) == Alone((7,))
    for content in ([], [7, 8], ["7"], 7):
        with pytest.raises(StorageForeign):
            value_codec.from_document(Alone, {"only": content})


def test_a_full_device_is_this_document_and_back() -> None:
    assert codec.device_to_document(FULL) == FULL_DOCUMENT
    assert codec.device_from_document(FULL_DOCUMENT) == FULL


def test_a_device_never_backed_up_is_this_document_and_back() -> None:
    document = {"backups": 0, "lock_after_minutes": 5, "torn": False, "damaged": 0}
    assert codec.device_to_document(Device()) == document
    assert codec.device_from_document(document) == Device()


def test_what_a_device_document_does_not_say_has_its_default() -> None:
    assert codec.device_from_document({}) == Device()
    for name in FULL_DOCUMENT:
        rest = {other: value for other, value in FULL_DOCUMENT.items() if other != name}
        assert codec.device_from_document(rest) == Device(**{**vars(FULL), name: getattr(Device(), name)})


@pytest.mark.parametrize("minutes", [0, 1, 5, 15, 60])
def test_every_lock_that_is_offered_comes_back(minutes: int) -> None:
    assert codec.device_from_document({"lock_after_minutes": minutes}) == Device(lock_after_minutes=minutes)


def test_another_zone_of_a_device_is_written_as_utc() -> None:
    elsewhere = Device(backed_up_at=AT.astimezone(timezone(timedelta(hours=5, minutes=30))))
    assert codec.device_to_document(elsewhere)["backed_up_at"] == "2026-11-19T08:12:00+00:00"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"canary": 1}, "a field Tend does not know"),
        ({"backed_up_at": None}, "wrong type: backed_up_at"),
        ({"backed_up_at": "2026-11-19"}, "not a UTC instant: at"),
        ({"backups": True}, "wrong type: backups"),
        ({"backups": -1}, "out of range: device"),
        ({"lock_after_minutes": "5"}, "wrong type: lock"),
        ({"lock_after_minutes": 7}, "out of range: device"),
        ({"torn": 1}, "wrong type: torn"),
        ({"damaged": 1.0}, "wrong type: damaged"),
        ({"damaged": -1}, "out of range: device"),
    ],
    ids=str,
)
def test_a_device_of_another_type_or_range_is_refused(document: dict[str, Any], message: str) -> None:
    with pytest.raises(StorageForeign) as refusal:
        codec.device_from_document(document)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"canary": {}}, "a table Tend does not know"),
        ({"device": {"mine": {}}}, "a table Tend does not know"),
        ({"check_ins": {"c1": [CHECK_IN]}}, "wrong type: check_ins"),
        ({"check_ins": {"c2": CHECK_IN}}, "another id: check_ins"),
        ({"check_ins": {"mine": CHECK_IN}}, "another id: check_ins"),
        ({"check_ins": {"c1": {**CHECK_IN, "mood": 6}}}, "out of range: mood"),
        ({"preferences": {"c1": {"appearance": "dark", "text_size": 100}}}, "another id: preferences"),
        ({"preferences": {"mine": {"appearance": "dark", "text_size": 101}}}, "out of range: text size"),
    ],
    ids=str,
)
def test_tables_that_are_not_as_tend_writes_them_are_refused(tables: dict[str, Any], message: str) -> None:
    with pytest.raises(StorageForeign) as refusal:
        schema.check(tables)
    assert str(refusal.value) == message


def test_tables_that_are_as_tend_writes_them_are_taken() -> None:
    schema.check({"check_ins": {"c1": CHECK_IN}, "preferences": {"mine": {"appearance": "dark", "text_size": 100}}})
    schema.check({})
