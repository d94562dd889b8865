"""Learn: a list of short pages and each of them, opened from Settings and from where it helps."""

from __future__ import annotations

import flet as ft
import pytest

from domain.models import Preferences
from storage.content_checks import ContentUnsound
from storage.learn_content import articles
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords
from tests.views.plan_samples import ASK_MAYA

PAGES = {page.id: page for page in articles()}


class Shipped:
    """Gives the pages, and counts how often it was asked."""

    def __init__(self) -> None:
        self.reads = 0

    def __call__(self) -> tuple:
        self.reads += 1
        return articles()


async def opened(clock: FakeClock, route: str = "/learn", text_size: int = 100, plan: tuple = ()) -> Driver:
    clock.now = local("9:12")
    records = FakeRecords((), Preferences(text_size=text_size))
    for item in plan:
        await records.plan.save(item)
    app = Driver(records, clock)
    app.articles = Shipped()
    return await app.start(route)


async def test_settings_lead_to_the_list_and_back(clock: FakeClock) -> None:
    app = await opened(clock, "/settings")
    await app.tap("Learn Short pages on recovery, energy, plans and people.")
    assert app.page.route == "/learn"
    assert app.headings() == [(1, "Learn")]
    assert [name for name in app.buttons() if name.endswith("minutes.")] == [
        f"{page.title} {page.summary} 2 minutes." for page in PAGES.values()
    ]
    await app.tap("Back")
    assert app.page.route == "/settings"


async def test_nothing_is_read_from_the_disk_before_somebody_opens_it(clock: FakeClock) -> None:
    app = await opened(clock, "/")
    for place in ("/settings", "/plan", "/settings/energy"):
        await app.go(place)
    assert app.articles.reads == 0
    await app.go("/learn")
    assert app.articles.reads == 1


@pytest.mark.parametrize("id", PAGES)
async def test_a_page_is_read_in_its_order_with_headings_to_jump_to(clock: FakeClock, id: str) -> None:
    app = await opened(clock, f"/learn/{id}")
    page = PAGES[id]
    headings = [(2, passage.heading) for passage in page.passages]
    assert app.headings() == [(1, page.title), *headings, (2, "Where this comes from")]
    words = app.words()
    said = [text for passage in page.passages for text in (passage.heading, *passage.words, *passage.points)]
    start = words.index(page.passages[0].heading)
    assert words[start : start + len(said)] == said
    sources = [f"{work.name}, {work.year}." for work in page.works]
    assert words[words.index("Where this comes from") + 1 :] == [*sources, "Checked on 30 November 2026."]
    assert not [control for control in app.controls() if isinstance(control, ft.FilledButton)]


async def test_back_from_a_page_is_the_list(clock: FakeClock) -> None:
    app = await opened(clock)
    await app.tap("Making a plan Written on a calm day, for the other days. 2 minutes.")
    assert app.page.route == "/learn/plan"
    await app.tap("Back")
    assert app.page.route == "/learn"


@pytest.mark.parametrize(
    ("id", "button", "route", "heading"),
    [
        ("recovery", "See my values", "/matters", "My values"),
        ("recovery", "Note a strength", "/strengths", "My strengths"),
        ("energy", "See my goals", "/goals", "Goals"),
        ("energy", "Set up pacing", "/settings/energy", "Energy and pacing"),
        ("plan", "Make my plan", "/plan", "My plan"),
        ("plan", "My safety plan", "/plan/safety", "My safety plan"),
        ("professionals", "Share my plan", "/plan/share", "Take it with me"),
        ("peers", "See my people", "/people", "My people"),
    ],
)
async def test_a_page_leads_to_where_it_can_be_done(
    clock: FakeClock, id: str, button: str, route: str, heading: str
) -> None:
    app = await opened(clock, f"/learn/{id}")
    await app.tap(button)
    assert (app.page.route, app.headings()[0]) == (route, (1, heading))


@pytest.mark.parametrize(("button", "route"), [("Lock Tend", "/settings/lock"), ("Back up now", "/settings/backup")])
async def test_the_page_on_privacy_leads_to_the_lock_and_the_backup(
    launch_vault: Launch, button: str, route: str
) -> None:
    app = await launch_vault(route="/learn/privacy")
    await app.tap(button)
    assert (app.page.route, app.sees("This page did not open.")) == (route, False)
    await app.tap("Back")
    assert app.page.route == "/learn/privacy"


async def test_the_safety_plan_opens_from_here_to_be_written(clock: FakeClock) -> None:
    app = await opened(clock, "/help")
    await app.tap("Open my safety plan What you wrote for times like this.")
    await app.go("/learn/plan")
    await app.tap("My safety plan")
    assert app.sees("Best written when you are calm. Every part is optional.")


async def test_a_plan_with_nothing_in_it_offers_the_page_about_plans(clock: FakeClock) -> None:
    app = await opened(clock, "/plan")
    await app.tap("How a plan can help")
    assert (app.page.route, app.headings()[0]) == ("/learn/plan", (1, "Making a plan"))
    await app.tap("Back")
    assert app.page.route == "/plan"


async def test_a_plan_that_was_begun_offers_it_no_more(clock: FakeClock) -> None:
    app = await opened(clock, "/plan", plan=(ASK_MAYA,))
    assert "How a plan can help" not in app.buttons()


async def test_pacing_leads_to_the_page_about_energy(clock: FakeClock) -> None:
    app = await opened(clock, "/settings/energy")
    await app.tap("How energy and pacing fit together")
    assert (app.page.route, app.headings()[0]) == ("/learn/energy", (1, "Energy and pacing"))
    await app.tap("Back")
    assert app.page.route == "/settings/energy"


async def test_an_address_of_no_page_says_so_and_help_is_there(clock: FakeClock) -> None:
    app = await opened(clock, "/learn/nothing")
    assert app.sees("This is not here any more.")
    assert "Help now" in app.buttons()


async def test_a_file_that_cannot_be_read_leaves_the_rest_standing(
    clock: FakeClock, errors_expected: list[str]
) -> None:
    def broken() -> tuple:
        raise ContentUnsound("learn.json: not the JSON it has to be")

    errors_expected.append("ContentUnsound")
    clock.now = local("9:12")
    app = Driver(FakeRecords((), Preferences()), clock)
    app.articles = broken
    await app.start("/learn")
    assert app.sees("This page did not open. Your words are still here.")
    await app.tap("Go to Today")
    assert app.page.route == "/"
