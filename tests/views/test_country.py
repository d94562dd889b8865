"""The country of the help lines: looked for, chosen in one tap, and changed again."""

from __future__ import annotations

import pytest

from domain.errors import StorageFull
from domain.models import Preferences
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.help_samples import filled_button, opened, speak

COUNTRY = "/settings/country"
FIELD = "Look for a country"


def offered(app: Driver) -> list[str]:
    """The countries that can be tapped."""
    return [name for name in app.buttons() if name not in ("Back", "Help now", "Show all")]


async def test_all_stand_by_their_names_a_few_at_first(launch: Launch) -> None:
    app = await opened(launch, route=COUNTRY)
    assert offered(app)[:3] == ["Afghanistan", "Åland Islands", "Albania"]
    assert len(offered(app)) == 25
    await app.tap("Show all")
    assert (len(offered(app)), offered(app)[-1]) == (249, "Zimbabwe")
    assert "Show all" not in app.buttons()


async def test_the_chosen_one_and_the_guess_stand_first(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(monkeypatch, "de-AT")
    app = await opened(launch, country="GB", route=COUNTRY)
    assert offered(app)[:3] == ["United Kingdom, chosen", "Austria", "Afghanistan"]
    assert app.chosen() == ["United Kingdom"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nor", ["Norfolk Island", "North Korea", "North Macedonia", "Northern Mariana Islands", "Norway"]),
        ("england", ["United Kingdom"]),
        ("COTE", ["Côte d’Ivoire"]),
    ],
)
async def test_letters_find_countries(launch: Launch, words: str, found: list[str]) -> None:
    app = await opened(launch, route=COUNTRY)
    await app.write(FIELD, words)
    assert offered(app)[: len(found)] == found


async def test_what_is_called_so_nowhere_is_said_and_stays(launch: Launch) -> None:
    app = await opened(launch, route=COUNTRY)
    await app.write(FIELD, "Narnia")
    assert offered(app) == []
    assert "No country is called so here. Fewer letters may help." in app.words()
    assert app.field(FIELD).value == "Narnia"
    await app.write(FIELD, "")
    assert len(offered(app)) == 25


async def test_from_help_a_tap_chooses_and_leads_back_to_its_lines(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    await app.tap("Change the country")
    await app.write(FIELD, "ireland")
    await app.tap("Ireland")
    assert app.page.route == "/help"
    assert app.records.preferences.kept == Preferences(country="IE")
    assert app.sees("Ireland. Checked on ")
    assert filled_button(app) == "tel:116123"


async def test_settings_names_the_country_and_leads_to_the_choice_and_back(launch: Launch) -> None:
    app = await opened(launch, route="/settings")
    await app.tap("Country for help lines Not chosen yet.")
    await app.tap("Albania")
    assert app.page.route == "/settings"
    assert "Country for help lines Albania" in app.buttons()


async def test_a_choice_the_device_refuses_holds_for_this_stay_and_says_so(launch: Launch) -> None:
    app = await opened(launch, route="/settings")
    app.records.preferences.refuse = StorageFull("quota")
    await app.tap("Country for help lines Not chosen yet.")
    await app.tap("Albania")
    assert "Country for help lines Albania" in app.buttons()
    assert "There is no room left here." in app.words()


async def test_at_twice_the_text_size_a_name_may_take_two_lines(launch: Launch) -> None:
    app = await opened(launch, route=COUNTRY, text_size=200)
    await app.write(FIELD, "south georgia")
    assert offered(app) == ["South Georgia & South Sandwich Islands"]
    words = next(c for c in app.controls() if getattr(c, "semantics_label", None) == offered(app)[0])
    assert (words.expand, words.max_lines) == (True, None)
