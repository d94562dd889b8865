"""What a file that could come in holds, in words. Imports `views`."""

from __future__ import annotations

from datetime import datetime

from views import formats
from views.ports import Incoming, Preview
from views.words import _, ngettext


def inside(incoming: Incoming, now: datetime) -> list[str]:
    """What the file holds, and how it stands to what is here, in sentences."""
    preview, today = incoming.preview, now.date()
    count = preview.check_ins
    lines = [ngettext("{count} check-in.", "{count} check-ins.", count).format(count=count)]
    if preview.goals:
        lines.append(ngettext("{count} goal.", "{count} goals.", preview.goals).format(count=preview.goals))
    if preview.marks:
        lines.append(ngettext("{count} thing done.", "{count} things done.", preview.marks).format(count=preview.marks))
    if incoming.made_at:
        made = formats.day_and_time(incoming.made_at.astimezone(now.tzinfo), today)
        lines.insert(0, _("Made: {when}.").format(when=made))
    if preview.first and preview.last:
        first, last = formats.full_date(preview.first, today), formats.full_date(preview.last, today)
        lines.append(first if first == last else _("From {first} to {last}.").format(first=first, last=last))
    counts = (
        (preview.new, ngettext("{count} is new here.", "{count} are new here.", preview.new)),
        (preview.same, ngettext("{count} is here already.", "{count} are here already.", preview.same)),
        (preview.different, ngettext("{count} is different here.", "{count} are different here.", preview.different)),
    )
    return lines + [words.format(count=number) for number, words in counts if number]


def replace_words(preview: Preview) -> str:
    """What replacing would do."""
    if not preview.missing:
        return _("Or make everything as it is in the file.")
    words = ngettext(
        "Or make everything as it is in the file. {count} entry here would go.",
        "Or make everything as it is in the file. {count} entries here would go.",
        preview.missing,
    )
    return words.format(count=preview.missing)


def came_in(incoming: Incoming, replaced: bool) -> str:
    """What has happened."""
    if replaced:
        return _("Done. Everything is now as it is in the file.")
    count = incoming.preview.new
    return ngettext("Done. {count} entry came in.", "Done. {count} entries came in.", count).format(count=count)


def row_reasons() -> dict[str, str]:
    """Why a row could not be read, by the reason's name (`storage.csv_reading.Reason`)."""
    return {
        "quotes": _("a quotation mark is missing."),
        "cells": _("it has more or fewer cells than the first row."),
        "cut": _("the end of the file may be missing."),
        "letters": _("some letters could not be read."),
        "length": _("a cell is too long."),
        "date": _("the date is not one Tend knows."),
        "time": _("the time is not one Tend knows."),
        "offset": _("the time zone is not one Tend knows."),
        "number": _("a number is not on its scale."),
        "sleep": _("the sleep is not poor, ok or good."),
        "mood": _("its mood has no place yet."),
        "empty": _("there is nothing in it but a time."),
        "id": _("its ID belongs to another row."),
        "twice": _("it is the same as an earlier row."),
    }
