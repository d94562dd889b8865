"""What Help now offers first: the country's lines and the emergency number, in reach of the thumb, or to be copied."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from domain.models import Preferences
from storage.help_content import help_lines
from tests.domain.samples import made
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakePage
from tests.views.help_samples import CHOIR, DEV, DIRECTORIES, MAYA, after, filled_button, links, opened, resize, speak

EVENINGS = (((20 * 60, 24 * 60),),) * 7

# The country's lines


async def test_the_panel_is_the_last_thing_in_reach_of_the_thumb(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    assert after(app, "Talk to someone now") == [
        *("Samaritans. Day and night. Free.", "Call 116 123", "Text SHOUT to 85258", "In danger now? Call 999"),
        *("Works inside United Kingdom. Checked on 24 November 2026.", "Change"),
    ]
    assert links(app)[-3:] == ["tel:116123", "sms:85258?&body=SHOUT", "tel:999"]
    assert filled_button(app) == "tel:116123"
    await app.tap("Change the country")
    assert app.headings()[0] == (1, "Country")


@pytest.mark.parametrize(
    ("country", "said"),
    [
        *(("IE", "Works inside Ireland. Checked on 24 November 2026."), ("US", "Works inside United States. Checked")),
        *(("DE", "Germany. Checked on 24 November 2026."), ("FI", "Finland. Checked on"), ("AQ", "Antarctica.")),
    ],
)
async def test_the_panel_says_where_a_short_code_works(launch: Launch, country: str, said: str) -> None:
    app = await opened(launch, country=country)
    assert after(app, "Talk to someone now")[-2].startswith(said)


async def test_what_else_is_known_of_the_lines_stands_beneath_the_people(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    facts = "Day and night. Free. Languages: English. Works inside United Kingdom."
    assert app.between("Help lines in United Kingdom", "Other help lines") == [
        *("Samaritans", facts, "Open samaritans.org", "Checked on 24 November 2026."),
        *("Shout", facts, "Open giveusashout.org", "Checked on 24 November 2026."),
    ]
    assert links(app)[:5] == ["https://www.samaritans.org/", "https://www.giveusashout.org", *DIRECTORIES]
    assert app.headings()[1:] == [
        *((2, "My people"), (2, "Help lines in United Kingdom"), (3, "Samaritans"), (3, "Shout")),
        *((2, "Other help lines"), (2, "Talk to someone now")),
    ]


@pytest.mark.parametrize(
    ("size", "text_size", "is_first"),
    [
        *(((390, 600), 100, False), ((390, 599), 100, True), ((844, 390), 100, True), ((390, 844), 125, False)),
        *(((390, 844), 150, True), ((390, 844), 200, True)),
    ],
)
async def test_in_large_text_and_on_low_screens_the_panel_comes_first(
    launch: Launch, size: tuple[int, int], text_size: int, is_first: bool
) -> None:
    app = await opened(launch, MAYA, country="GB", text_size=text_size)
    await resize(app, *size)
    heads = [name for level, name in app.headings() if level == 2]
    assert heads.index("Talk to someone now") == (0 if is_first else len(heads) - 1)
    assert [link for link in links(app) if link.startswith("tel:1")] == ["tel:116123"]


async def test_a_keyboard_and_a_screen_reader_begin_at_the_call(launch: Launch) -> None:
    app = await opened(launch, MAYA, country="GB")
    assert [c.url.url for c in app.controls() if getattr(c, "autofocus", False)] == ["tel:116123"]


async def test_once_the_panel_is_measured_it_comes_first_and_the_page_leaves_its_room(launch: Launch) -> None:
    app = await opened(launch, MAYA, country="GB")
    (panel,) = [c for c in app.controls() if isinstance(c, ft.Container) and c.on_size_change]
    await app._send((panel, "size_change", {"w": 390, "h": 312}))
    assert [name for _level, name in app.headings()][:3] == ["Help now", "Talk to someone now", "My people"]
    assert links(app)[:4] == ["tel:116123", "sms:85258?&body=SHOUT", "tel:999", "tel:+447700900123"]
    room = [
        c.padding.bottom for c in app.controls() if isinstance(c, ft.Container) and isinstance(c.content, ft.ListView)
    ]
    assert room == [312]


async def test_calls_and_texts_open_in_place_and_pages_beside(launch: Launch) -> None:
    app = await opened(launch, MAYA, CHOIR, country="GB")
    urls = [c.url for c in app.controls() if isinstance(getattr(c, "url", None), ft.Url)]
    assert {url.url.split(":")[0] for url in urls} == {"tel", "sms", "mailto", "https"}
    for url in urls:
        assert url.target is (ft.UrlTarget.BLANK if url.url.startswith("https:") else ft.UrlTarget.SELF)


async def test_a_line_that_is_closed_says_when_it_opens(launch: Launch) -> None:
    app = await opened(launch, country="IT")
    assert "Telefono Amico. Opens at 10:00." in app.words()
    assert "Opens at 10:00. Languages: Italian." in app.words()
    app = await opened(launch, country="IT", time="10:00")
    assert "Telefono Amico. Open now, until midnight." in app.words()


async def test_a_line_to_text_that_is_open_comes_before_a_call_that_waits(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    shipped = help_lines()
    closed = [replace(row, hours=EVENINGS) if row.call_link else row for row in shipped.lines]
    app.state.help_lines = lambda: replace(shipped, lines=tuple(closed))
    await app.return_to()
    assert filled_button(app) == "sms:85258?&body=SHOUT"
    assert after(app, "Talk to someone now")[:3] == [
        *("Shout. Day and night. Free.", "Text SHOUT to 85258", "Call 116 123"),
    ]
    assert "Opens at 20:00. Free. Languages: English. Works inside United Kingdom." in app.words()


async def test_a_line_whose_hours_are_known_stands_before_those_that_nobody_checked(launch: Launch) -> None:
    app = await opened(launch, country="FI")
    assert next(name for level, name in app.headings() if level == 3) == "MIELI Kriisipuhelin"
    assert filled_button(app) == "tel:0925250111"
    assert app.words().count("Tend does not know its hours. Languages: Swedish.") == 1


@pytest.mark.parametrize(("days", "is_old"), [(364, False), (365, False), (366, True)])
async def test_a_number_that_was_checked_long_ago_says_so(launch: Launch, days: int, is_old: bool) -> None:
    app = await opened(launch, country="IT")
    app.clock.now = app.clock.now.replace(month=11, day=3)
    app.clock.pass_time(days=days)
    await app.return_to()
    said = "Checked on 3 November 2026. That is long ago. It may have changed."
    assert (said in app.words()) is is_old
    assert (f"Italy. {said}" in app.words()) is is_old


async def test_the_sources_are_a_tap_away(launch: Launch) -> None:
    app = await opened(launch, country="IT")
    assert not app.sees("Telefono Amico: ")
    await app.tap("Where these numbers come from")
    told = [words for words in app.words() if "Checked on" in words and ": " in words]
    assert [words.split(":")[0] for words in told] == ["Telefono Amico", "112"]
    assert told[0].endswith(". Checked on 3 November 2026.")
    assert "European Commission" in told[1]
    assert told[1].endswith("Checked on 24 November 2026. Police, ambulance and fire.")
    await app.tap("Hide the sources")
    assert not app.sees("European Commission")


async def test_the_sources_of_a_guessed_country_are_a_tap_away_too(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, "et-EE")
    app = await opened(launch)
    await app.tap("Where these numbers come from")
    assert any(words.startswith("Emotional support line: Wikipedia") for words in app.words())


async def test_a_number_that_was_only_read_in_a_list_says_so(launch: Launch) -> None:
    said = "Read in a list made by others. Checked on 3 November 2026."
    assert said in (await opened(launch, country="EE")).words()
    assert said not in (await opened(launch, country="IT")).words()


async def test_a_country_without_a_line_has_directories_first_and_its_number(launch: Launch) -> None:
    app = await opened(launch, country="UA")
    assert after(app, "Talk to someone now") == [
        *("Tend knows no line in Ukraine yet.", "Open findahelpline.com", "The ambulance answers."),
        *("In danger now? Call 103", "Ukraine.", "Change"),
    ]
    assert links(app) == [*DIRECTORIES, DIRECTORIES[0], "tel:103"]
    assert filled_button(app) == "tel:103"


@pytest.mark.parametrize("country", ["AQ", "QQ"])
async def test_where_no_number_is_known_both_stand(launch: Launch, country: str) -> None:
    app = await opened(launch, country=country)
    assert "In danger now? 112 or 911 may work where you are." in app.words()
    assert links(app)[-2:] == ["tel:112", "tel:911"]
    assert filled_button(app) == "tel:112"


# No country yet


async def test_without_a_country_that_is_said_and_both_numbers_stand(launch: Launch) -> None:
    app = await opened(launch)
    assert after(app, "Talk to someone now") == [
        *("No country is chosen yet.", "Pick your country"),
        *("In danger now? 112 or 911 may work where you are.", "Call 112", "Call 911"),
    ]
    assert links(app) == [*DIRECTORIES, "tel:112", "tel:911"]
    assert filled_button(app) == "tel:112"


async def test_the_language_of_the_device_is_a_guess_that_one_tap_confirms(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, "en-AU")
    app = await opened(launch)
    assert after(app, "Talk to someone now") == [
        *("No country is chosen yet.", "I am in Australia", "Another country"),
        *("In danger now? 112 or 911 may work where you are.", "Call 112", "Call 911", "In Australia: call 000"),
    ]
    assert "Help lines in Australia" in app.words()
    assert links(app)[0] == "tel:131114"
    assert links(app)[-3:] == ["tel:112", "tel:911", "tel:000"]
    assert app.records.preferences.kept == Preferences()
    await app.tap("I am in Australia")
    assert app.records.preferences.kept == Preferences(country="AU")
    assert filled_button(app) == "tel:131114"
    assert "tel:112" not in links(app)
    assert app.sees("Australia. Checked on ")


async def test_a_guess_never_stands_over_a_choice(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(monkeypatch, "en-AU")
    app = await opened(launch, country="GB")
    assert not app.sees("Australia")


# A device that cannot call


async def test_a_device_that_cannot_call_has_the_numbers_large_and_copies_them(launch: Launch) -> None:
    app = await opened(launch, MAYA, DEV, country="GB")
    app.state.can_call = False
    await app.settle()
    assert after(app, "Talk to someone now")[1:6] == [
        *("116 123", "Copy", "Call 116 123", "Text SHOUT to 85258", "999"),
    ]
    copied = [c.action.data for c in app.controls() if isinstance(getattr(c, "action", None), ft.CopyToClipboard)]
    assert copied == ["+44 7700 900123", "116 123", "999"]
    assert {"tel:116123", "tel:999", "tel:+447700900123"} <= set(links(app))
    assert "Copied." not in app.words()
    await app.tap("Copy 116 123")
    assert after(app, "Talk to someone now")[1:5] == ["116 123", "Copy", "Copied.", "Call 116 123"]
    assert app.words().count("Copied.") == 1


@pytest.mark.parametrize(("calls", "copies"), [(True, False), (False, True)])
async def test_the_page_says_whether_this_device_can_call(launch_vault: Launch, calls: bool, copies: bool) -> None:
    page = FakePage()
    page.looks.append(Preferences(country="GB"))
    page.calls = calls
    app = await launch_vault(await filled(made("8:00", 1), passphrase=PASSPHRASE), page, route="/help")
    assert ("Copy 116 123" in app.buttons()) is copies
