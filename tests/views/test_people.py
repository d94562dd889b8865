"""My people: everybody in the person's order, reached, moved, taken out and brought back."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import flet as ft
import pytest

from domain.errors import StorageFull
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.goal_samples import GROWING, PLOT, records
from tests.views.help_samples import CHOIR, DEV, EVERYBODY, MAYA, TEAM, links, opened


def kept(app: Driver) -> list[str]:
    return [person.id for person in app.records.people.all()]


async def people(launch: Launch, *who: object, **more: object) -> Driver:
    return await opened(launch, *who, route="/people", **more)


async def test_settings_leads_here_and_back(launch: Launch) -> None:
    app = await opened(launch, MAYA, route="/settings")
    await app.tap("My people Who I can ask, and how.")
    assert app.headings() == [(1, "My people"), (3, "Maya")]
    await app.tap("Back")
    assert app.headings()[0] == (1, "Settings")


async def test_nobody_yet_reads_calmly(launch: Launch) -> None:
    app = await people(launch)
    words = app.words()
    assert words[words.index("Help now") + 1 :] == [
        *("Add one person you trust.", "So asking is easy later. They are not told.", "Add somebody"),
        "Add a group or meeting",
    ]


async def test_everybody_stands_in_order_with_what_was_written(launch: Launch) -> None:
    app = await people(launch, *reversed(EVERYBODY))
    words = [word for word in app.words() if not word.startswith(("Move", "Edit", "Delete"))]
    assert words[words.index("Help now") + 1 :] == [
        "The first three stand on Help now.",
        *("Maya", "Family", "+44 7700 900123", "maya@example.org", "Not after ten", "Will come over."),
        *("Call", "Text", "E-mail", "Ask"),
        *("Dev", "Peer", "0800 HELP", "Tend cannot call this."),
        *("Care team", "020 7946 0000", "Texts: no", "Tend cannot text this."),
        *("the desk", "Tend cannot write to this.", "Call", "Add somebody"),
        *("Groups and meetings", "Choir", "Group or meeting", "Tuesdays, 7 pm", "www.example.org/choir", "Open"),
        *("Add a group or meeting", "Numbers stay on this device. Nobody is told they are here."),
    ]
    assert app.headings()[1:] == [(3, "Maya"), (3, "Dev"), (3, "Care team"), (2, "Groups and meetings"), (3, "Choir")]
    assert links(app) == [
        *("tel:+447700900123", "sms:+447700900123", "mailto:maya@example.org", "tel:02079460000"),
        "https://www.example.org/choir",
    ]


async def test_the_order_changes_with_taps_and_stays(launch: Launch) -> None:
    app = await people(launch, *EVERYBODY)
    await app.tap("Move up: Care team")
    await app.tap("Move down: Maya")
    assert kept(app) == ["team", "maya", "dev", "choir"]
    names = app.buttons()
    assert "Move up: Care team" not in names
    assert "Move down: Dev" not in names
    await app.go("/help")
    assert [name for level, name in app.headings() if level == 3] == ["Care team", "Maya", "Dev", "Choir"]


async def test_people_move_among_people_and_groups_among_groups(launch: Launch) -> None:
    hall = replace(CHOIR, id="hall", name="Hall", place=1)
    app = await people(launch, replace(CHOIR, place=0), replace(MAYA, place=5), hall, replace(DEV, place=9))
    assert "Move up: Maya" not in app.buttons()
    await app.tap("Move up: Dev")
    await app.tap("Move down: Choir")
    assert [name for level, name in app.headings() if level == 3] == ["Dev", "Maya", "Hall", "Choir"]
    await app.go("/help")
    assert [name for level, name in app.headings() if level == 3] == ["Dev", "Maya", "Hall", "Choir"]


async def test_two_quick_taps_move_somebody_twice(launch: Launch) -> None:
    app = await people(launch, *EVERYBODY)
    app.records.people.gate = asyncio.Event()
    tapping = asyncio.ensure_future(app.tap("Move down: Dev", "Move down: Dev"))
    await asyncio.sleep(0.01)
    app.records.people.gate.set()
    await tapping
    assert kept(app) == ["maya", "team", "dev", "choir"]


async def test_who_is_deleted_comes_back_as_they_were(launch: Launch) -> None:
    app = await people(launch, *EVERYBODY)
    await app.tap("Delete: Care team")
    assert kept(app) == ["maya", "dev", "choir"]
    assert "Deleted." in app.words()
    await app.tap("Undo")
    assert app.records.people.all() == EVERYBODY
    assert "Deleted." not in app.words()


async def test_undo_is_for_this_stay(launch: Launch) -> None:
    app = await people(launch, MAYA)
    await app.tap("Delete: Maya")
    await app.go("/")
    await app.open_tab("Goals")
    await app.go("/people")
    assert "Undo" not in app.buttons()


async def test_a_refused_deletion_leaves_them_and_says_why(launch: Launch) -> None:
    app = await people(launch, MAYA)
    app.records.people.refuse = StorageFull("quota")
    await app.tap("Delete: Maya")
    assert {"There is no room left here.", "Maya"} <= set(app.words())
    assert "Undo" not in app.buttons()


async def test_somebody_deleted_stays_readable_where_a_goal_names_them(launch: Launch) -> None:
    app = await launch(
        records=records(replace(PLOT, helper_id="maya"), values=[GROWING], people=[MAYA]), route="/goals"
    )
    await app.go("/people")
    await app.tap("Delete: Maya")
    await app.go("/goals")
    assert "Maya can help" in app.words()


@pytest.mark.parametrize("text_size", [100, 200])
async def test_everything_has_a_name_and_wraps_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await people(launch, *(DEV, TEAM, MAYA, CHOIR), text_size=text_size)
    assert all(name.strip() for name in app.buttons())
    rows = [control for control in app.controls() if isinstance(control, ft.Row) and len(control.controls) > 2]
    assert all(row.wrap or any(part.expand for part in row.controls) for row in rows)
