"""Settings: seen at once, and kept."""

from __future__ import annotations

import flet as ft
import pytest

from domain.models import Appearance, LowEnergy, Preferences
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords
from views import theme


def body_size(app: Driver) -> float:
    return app.page.theme.text_theme.body_medium.size


def scale_is_a_list(app: Driver) -> bool:
    """Whether the five steps stand under each other."""
    parents = [c for c in app.controls() if isinstance(c, ft.Column | ft.Row) and len(c.controls) == 5]
    steps = [c for c in parents if all(getattr(part, "fn", Driver).__name__ == "Step" for part in c.controls)]
    assert len(steps) == 2
    assert len({type(step) for step in steps}) == 1
    return isinstance(steps[0], ft.Column)


@pytest.mark.parametrize(
    ("name", "look", "mode"),
    [
        ("Light", Appearance.LIGHT, ft.ThemeMode.LIGHT),
        ("Dark", Appearance.DARK, ft.ThemeMode.DARK),
        ("Phone", Appearance.PHONE, ft.ThemeMode.SYSTEM),
    ],
)
async def test_a_look_is_seen_at_once_and_kept(launch: Launch, name: str, look: Appearance, mode: ft.ThemeMode) -> None:
    app = await launch(route="/settings")
    await app.tap("Dark" if name != "Dark" else "Light")
    await app.tap(name)
    assert app.page.theme_mode is mode
    assert app.records.preferences.kept == Preferences(look, 100)
    assert app.chosen() == [name, "100%", "By my energy", "As my phone"]


@pytest.mark.parametrize(("size", "points"), [(90, 14.4), (100, 16), (125, 20), (150, 24), (200, 32)])
async def test_a_text_size_is_seen_at_once_and_kept(launch: Launch, size: int, points: float) -> None:
    app = await launch(route="/settings")
    await app.tap("90%" if size != 90 else "125%")
    await app.tap(f"{size}%")
    assert body_size(app) == pytest.approx(points)
    assert app.page.dark_theme.text_theme.body_medium.size == pytest.approx(points)
    assert app.records.preferences.kept == Preferences(Appearance.PHONE, size)
    assert app.chosen() == ["Phone", f"{size}%", "By my energy", "As my phone"]


async def test_what_was_chosen_is_there_on_the_next_start(clock: FakeClock) -> None:
    records = FakeRecords((), Preferences(Appearance.DARK, 150))
    app = await Driver(records, clock).start("/settings")
    assert app.page.theme_mode is ft.ThemeMode.DARK
    assert body_size(app) == 24
    assert app.chosen() == ["Dark", "150%", "By my energy", "As my phone"]


@pytest.mark.parametrize(
    ("name", "mode", "energy", "is_small"),
    [
        ("By my energy", LowEnergy.FOLLOWS, 1, True),
        ("By my energy", LowEnergy.FOLLOWS, 4, False),
        ("Always", LowEnergy.ALWAYS, 4, True),
        ("Never", LowEnergy.NEVER, 1, False),
    ],
)
async def test_when_today_is_the_small_one_is_chosen_and_kept(
    launch: Launch, name: str, mode: LowEnergy, energy: int, is_small: bool
) -> None:
    app = await launch(made("8:00", energy=energy), route="/settings")
    await app.tap("Never" if name != "Never" else "Always")
    await app.tap(name)
    assert app.chosen() == ["Phone", "100%", name, "As my phone"]
    assert app.records.preferences.kept == Preferences(low_energy=mode)
    await app.tap("Back")
    assert app.sees("Small is enough today.") is is_small


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ("My values What matters to me, in my order.", "My values"),
        ("My strengths What I am good at, in my words.", "My strengths"),
        ("Energy and pacing A budget for the day. Off.", "Energy and pacing"),
    ],
)
async def test_what_the_person_told_of_themselves_is_one_tap_away(launch: Launch, row: str, heading: str) -> None:
    app = await launch(route="/settings")
    await app.tap(row)
    assert app.headings()[0] == (1, heading)
    await app.tap("Back")
    assert app.headings()[0] == (1, "Settings")


@pytest.mark.parametrize(("size", "is_list"), [(100, False), (125, False), (150, True), (200, True)])
async def test_from_150_percent_the_scales_are_lists(launch: Launch, size: int, is_list: bool) -> None:
    app = await launch(text_size=size)
    assert scale_is_a_list(app) is is_list
    assert app.sees("Thursday 19 November") is not is_list  # the bar has no room for the date
    await app.tap("Mood, OK, 3 of 5")
    assert [check_in.mood for check_in in app.records.check_ins.all()] == [3]


async def test_turning_the_text_up_changes_today_without_a_new_start(launch: Launch) -> None:
    app = await launch()
    await app.tap("Settings")
    await app.tap("200%")
    await app.tap("Back")
    assert scale_is_a_list(app)


