"""Take it with me: tick lines, see the page, and print it, share it or save it; nothing else goes along."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import flet as ft
import pytest

from domain.errors import FileNotTaken
from domain.handout import Handed
from domain.models import Preferences
from domain.people import Person
from domain.plan import Part, PlanItem
from storage.help_content import help_lines
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakePage, FakeRecords
from tests.views.help_samples import DEV, MAYA

PLAN = (
    PlanItem("rest", Part.STEADY, "Breakfast & a walk", place=0),
    PlanItem("texts", Part.EARLY_SIGNS, "I stop answering texts", answer="Text Maya one word. Rest.", place=0),
    PlanItem("sleep", Part.EARLY_SIGNS, "I sleep in the day", place=1),
    PlanItem("tea", Part.ALONE, "Tea", place=0),
)
WISH = "This page is my wish. It is not a legal paper. A professional can say what counts where I live."
TICK = "Tick what goes along. The rest stays here."


async def sharing(
    launch: Launch, *items: PlanItem, people: tuple[Person, ...] = (), country: str = "GB", **more: object
) -> Driver:
    looks = Preferences(country=country, text_size=more.get("text_size", 100))
    app = await launch(records=FakeRecords((), looks, plan=items, people=people), route="/")
    app.state.help_lines, app.state.page = help_lines, FakePage()
    await app.go("/plan/share")
    return app


def the_page(app: Driver) -> list[str]:
    """What stands on the page that is shown, above what it says of itself."""
    words = app.words()
    end = next(place for place, w in enumerate(words) if w == WISH or w.startswith("The print window"))
    return words[words.index("Your page") + 1 : end]


async def test_nothing_is_ticked_at_first_and_there_is_no_page(launch: Launch) -> None:
    app = await sharing(launch, *PLAN, people=(MAYA,))
    assert app.headings() == [
        (1, "Take it with me"),
        (2, "What keeps me steady each day"),
        (2, "Early signs"),
        (2, "Things I can do alone"),
        (2, "People and numbers"),
        (2, "Help lines in United Kingdom"),
    ]
    assert app.chosen() == []
    assert not {"Print", "Share as text", "Save as a file", "Wallet card", "Your page"} & set(app.words())
    assert app.between("Early signs", "Things I can do alone") == [
        *("I stop answering texts", "Text Maya one word. Rest.", "I sleep in the day", "Tick all of this part"),
    ]


async def test_what_is_ticked_is_the_page_and_nothing_else_is_hinted_at(launch: Launch) -> None:
    app = await sharing(launch, *PLAN, people=(MAYA, DEV))
    await app.tap("I stop answering texts Text Maya one word. Rest.")
    await app.tap("Maya +44 7700 900123 maya@example.org Not after ten")
    assert the_page(app) == [
        *("My plan", "As of 19 November 2026."),
        *("Early signs", "I stop answering texts", "Text Maya one word. Rest."),
        *("People and numbers", "Maya", "+44 7700 900123", "maya@example.org", "Not after ten"),
    ]
    assert app.words().count(WISH) == 1
    await app.tap("I stop answering texts, chosen Text Maya one word. Rest.")
    assert the_page(app)[2] == "People and numbers"
    assert WISH not in app.words(), "people and numbers alone are no wish"


async def test_a_note_about_somebody_is_ticked_by_itself(launch: Launch) -> None:
    app = await sharing(launch, people=(MAYA,))
    note = "And my note: Will come over."
    assert note not in app.buttons()
    await app.tap("Maya +44 7700 900123 maya@example.org Not after ten")
    assert "Will come over." not in the_page(app)
    await app.tap(note)
    assert the_page(app)[-2:] == ["Not after ten", "Will come over."]
    await app.tap("Maya, chosen +44 7700 900123 maya@example.org Not after ten")
    assert "Your page" not in app.words()


async def test_all_of_a_part_in_one_tap_and_back(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tick all: Early signs")
    assert the_page(app)[2:] == [
        *("Early signs", "I stop answering texts", "Text Maya one word. Rest.", "I sleep in the day"),
    ]
    await app.tap("Untick all: Early signs")
    assert "Your page" not in app.words()


async def test_a_line_of_the_country_says_what_is_true_at_any_hour(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tick all: Help lines in United Kingdom")
    page = the_page(app)
    assert page[page.index("Samaritans") + 1] == "116 123"
    assert page[page.index("In danger") + 1] == "999"
    assert not any("Open now" in words or "Opens" in words for words in page)
    assert any("Day and night." in words and "Checked on" in words for words in page)


async def test_two_quick_taps_tick_two_lines(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tea", "I sleep in the day")
    assert the_page(app)[2:] == ["Early signs", "I sleep in the day", "Things I can do alone", "Tea"]


async def test_print_hands_over_the_page_with_every_character(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Breakfast & a walk")
    await app.tap("Print")
    [page] = app.state.page.printed
    assert ">Breakfast &amp; a walk</p>" in page
    assert "I sleep in the day" not in page
    assert "Early signs" not in page


async def test_under_the_neutral_name_a_file_is_called_so(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    app.state.preferences = replace(app.state.preferences, is_neutral=True)
    await app.tap("Tea")
    await app.tap("Save as a file")
    assert [name for name, _kind, _content in app.state.page.saved] == ["notes-plan-2026-11-19.html"]


async def test_where_nothing_prints_the_page_is_saved_and_it_says_so(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    app.state.page.prints = False
    await app.tap("Tea")
    await app.tap("Print")
    [(name, kind, content)] = app.state.page.saved
    assert (name, kind) == ("tend-plan-2026-11-19.html", "text/html")
    assert b">Tea</p>" in content
    assert "Nothing prints from here. The page is saved, to be printed." in app.words()


@pytest.mark.parametrize(
    ("handed", "said"),
    [
        (Handed.SHARED, "It went to the app you picked."),
        (Handed.COPIED, "Copied. Paste it where you like."),
        (Handed.CLOSED, "Not shared. Your ticks are still here."),
    ],
)
async def test_a_text_is_shared_or_copied_and_it_says_which(launch: Launch, handed: Handed, said: str) -> None:
    app = await sharing(launch, *PLAN)
    app.state.page.hands = handed
    await app.tap("Tea")
    await app.tap("Share as text")
    text = "My plan\nAs of 19 November 2026.\n\nThings I can do alone\n- Tea\n\n" + WISH + "\n"
    assert app.state.page.texts == [("My plan", text)]
    assert said in app.words()
    assert app.state.page.saved == []


async def test_a_text_that_nothing_takes_is_saved(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    app.state.page.hands = Handed.REFUSED
    await app.tap("Tea")
    await app.tap("Share as text")
    [(name, kind, content)] = app.state.page.saved
    assert (name, kind) == ("tend-plan-2026-11-19.txt", "text/plain")
    assert content.endswith(f"- Tea\n\n{WISH}\n".encode())
    assert "Nothing shares from here. The text is saved." in app.words()


async def test_a_file_is_saved_or_put_off(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tea")
    await app.tap("Save as a file")
    assert "Saved. Any phone or computer opens and prints it." in app.words()
    app.state.page.takes_files = False
    await app.tap("Save as a file")
    assert "Not saved. Your ticks are still here." in app.words()
    assert len(app.state.page.saved) == 1


async def test_a_device_that_refuses_leaves_the_ticks_and_says_so(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    app.state.page.prints = FileNotTaken()
    await app.tap("Tea")
    await app.tap("Print")
    assert "This device did not take it. Your ticks are still here." in app.words()
    assert the_page(app)[-1] == "Tea"
    app.state.page.prints = True
    await app.tap("Print")
    assert len(app.state.page.printed) == 1
    assert not app.sees("did not take it")


async def test_ten_thousand_characters_go_along_whole(launch: Launch) -> None:
    long = "".join(chr(0x61 + n % 26) for n in range(10_000))
    app = await sharing(launch, PlanItem("long", Part.STEADY, long))
    await app.tap(f"{long[:239]}…")
    assert the_page(app)[-1] == long
    await app.tap("Share as text")
    await app.tap("Print")
    assert long in app.state.page.texts[0][1]
    assert long in app.state.page.printed[0]


async def test_an_empty_plan_says_so_and_leads_to_the_plan(launch: Launch) -> None:
    app = await sharing(launch, country="")
    words = app.words()
    assert words[words.index("Help now") + 1 :] == [
        *("Nothing written yet.", "Your plan can come along once it has a line.", "Open my plan"),
        *("Help lines", "No country is chosen yet.", "Pick your country"),
    ]
    await app.tap("Open my plan")
    assert app.routes[-1] == "/plan"


async def test_a_look_at_help_now_keeps_the_ticks_and_leaving_takes_them(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tea")
    await app.tap("Help now")
    await app.tap("Back")
    assert the_page(app)[-1] == "Tea"
    await app.go("/goals")
    await app.go("/plan/share")
    assert app.chosen() == []


async def test_a_lock_puts_the_ticks_away(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tea")
    app.state.lock()
    await app.settle()
    assert not app.sees("Tea")
    assert app.state.plan.drafts == {}


async def test_somebody_deleted_is_not_on_the_page_and_a_line_that_names_them_stays(launch: Launch) -> None:
    items = [PlanItem("ask", Part.ASK, "Maya")]
    app = await sharing(launch, *items, people=(MAYA,))
    await app.tap("Maya")
    await app.tap("Maya +44 7700 900123 maya@example.org Not after ten")
    await app.state.aims.delete(app.state.aims.people, MAYA)
    await app.settle()
    assert the_page(app)[2:] == ["People I can ask", "Maya"]


async def test_one_filled_button_and_touch_targets_are_named(launch: Launch) -> None:
    app = await sharing(launch, *PLAN, people=(MAYA,), text_size=200)
    await app.tap("Tea")
    filled = [control for control in app.controls() if isinstance(control, ft.FilledButton)]
    assert len(filled) == 1
    assert "" not in app.buttons()


async def test_two_quick_taps_print_once(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tea")
    gate = asyncio.Event()
    printed: list[str] = []

    async def slowly(html: str) -> bool:
        printed.append(html)
        await gate.wait()
        return True

    app.state.page.print_page = slowly
    tapping = asyncio.ensure_future(app.tap("Print", "Print"))
    await asyncio.sleep(0.01)
    gate.set()
    await tapping
    assert len(printed) == 1
