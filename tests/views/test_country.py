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


async def test_a_country_that_was_changed_goes_back_with_one_tap_until_the_person_leaves(launch: Launch) -> None:
    app = await opened(launch, country="GB", route="/settings")
    await app.tap("Country for help lines United Kingdom")
    await app.tap("Albania")
    assert "Help lines are for Albania now." in app.words()
    await app.tap("Country for help lines Albania")
    assert offered(app)[:2] == ["Albania, chosen", "United Kingdom"], "the one before is at hand"
    await app.tap("Back")
    await app.tap("Undo")
    assert app.records.preferences.kept == Preferences(country="GB")
    assert "Country for help lines United Kingdom" in app.buttons()
    assert "Undo" not in app.buttons()
    await app.tap("Country for help lines United Kingdom")
    await app.tap("Albania")
    await app.tap("Back")
    await app.open_tab("Goals")
    await app.go("/settings")
    assert "Undo" not in app.buttons()


async def test_a_country_chosen_from_help_is_undone_there_and_then(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    await app.tap("Change the country")
    await app.tap("Albania")
    await app.tap("Change the country")
    assert offered(app)[:2] == ["Albania, chosen", "United Kingdom"]


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
