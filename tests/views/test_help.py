"""Help now: the country's lines, the emergency number, the person's people; each one tap away."""

from __future__ import annotations

import flet as ft
import pytest

from domain.models import Preferences
from domain.people import Person
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakePage
from tests.views.help_samples import CHOIR, DEV, EVERYBODY, MAYA, TEAM, links, opened, speak

ALONE = "You do not have to do this alone."
DIRECTORIES = ["https://findahelpline.com/", "https://www.befrienders.org/", "https://www.iasp.info/"]


def filled_button(app: Driver) -> str:
    """Where the one filled button leads."""
    (button,) = [control for control in app.controls() if isinstance(control, ft.FilledButton)]
    return button.url.url


# The country's lines


async def test_the_lines_of_the_country_stand_first_with_what_to_know(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    facts = "Day and night. Free. Languages: English. Works inside United Kingdom."
    assert app.between(ALONE, "My people") == [
        *("Samaritans", facts, "Call 116 123", "Open samaritans.org", "Checked on 24 November 2026."),
        *("Shout", facts, "Text SHOUT to 85258", "Open giveusashout.org", "Checked on 24 November 2026."),
        *("In danger now?", "Police, ambulance and fire.", "Call 999"),
        *("These are for United Kingdom.", "Change the country", "Where these numbers come from"),
    ]
    assert links(app) == [
        *("tel:116123", "https://www.samaritans.org/", "sms:85258?&body=SHOUT", "https://www.giveusashout.org"),
        *("tel:999", *DIRECTORIES),
    ]
    assert filled_button(app) == "tel:116123"


async def test_calls_and_texts_open_in_place_and_pages_beside(launch: Launch) -> None:
    app = await opened(launch, MAYA, CHOIR, country="GB")
    urls = [c.url for c in app.controls() if isinstance(getattr(c, "url", None), ft.Url)]
    assert {url.url.split(":")[0] for url in urls} == {"tel", "sms", "mailto", "https"}
    for url in urls:
        assert url.target is (ft.UrlTarget.BLANK if url.url.startswith("https:") else ft.UrlTarget.SELF)


@pytest.mark.parametrize("route", ["/", "/goals", "/skills", "/history", "/settings", "/people", "/hopes", "/ask"])
async def test_from_any_screen_a_call_is_the_second_tap(launch: Launch, route: str) -> None:
    app = await opened(launch, country="GB", route=route)
    await app.tap("Help now")
    assert links(app)[0] == "tel:116123"


async def test_a_line_that_is_closed_says_when_it_opens(launch: Launch) -> None:
    app = await opened(launch, country="IT")
    assert "Opens at 10:00. Languages: Italian." in app.words()
    app = await opened(launch, country="IT", time="10:00")
    assert "Open now, until midnight. Languages: Italian." in app.words()


async def test_a_line_whose_hours_are_known_stands_before_those_that_nobody_checked(launch: Launch) -> None:
    app = await opened(launch, country="FI")
    assert app.headings()[1] == (2, "MIELI Kriisipuhelin")
    assert app.words().count("Tend does not know its hours. Languages: Swedish.") == 1


@pytest.mark.parametrize(("days", "is_old"), [(364, False), (365, False), (366, True)])
async def test_a_number_that_was_checked_long_ago_says_so(launch: Launch, days: int, is_old: bool) -> None:
    app = await opened(launch, country="IT")
    app.clock.now = app.clock.now.replace(month=11, day=3)
    app.clock.pass_time(days=days)
    await app.return_to()
    said = "Checked on 3 November 2026. That is long ago. It may have changed."
    assert (said in app.words()) is is_old


async def test_the_sources_are_a_tap_away(launch: Launch) -> None:
    app = await opened(launch, country="IT")
    assert not app.sees("Telefono Amico: ")
    await app.tap("Where these numbers come from")
    told = [words for words in app.words() if "Checked on" in words and ": " in words]
    assert [words.split(":")[0] for words in told] == ["Telefono Amico", "112"]
    assert told[0].endswith(". Checked on 3 November 2026.")
    assert "European Commission" in told[1]
    assert told[1].endswith("Checked on 24 November 2026.")
    await app.tap("Hide the sources")
    assert not app.sees("European Commission")


async def test_a_country_without_a_line_has_directories_first_and_its_number(launch: Launch) -> None:
    app = await opened(launch, country="UA")
    assert app.headings()[1:3] == [(2, "Tend knows no line in Ukraine yet."), (2, "In danger now?")]
    assert links(app) == [*DIRECTORIES, "tel:103"]
    assert filled_button(app) == "tel:103"
    assert "The ambulance answers." in app.words()


@pytest.mark.parametrize("country", ["AQ", "QQ"])
async def test_where_no_number_is_known_both_stand(launch: Launch, country: str) -> None:
    app = await opened(launch, country=country)
    assert "112 or 911 may work where you are." in app.words()
    assert links(app)[-2:] == ["tel:112", "tel:911"]


# No country yet


async def test_without_a_country_that_is_said_and_both_numbers_stand(launch: Launch) -> None:
    app = await opened(launch)
    assert app.between(ALONE, "My people") == [
        *("Where are you?", "No country is chosen yet.", "Pick your country"),
        *("In danger now?", "112 or 911 may work where you are.", "Call 112", "Call 911"),
    ]
    assert links(app) == ["tel:112", "tel:911", *DIRECTORIES]


async def test_the_language_of_the_device_is_a_guess_that_one_tap_confirms(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, "en-AU")
    app = await opened(launch)
    assert app.between(ALONE, "Lifeline") == [
        *("Where are you?", "No country is chosen yet.", "I am in Australia", "Another country"),
        *("In danger now?", "112 or 911 may work where you are.", "Call 112", "Call 911"),
        *("In Australia: call 000", "Help lines in Australia"),
    ]
    assert links(app)[:4] == ["tel:112", "tel:911", "tel:000", "tel:131114"]
    assert app.records.preferences.kept == Preferences()
    await app.tap("I am in Australia")
    assert app.records.preferences.kept == Preferences(country="AU")
    assert links(app)[:1] == ["tel:131114"]
    assert "tel:112" not in links(app)
    assert "These are for Australia." in app.words()


async def test_a_guess_never_stands_over_a_choice(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(monkeypatch, "en-AU")
    app = await opened(launch, country="GB")
    assert not app.sees("Australia")


# The person's people


async def test_the_first_three_people_have_every_way_that_works(launch: Launch) -> None:
    app = await opened(launch, *EVERYBODY, country="GB")
    assert app.between("My people", "Open my safety plan") == [
        *("Maya", "Family", "+44 7700 900123", "maya@example.org", "Not after ten", "Will come over."),
        *("Call", "Text", "E-mail", "Ask"),
        *("Dev", "Peer", "0800 HELP", "Tend cannot call this."),
        *(
            "Care team",
            "020 7946 0000",
            "Texts: no",
            "Tend cannot text this.",
            "the desk",
            "Tend cannot write to this.",
        ),
        *("Call", "More people", "Change my people", "Who they are, and how to reach them."),
    ]
    theirs = ["tel:+447700900123", "sms:+447700900123", "mailto:maya@example.org", "tel:02079460000"]
    assert links(app)[5:9] == theirs
    assert links(app)[9:] == DIRECTORIES


async def test_a_screen_reader_hears_whom_each_button_is_for(launch: Launch) -> None:
    app = await opened(launch, MAYA, CHOIR, country="GB")
    named = [c.semantics_label for c in app.controls() if isinstance(c, ft.Text) and c.semantics_label]
    assert named == ["Call Maya", "Text Maya", "E-mail Maya", "Ask Maya", "Open the link of Choir"]


async def test_the_others_are_a_tap_away(launch: Launch) -> None:
    app = await opened(launch, *EVERYBODY, country="GB")
    assert not app.sees("Choir")
    await app.tap("More people")
    assert "Tuesdays, 7 pm" in app.words()
    assert "https://www.example.org/choir" in links(app)
    assert "More people" not in app.buttons()


async def test_without_people_one_can_be_added(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    await app.tap("Add one person you trust So asking is easy later.")
    assert app.headings()[0] == (1, "Somebody new")
    await app.tap("Back")
    assert ALONE in app.words()


async def test_asking_opens_a_message_to_them(launch: Launch) -> None:
    app = await opened(launch, DEV, MAYA, TEAM, country="GB")
    await app.tap("Ask Maya")
    assert app.headings()[0] == (1, "Ask Maya")
    assert filled_button(app).startswith("sms:+447700900123?&body=")


@pytest.mark.parametrize("typed", ["*#06#", "javascript:alert(1)", "112;ext=8", "0800 HELP"])
async def test_what_is_no_number_is_shown_and_in_no_address(launch: Launch, typed: str) -> None:
    app = await opened(launch, Person("p", "Sam", typed, email=typed, text_to=typed), country="GB")
    assert {typed, "Tend cannot call this.", "Tend cannot write to this."} <= set(app.words())
    assert links(app)[5:] == DIRECTORIES


# Locked, large, and while something is broken


async def locked(launch_vault: Launch, country: str = "GB") -> Driver:
    """Help now on a device with a lock, before the passphrase."""
    page = FakePage()
    page.looks.append(Preferences(country=country))
    return await launch_vault(await filled(made("8:00", 1), passphrase=PASSPHRASE), page, route="/help")


async def unlock(app: Driver) -> None:
    await app.go("/")
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")


async def test_under_the_lock_the_lines_stand_and_no_people(launch_vault: Launch) -> None:
    app = await locked(launch_vault)
    assert links(app)[0] == "tel:116123"
    assert app.between("My people", "Other help lines") == ["They show once Tend is open."]
    await unlock(app)
    await app.state.aims.people.keep(MAYA)
    await app.go("/help")
    assert links(app)[5:6] == ["tel:+447700900123"]
    app.state.lock()
    await app.settle()
    assert app.between("My people", "Other help lines") == ["They show once Tend is open."]
    assert links(app)[0] == "tel:116123"
    assert not app.sees("Maya")


async def test_a_country_can_be_chosen_under_the_lock_and_stays(launch_vault: Launch) -> None:
    app = await locked(launch_vault, country="")
    await app.tap("Pick your country")
    await app.write("Look for a country", "german")
    await app.tap("Germany")
    assert links(app)[0] == "tel:08001110111"
    assert app.around.looks[-1].country == "DE"
    await app.tap("Back")
    assert not app.sees("Nothing was changed.")
    await unlock(app)
    await app.go("/help")
    assert links(app)[0] == "tel:08001110111"


async def test_what_is_erased_takes_the_country_with_it(launch_vault: Launch) -> None:
    app = await locked(launch_vault)
    await app.go("/settings/erase")
    await app.tap("Delete")
    await app.tap("Delete for good")
    await app.go("/help")
    assert "No country is chosen yet." in app.words()


@pytest.mark.parametrize("text_size", [100, 150, 200])
async def test_everything_has_a_name_and_wraps_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await opened(launch, *EVERYBODY, country="GB", text_size=text_size)
    assert all(name.strip() for name in app.buttons())
    rows = [control for control in app.controls() if isinstance(control, ft.Row) and len(control.controls) > 1]
    assert all(row.wrap or any(part.expand for part in row.controls) for row in rows)


async def test_lines_that_cannot_be_read_leave_two_numbers(launch: Launch, errors_expected: list[str]) -> None:
    errors_expected.append("ValueError")
    app = await launch(route="/")

    def broken() -> None:
        raise ValueError

    app.state.help_lines = broken
    await app.go("/help")
    assert {"Call 112", "Call 911"} <= set(app.words())
