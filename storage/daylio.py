"""The CSV export of Daylio, read as check-ins. Imports the standard library, `domain` and our CSV modules.

    full_date,date,weekday,time,mood,activities,note
    full_date,date,weekday,time,mood,activities,note_title,note
    full_date,date,weekday,time,mood,activities,scales,note_title,note

`full_date` is ISO; `date`, `weekday` and `time` are in the phone's language and clock; `mood` is a name, which people
change; activities and scales stand between " | "; a note may hold <br>, <b> and the like. Seen in the tests of
staticf0x/daylio-parser (seven columns, both clocks in one file), MichaelCurrin/daylio-csv-parser (eight) and
DeutscheGabanna/Obsidian-Daylio-Parser (nine). An older form begins with `year` and has no full date; it is refused.

Title, note and scales become the note, so that nothing that was written is lost. An id comes from the row's own
contents, not from the mood's place on the scale or the zone: what was read once is known again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo

from domain.errors import FileForeign, OutOfRange
from domain.models import MOODS, Activity, CheckIn, utc_instant
from storage.csv_cells import to_day, to_time
from storage.csv_reading import Cells, Reading, Reason, Unreadable, id_from, reading
from storage.csv_text import Sheet, rows, sheet

DEFAULT_MOODS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}

_BREAK = re.compile(r"<br\s?/?>|</(?:p|div|li|h[1-6])>", re.IGNORECASE)
_POINT = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|del|div|em|font|h[1-6]|i|li|ol|p|s|span|strike|strong|u|ul)\b[^<>]{0,200}>", re.IGNORECASE
)
_CHARACTERS = dict(zip(("&lt;", "&gt;", "&quot;", "&apos;", "&#39;", "&nbsp;", "&amp;"), "<>\"'' &", strict=True))
_ENTITY = re.compile("|".join(_CHARACTERS))


def mood_names(data: bytes) -> tuple[str, ...]:
    """The names of moods in the file that are not Daylio's own, each once, in the file's order.

    Raises:
        FileTooLarge, FileForeign, FileDamaged: as `read`.
    """
    names: dict[str, str] = {}
    for row in rows(_sheet(data)):
        name = row.cells.get("mood", "").strip()
        if name and name.casefold() not in DEFAULT_MOODS:
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def read(data: bytes, moods: Mapping[str, int], zone: tzinfo) -> Reading:
    """What the file brings, with times taken as the wall clock of `zone`.

    `moods` places the person's own names (1 very hard … 5 very good), and Daylio's where they should stand elsewhere.
    A name in neither leaves the check-in without a mood. In an hour that happens twice the first is taken; in one
    that the clock leaps over, the clock from before goes on.

    Raises:
        OutOfRange: a mood in `moods` is not on the scale.
        FileTooLarge: more bytes or rows than Tend reads.
        FileForeign: another kind of file.
        FileDamaged: its heading was changed, or it is cut where nothing of it can be read.
    """
    if any(type(value) is not int or value not in MOODS for value in moods.values()):
        raise OutOfRange("mood")
    places = DEFAULT_MOODS | {name.strip().casefold(): value for name, value in moods.items()}
    return reading(rows(_sheet(data)), lambda cells: _check_in(cells, places, zone))


def _sheet(data: bytes) -> Sheet:
    theirs = sheet(data)
    if theirs.kind != "daylio":
        raise FileForeign("another kind of CSV")
    return theirs


def _check_in(cells: Cells, places: Mapping[str, int], zone: tzinfo) -> CheckIn:
    local = datetime.combine(to_day(cells["full_date"]), to_time(cells["time"]))
    mood = cells["mood"].strip()
    activities = _between_bars(cells.get("activities", ""))
    written = [cells.get(name, "").strip() for name in ("note_title", "note", "scales")]
    instant, offset = _instant(local.replace(tzinfo=zone))
    check_in = CheckIn(
        id=id_from("daylio", [local.isoformat(), mood, activities, written]),
        at=instant,
        utc_offset_minutes=offset,
        mood=places.get(mood.casefold()),
        activities=tuple(Activity(name) for name in activities),
        note="\n".join(text for text in map(_plain, written) if text),
    )
    if check_in.is_empty:
        raise Unreadable(Reason.MOOD if mood else Reason.EMPTY)
    return check_in


def _instant(local: datetime) -> tuple[datetime, int]:
    try:
        instant, offset = utc_instant(local)
    except OverflowError:  # 1 January of year 1, east of Greenwich
        raise Unreadable(Reason.DATE) from None
    except OutOfRange:
        raise Unreadable(Reason.OFFSET) from None
    if not -720 <= offset <= 840:  # Manila's clock before 1845
        raise Unreadable(Reason.OFFSET)
    return instant, offset


def _between_bars(cell: str) -> list[str]:
    return [name.strip() for name in cell.split("|") if name.strip()]


def _plain(note: str) -> str:
    """The note without its markup; what is written as text there, such as &lt;b&gt;, stays text."""
    text = _TAG.sub("", _POINT.sub("- ", _BREAK.sub("\n", note)))
    return _ENTITY.sub(lambda entity: _CHARACTERS[entity[0]], text).strip()
