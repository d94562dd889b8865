"""Every address draws something, and help is one tap away from all of them."""

from __future__ import annotations

import flet as ft
import pytest

from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch

LATER = {"id": "a", "days_ago": 1, "mood": 1, "note": "rain", "feelings": ("calm",)}
ROUTES = {
    "/": "How are you right now?",
    "/check-in": "How are you right now?",
    "/check-in/now": "All of it is optional. Each tap saves itself.",
    "/history": "Add a past check-in",
    "/history/a": "Delete this",
    "/history/now": "How were you?",
    "/help": "You do not have to do this alone.",
    "/settings": "Text size",
    "/settings/country": "Help lines and the emergency number are shown for it.",
    "/plan": "In your own words. Yours to change.",
    "/plan/safety": "Best written when you are calm. Every part is optional.",
    "/plan/line/early-signs": "Early signs: What I notice",
    "/plan/line/gone": "This is not here any more.",
    "/people": "Add one person you trust.",
    "/people/new": "What are they to me?",
    "/people/gone": "They are not here any more.",
    "/nonsense": "How are you right now?",
    "/history/a/b/c": "How are you right now?",
    "/check-in/gone": "This check-in is not here any more.",
    "/help/me?now=1": "How are you right now?",
}


def calls(app: Driver) -> list[str]:
    urls = [getattr(control, "url", None) for control in app.controls()]
    return [url.url if isinstance(url, ft.Url) else url for url in urls if url]


@pytest.mark.parametrize(("route", "words"), ROUTES.items())
async def test_every_address_draws_its_screen_and_every_tappable_thing_there_has_a_name(
    launch: Launch, route: str, words: str
) -> None:
    app = await launch(made(**LATER), route=route)
    assert words in app.words()
    assert not app.sees("did not open")
    assert "" not in [name.strip() for name in app.buttons()]
    assert all(control.label for control in app.controls() if isinstance(control, ft.TextField))
    assert [c for c in app.controls() if isinstance(c, ft.Image) and not c.exclude_from_semantics] == []


@pytest.mark.parametrize("route", ["/", "/history/a", "/history", "/help", "/settings", "/plan", "/plan/safety"])
async def test_at_twice_the_text_size_every_screen_still_draws(launch: Launch, route: str) -> None:
    app = await launch(made(**LATER), route=route, text_size=200)
    assert ROUTES[route] in app.words()
    assert "" not in [name.strip() for name in app.buttons()]


@pytest.mark.parametrize("route", [route for route in ROUTES if route != "/help"])
async def test_help_is_one_tap_from_every_screen(launch: Launch, route: str) -> None:
    app = await launch(made(**LATER), route=route)
    await app.tap("Help now")
    assert "You do not have to do this alone." in app.words()
    assert calls(app)[-2:] == ["tel:112", "tel:911"]


@pytest.mark.parametrize("route", ["/check-in/now", "/history/a"])
async def test_help_opened_from_the_sheet_stays_and_the_sheet_is_gone(launch: Launch, route: str) -> None:
    app = await launch(made(**LATER), route=route)
    await app.tap("Help now")
    assert app.page.route == "/help"
    assert "Done" not in app.buttons()


@pytest.mark.parametrize("route", ["/", "/history"])
@pytest.mark.parametrize("opened", ["Help now", "Settings"])
async def test_back_leads_to_the_screen_one_came_from(launch: Launch, route: str, opened: str) -> None:
    app = await launch(route=route)
    await app.tap(opened)
    await app.tap("Back")
    assert ROUTES[route] in app.words()


@pytest.mark.parametrize("route", ["/help", "/settings"])
async def test_back_from_an_address_opened_first_leads_to_today(launch: Launch, route: str) -> None:
    app = await launch(route=route)
    await app.tap("Back")
    assert ROUTES["/"] in app.words()


async def test_help_needs_no_records_no_answer_and_no_network(launch: Launch) -> None:
    app = await launch(route="/help")
    assert app.sees("112 or 911 may work where you are.")
    assert calls(app) == ["https://findahelpline.com/", "tel:112", "tel:911"]
    assert app.buttons()[0] == "Back"


async def test_the_tabs_lead_to_each_other_and_show_where_one_is(launch: Launch) -> None:
    app = await launch()
    for name, words, place in (
        ("History", "Add a past check-in", 4),
        ("Plan", "Every day", 3),
        ("Today", "How are you right now?", 0),
    ):
        await app.open_tab(name)
        assert words in app.words()
        (bar,) = [control for control in app.controls() if isinstance(control, ft.NavigationBar)]
        assert bar.selected_index == place


async def test_the_phones_own_back_button_leads_through_the_screens(launch: Launch) -> None:
    app = await launch()
    await app.tap("Add more")
    await app.go("/")
    assert "Done" not in app.buttons()
    await app.go("/help")
    await app.go("/history")
    assert "Add a past check-in" in app.words()
    await app.open_tab("Today")
    await app.tap("Mood, OK, 3 of 5")
    assert [check_in.mood for check_in in app.records.check_ins.all()] == [3]
