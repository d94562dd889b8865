"""Values to documents and back. Imports the standard library and `domain`.

A document is what JSON can say. Empty fields are left out; whatever is there must have exactly the type and
range the value has, or the document is not ours. No message names anything a person wrote, and neither does
a cause, which is why some are cut off with `from None`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from domain.errors import InputRefused, OutOfRange, StorageForeign
from domain.models import Activity, Appearance, CheckIn, Feeling, LowEnergy, Preferences, Sleep
from domain.safety import LOCK_AFTER, Allowed, Device

Document = dict[str, Any]
Plain = TypeVar("Plain", str, int, float, bool)
Choice = TypeVar("Choice", bound=StrEnum)

_CHECK_IN_FIELDS = {field.name for field in fields(CheckIn)}
_ACTIVITY_FIELDS = {field.name for field in fields(Activity)}
_PREFERENCES_FIELDS = {field.name for field in fields(Preferences)}
_DEVICE_FIELDS = {field.name for field in fields(Device)}


def check_in_to_document(check_in: CheckIn) -> Document:
    """A check-in without its empty fields; `at` as ISO 8601 ending in +00:00."""
    document: Document = {
        "id": check_in.id,
        "at": check_in.at.astimezone(UTC).isoformat(),
        "utc_offset_minutes": check_in.utc_offset_minutes,
    }
    optional: Document = {
        "mood": check_in.mood,
        "energy": check_in.energy,
        "feelings": list(check_in.feelings) or None,
        "activities": [_activity_to_document(activity) for activity in check_in.activities] or None,
        "sleep": None if check_in.sleep is None else check_in.sleep.value,
        "sleep_hours": None if check_in.sleep_hours is None else float(check_in.sleep_hours),
        "note": check_in.note or None,
        "distress": check_in.distress,
    }
    return document | _without_empty(optional)


def check_in_from_document(document: Mapping[str, Any]) -> CheckIn:
    """The check-in a document holds.

    Raises:
        StorageForeign: a field is missing, unknown, of another type or out of range.
    """
    _refuse_unknown(document, _CHECK_IN_FIELDS)
    sleep = _optional(document, "sleep", str)
    try:
        return CheckIn(
            id=_required(document, "id", str),
            at=instant(_required(document, "at", str)),
            utc_offset_minutes=_required(document, "utc_offset_minutes", int),
            mood=_optional(document, "mood", int),
            energy=_optional(document, "energy", int),
            feelings=tuple(_plain(feeling, "feelings", str) for feeling in _list(document, "feelings")),
            activities=tuple(_activity_from_document(item) for item in _list(document, "activities")),
            sleep=None if sleep is None else choice(sleep, "sleep", Sleep),
            sleep_hours=_optional(document, "sleep_hours", float),
            note=_optional(document, "note", str) or "",
            distress=_optional(document, "distress", int),
        )
    except OutOfRange as exc:
        raise StorageForeign(f"out of range: {exc}") from exc


def preferences_to_document(preferences: Preferences) -> Document:
    """The preferences, each choice of looks, so that a later default changes none; the rest where it was chosen."""
    return {
        "appearance": preferences.appearance.value,
        "text_size": preferences.text_size,
        "low_energy": preferences.low_energy.value,
    } | _without_empty(
        {
            "country": preferences.country or None,
            "quick_exit": preferences.quick_exit or None,
            "is_neutral": preferences.is_neutral or None,
            "name": preferences.name or None,
            "is_welcomed": preferences.is_welcomed or None,
            "is_plain": preferences.is_plain or None,
            "week_start": preferences.week_start,
            "moods": list(preferences.moods) or None,
            "energies": list(preferences.energies) or None,
            "feelings": [_feeling_to_document(feeling) for feeling in preferences.feelings] or None,
        }
    )


def preferences_from_document(document: Mapping[str, Any]) -> Preferences:
    """The preferences a document holds.

    Raises:
        StorageForeign: a field is missing, unknown, of another type or out of range.
    """
    _refuse_unknown(document, _PREFERENCES_FIELDS)
    try:
        return Preferences(
            appearance=choice(_required(document, "appearance", str), "appearance", Appearance),
            text_size=_required(document, "text_size", int),
            low_energy=choice(_optional(document, "low_energy", str) or LowEnergy.FOLLOWS, "low_energy", LowEnergy),
            country=_optional(document, "country", str) or "",
            quick_exit=_optional(document, "quick_exit", bool) or False,
            is_neutral=_optional(document, "is_neutral", bool) or False,
            name=_optional(document, "name", str) or "",
            is_welcomed=_optional(document, "is_welcomed", bool) or False,
            is_plain=_optional(document, "is_plain", bool) or False,
            week_start=_optional(document, "week_start", int),
            moods=tuple(_plain(step, "moods", str) for step in _list(document, "moods")),
            energies=tuple(_plain(step, "energies", str) for step in _list(document, "energies")),
            feelings=tuple(_feeling_from_document(item) for item in _list(document, "feelings")),
        )
    except InputRefused as exc:
        raise StorageForeign(f"out of range: {exc}") from exc


def device_to_document(device: Device) -> Document:
    """What is known of this device, without its empty fields; what shows when locked, where it is allowed."""
    backed_up_at = device.backed_up_at and device.backed_up_at.astimezone(UTC).isoformat()
    shown = device.shown_when_locked or None
    notices = None if device.notices is Allowed.NOT_ASKED else device.notices.value
    changed = {"backed_up_at": backed_up_at, "shown_when_locked": shown, "notices": notices}
    return _without_empty(vars(device) | changed)


def device_from_document(document: Mapping[str, Any]) -> Device:
    """The device a document tells of; a field that is missing has its default.

    Raises:
        StorageForeign: a field is unknown, of another type or out of range.
    """
    _refuse_unknown(document, _DEVICE_FIELDS)
    backed_up_at = _optional(document, "backed_up_at", str)
    usual = Device()
    found = Device(
        backed_up_at=None if backed_up_at is None else instant(backed_up_at),
        backups=_plain(document.get("backups", usual.backups), "backups", int),
        lock_after_minutes=_plain(document.get("lock_after_minutes", usual.lock_after_minutes), "lock", int),
        torn=_plain(document.get("torn", usual.torn), "torn", bool),
        damaged=_plain(document.get("damaged", usual.damaged), "damaged", int),
        shown_when_locked=_plain(document.get("shown_when_locked", usual.shown_when_locked), "shown", bool),
        notices=choice(_optional(document, "notices", str) or usual.notices, "notices", Allowed),
    )
    if found.lock_after_minutes not in LOCK_AFTER or found.backups < 0 or found.damaged < 0:
        raise StorageForeign("out of range: device")
    return found


def _activity_to_document(activity: Activity) -> Document:
    energies = {"energy_before": activity.energy_before, "energy_after": activity.energy_after}
    return {"name": activity.name} | _without_empty(energies)


def _activity_from_document(document: object) -> Activity:
    if not isinstance(document, dict):
        raise StorageForeign("wrong type: activities")
    _refuse_unknown(document, _ACTIVITY_FIELDS)
    return Activity(
        name=_required(document, "name", str),
        energy_before=_optional(document, "energy_before", int),
        energy_after=_optional(document, "energy_after", int),
    )


def _feeling_to_document(feeling: Feeling) -> Document:
    return {"word": feeling.word} | _without_empty(
        {"called": feeling.called or None, "is_hidden": feeling.is_hidden or None}
    )


def _feeling_from_document(document: object) -> Feeling:
    if not isinstance(document, dict):
        raise StorageForeign("wrong type: feelings")
    _refuse_unknown(document, {"word", "called", "is_hidden"})
    return Feeling(
        word=_required(document, "word", str),
        called=_optional(document, "called", str) or "",
        is_hidden=_optional(document, "is_hidden", bool) or False,
    )


def _without_empty(document: Document) -> Document:
    return {name: value for name, value in document.items() if value is not None}


def _refuse_unknown(document: Mapping[str, Any], known: set[str]) -> None:
    if not document.keys() <= known:
        raise StorageForeign("a field Tend does not know")  # its name may be a person's words


def _required(document: Mapping[str, Any], name: str, kind: type[Plain]) -> Plain:
    if name not in document:
        raise StorageForeign(f"missing: {name}")
    return _plain(document[name], name, kind)


def _optional(document: Mapping[str, Any], name: str, kind: type[Plain]) -> Plain | None:
    return _plain(document[name], name, kind) if name in document else None


def _plain(value: object, name: str, kind: type[Plain]) -> Plain:
    if type(value) is not kind:  # not isinstance: True is no number
        raise StorageForeign(f"wrong type: {name}")
    return value


def _list(document: Mapping[str, Any], name: str) -> list[Any]:
    value = document.get(name, [])
    if type(value) is not list:
        raise StorageForeign(f"wrong type: {name}")
    return value


def choice(value: str, name: str, kind: type[Choice]) -> Choice:
    """The choice that is written so. Raises `StorageForeign`: there is none."""
    if value not in {choice.value for choice in kind}:
        raise StorageForeign(f"out of range: {name}")
    return kind(value)


def instant(text: str) -> datetime:
    """The aware UTC instant that is written so. Raises `StorageForeign`: it is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise StorageForeign("not an instant: at") from None
    if found.utcoffset() != timedelta(0) or found.isoformat() != text:
        raise StorageForeign("not a UTC instant: at")
    return found
