"""Check-ins as a table for other tools, and back. Imports the standard library, `domain` and our CSV modules.

UTF-8 with a byte order mark (spreadsheets need it), commas, every cell quoted (so that a cut shows), CRLF:

    Date         2026-11-19, on the person's own clock, as is the time
    Time         09:12; seconds stand in a column of their own, for a spreadsheet would round them
    UTC offset   UTC+01:00, what the clock was ahead of UTC
    Mood, Energy 1 … 5, Distress 0 … 10, Sleep poor, ok or good, Hours of sleep 7.5
    Feelings     calm | tired
    Activities   walk (2 to 4) | tea | bath (? to 5): the energy before and after, where it was said
    Note         as written; how words become cells is told in `csv_cells`
    Seconds      past the minute, where there are any
    ID           the check-in's own; a row without one gets one from its contents

Where the person's clock would show a year before 1 or after 9999, the date and time are UTC and the time ends in Z.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.errors import FileDamaged, FileForeign
from domain.models import Activity, CheckIn, Sleep
from storage import codec
from storage.csv_cells import escaped, from_list, from_words, to_day, to_list, to_time, to_words, unescaped
from storage.csv_reading import Cells, Reading, Reason, Unreadable, id_from, reading
from storage.csv_text import rows, sheet

HEADING = (
    *("Date", "Time", "UTC offset", "Mood (1-5)", "Energy (1-5)", "Feelings", "Activities (energy before to after)"),
    *("Sleep", "Hours of sleep", "Distress (0-10)", "Note", "Seconds", "ID"),
)
MAX_ID = 4_000  # characters
_NAMES = {name.casefold() for name in HEADING}
_OFFSET = re.compile(r"(?:UTC)?([+-])([0-9]{1,2}):?([0-9]{2})", re.IGNORECASE)
_HOURS = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,20})?(?:[eE]-[0-9]{1,3})?")
_SECONDS = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]{1,6}))?")
_ENERGIES = re.compile(r" \(([1-5?]) to ([1-5?])\)\Z")


def written(check_ins: Iterable[CheckIn]) -> bytes:
    """The file, one row a check-in, in the order given."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADING)
    writer.writerows(_row(check_in) for check_in in check_ins)
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes) -> Reading:
    """What the file brings; `read(written(x))` gives x back.

    Columns may stand in another order, and all but the first three may be missing.

    Raises:
        FileTooLarge: more bytes or rows than Tend reads.
        FileForeign: another kind of file.
        FileDamaged: its heading was changed, or it is cut where nothing of it can be read.
    """
    ours = sheet(data)
    if ours.kind != "tend":
        raise FileForeign("another kind of CSV")
    if not set(ours.names) <= _NAMES:
        raise FileDamaged("a column Tend does not write")
    return reading(rows(ours), _check_in)


def _row(check_in: CheckIn) -> tuple[str, ...]:
    try:
        clock, z = check_in.local, ""
    except OverflowError:
        clock, z = check_in.at, "Z"
    return (
        clock.date().isoformat(),
        f"{clock:%H:%M}{z}",
        _from_offset(check_in.utc_offset_minutes),
        _from_number(check_in.mood),
        _from_number(check_in.energy),
        from_list(escaped(feeling) for feeling in check_in.feelings),
        from_list(_from_activity(activity) for activity in check_in.activities),
        "" if check_in.sleep is None else check_in.sleep.value,
        "" if check_in.sleep_hours is None else repr(float(check_in.sleep_hours)).removesuffix(".0"),
        _from_number(check_in.distress),
        from_words(check_in.note),
        f"{clock:%S.%f}".rstrip("0").rstrip(".") if clock.second or clock.microsecond else "",
        from_words(check_in.id, even_if_empty=True),
    )


def _check_in(cells: Cells) -> CheckIn:
    columns = [cells.get(name.casefold(), "") for name in HEADING]
    day, clock, offset, mood, energy, feelings, activities, sleep, hours, distress, note, seconds, id = columns
    minutes = _to_offset(offset)
    check_in = CheckIn(
        id=to_words(id),
        at=_to_instant(day, clock, seconds, minutes),
        utc_offset_minutes=minutes,
        mood=_to_number(mood),
        energy=_to_number(energy),
        feelings=tuple(unescaped(feeling) for feeling in to_list(feelings)),
        activities=tuple(_to_activity(activity) for activity in to_list(activities)),
        sleep=_to_sleep(sleep),
        sleep_hours=_to_hours(hours),
        note=to_words(note),
        distress=_to_number(distress),
    )
    if len(check_in.id) > MAX_ID:
        raise Unreadable(Reason.ID)
    return check_in if id else _with_id(check_in)


def _with_id(check_in: CheckIn) -> CheckIn:
    if check_in.is_empty:
        raise Unreadable(Reason.EMPTY)
    return replace(check_in, id=id_from("csv", codec.check_in_to_document(check_in)))


def _to_instant(day: str, clock: str, seconds: str, offset_minutes: int) -> datetime:
    """The instant; the column of seconds, where filled, says more than the clock does."""
    is_utc = clock.strip().endswith("Z")
    wall = datetime.combine(to_day(day), to_time(clock.strip().removesuffix("Z")), UTC)
    if seconds.strip():
        match = _SECONDS.fullmatch(seconds.strip())
        if match is None or int(match[1]) > 59:
            raise Unreadable(Reason.TIME)
        wall = wall.replace(second=int(match[1]), microsecond=int((match[2] or "").ljust(6, "0")))
    try:
        return wall if is_utc else wall - timedelta(minutes=offset_minutes)
    except OverflowError:
        raise Unreadable(Reason.DATE) from None


def _from_offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _to_offset(cell: str) -> int:
    match = _OFFSET.fullmatch(cell.strip())
    if match is None or int(match[3]) > 59:
        raise Unreadable(Reason.OFFSET)
    minutes = (int(match[2]) * 60 + int(match[3])) * (-1 if match[1] == "-" else 1)
    if not -720 <= minutes <= 840:
        raise Unreadable(Reason.OFFSET)
    return minutes


def _from_number(value: int | None) -> str:
    return "" if value is None else str(value)


def _to_number(cell: str) -> int | None:
    """A whole number as Tend writes it: 4, not 4.0, 04 or true. Its scale is the domain's to check."""
    text = cell.strip()
    if not text:
        return None
    if not re.fullmatch("0|[1-9][0-9]?", text):
        raise Unreadable(Reason.NUMBER)
    return int(text)


def _to_hours(cell: str) -> float | None:
    text = cell.strip()
    if not text:
        return None
    if not _HOURS.fullmatch(text):
        raise Unreadable(Reason.NUMBER)
    return float(text.replace(",", "."))


def _to_sleep(cell: str) -> Sleep | None:
    text = cell.strip().casefold()
    try:
        return Sleep(text) if text else None
    except ValueError:
        raise Unreadable(Reason.SLEEP) from None  # the cause names what stood there


def _from_activity(activity: Activity) -> str:
    name, before, after = escaped(activity.name), activity.energy_before, activity.energy_after
    if said := _ENERGIES.search(name):  # a name that ends as if it told the energy
        name = f"{name[: said.start()]} \\{name[said.start() + 1 :]}"
    return name if before is None and after is None else f"{name} ({before or '?'} to {after or '?'})"


def _to_activity(text: str) -> Activity:
    said = _ENERGIES.search(text)
    if said is None:
        return Activity(unescaped(text))
    before, after = (None if number == "?" else int(number) for number in said.groups())
    return Activity(unescaped(text[: said.start()]), before, after)