async def test_the_labels_of_the_tabs_stop_growing_at_130_percent(launch: Launch) -> None:
    app = await launch(text_size=200)
    label = app.page.theme.navigation_bar_theme.label_text_style[ft.ControlState.DEFAULT]
    assert label.size == pytest.approx(13 * 1.3)


def test_every_text_style_names_the_font_of_its_own() -> None:
    for dark in (False, True):
        look = theme.theme(dark=dark, text_size=100)
        styles = [getattr(look.text_theme, slot) for slot in theme.TYPE]
        assert {style.font_family for style in styles} == {"Atkinson Hyperlegible Next"}
        assert min(style.size for style in styles) == 13


@pytest.mark.parametrize("is_plain", [False, True], ids=["coloured", "plain"])
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_text_can_be_read_on_what_it_stands_on(is_dark: bool, is_plain: bool) -> None:
    colours = theme.colours_of(is_dark, is_plain)

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        light, dark = sorted((luminance(colours[one]), luminance(colours[other])), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    surfaces = ("surface", "surface_container_low", "surface_container", "surface_container_high", "primary_fixed")
    for surface in surfaces:
        assert contrast("on_surface", surface) >= 7
        assert contrast("on_surface_variant", surface) >= 4.5
    for role in ("primary", "tertiary", "error", "primary_container", "tertiary_container", "error_container"):
        assert contrast(role, f"on_{role}") >= 4.5
    assert contrast("secondary_fixed", "on_secondary_fixed") >= 4.5
    assert contrast("inverse_surface", "on_inverse_surface") >= 7
    assert contrast("inverse_surface", "inverse_primary") >= 4.5
    assert min(contrast("outline", surface) for surface in surfaces[:4]) >= 3


async def test_low_stimulus_takes_glow_and_colour_away_and_is_kept(launch: Launch) -> None:
    app = await launch(route="/settings")
    await app.tap("Low-stimulus")
    assert app.records.preferences.kept == Preferences(is_plain=True)
    for look, colours in ((app.page.theme, theme.LIGHT), (app.page.dark_theme, theme.DARK)):
        scheme = look.color_scheme
        assert {scheme.primary_container, scheme.secondary_container, scheme.tertiary_container} == {
            colours["surface_container"]
        }
        assert scheme.primary_fixed_dim == colours["primary"], "what is chosen keeps its ring"
        assert {scheme.primary_fixed, scheme.tertiary_fixed} == {colours["surface"]}
        assert look.navigation_bar_theme.indicator_color == colours["surface_container_highest"]
    await app.tap("Low-stimulus")
    assert app.records.preferences.kept == Preferences()
    assert app.page.theme.color_scheme.primary_container == theme.LIGHT["primary_container"]


async def test_low_stimulus_is_there_on_the_next_start(clock: FakeClock) -> None:
    app = await Driver(FakeRecords((), Preferences(is_plain=True)), clock).start()
    assert app.page.theme.color_scheme.primary_container == theme.LIGHT["surface_container"]


async def test_a_name_is_greeted_with_and_can_go_again(launch: Launch) -> None:
    app = await launch(route="/settings")
    await app.write("My name", " Robin ")
    assert app.records.preferences.kept == Preferences(name="Robin")
    await app.tap("Back")
    assert app.headings()[0] == (1, "Good morning, Robin")
    await app.tap("Settings")
    assert app.field("My name").value == "Robin"
    await app.write("My name", "")
    await app.tap("Back")
    assert app.headings()[0] == (1, "Good morning")


async def test_a_name_that_was_changed_goes_back_as_it_was_before_the_first_letter(clock: FakeClock) -> None:
    app = await Driver(FakeRecords((), Preferences(name="Robin")), clock).start("/settings")
    assert "Undo" not in app.buttons()
    for words in ("Robi", "R", "", "Kim"):
        await app.write("My name", words)
    assert app.records.preferences.kept == Preferences(name="Kim")
    assert "Your name is changed." in app.words()
    await app.tap("Undo")
    assert app.records.preferences.kept == Preferences(name="Robin")
    assert app.field("My name").value == "Robin"
    assert "Undo" not in app.buttons()


async def test_a_name_typed_back_leaves_nothing_to_undo(clock: FakeClock) -> None:
    app = await Driver(FakeRecords((), Preferences(name="Robin")), clock).start("/settings")
    await app.write("My name", "Robi")
    await app.write("My name", "Robin")
    assert "Undo" not in app.buttons()


async def test_the_language_is_said_and_leads_nowhere(launch: Launch) -> None:
    app = await launch(route="/settings")
    assert app.between("Reminders", "Country for help lines")[-2:] == [
        "Language",
        "English (British). No other one yet.",
    ]
    assert not any("Language" in name for name in app.buttons())
    assert "The clock follows your phone: 12 or 24 hours." in app.words()


async def test_looking_at_settings_saves_nothing(launch: Launch) -> None:
    app = await launch(made("8:00", 1), route="/settings")
    assert app.records.preferences.kept == Preferences()
    assert len(app.records.check_ins.all()) == 1
