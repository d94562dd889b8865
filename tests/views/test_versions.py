"""What Tend is made of and what it keeps, told in Settings."""

from __future__ import annotations

import json
import platform
from pathlib import Path

import flet as ft
import pytest

from domain.goals import Area, Value
from domain.models import Preferences
from storage.cipher import this_device
from storage.vault import Vault
from tests.domain.samples import made
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled
from tests.views.fakes import FakePage
from views import versions


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the build leaves it."""
    parts = [
        {"name": "Tend", "version": "0.1.0", "licence": "MIT", "text": "Do as you like."},
        {"name": "Python", "version": "", "licence": "PSF-2.0", "text": ""},
    ]
    path = tmp_path / "about.json"
    path.write_text(json.dumps({"version": "0.1.0", "build": "1a2b3c4d", "parts": parts}), "utf-8")
    monkeypatch.setattr(versions, "ABOUT", path)
    versions.about.cache_clear()
    yield
    versions.about.cache_clear()


async def test_the_versions_are_those_that_run(built: None, launch: Launch) -> None:
    app = await launch(route="/settings/versions")
    assert app.sees("Tend 0.1.0, build 1a2b3c4d.")
    assert app.sees(f"Python {platform.python_version()}.")
    assert app.sees(f"Flet {ft.__version__}.")


async def test_a_licence_shows_its_text_on_a_tap_and_hides_it_again(built: None, launch: Launch) -> None:
    app = await launch(route="/settings/versions")
    assert not app.sees("Do as you like.")
    assert app.buttons().count("Read the text: Tend") == 1
    await app.tap("Read the text: Tend")
    assert app.sees("Do as you like.")
    await app.tap("Hide the text: Tend")
    assert not app.sees("Do as you like.")


async def test_the_texts_of_what_draws_the_screens_are_a_file_to_save(built: None, launch_vault: Launch) -> None:
    app = await launch_vault(route="/settings/versions")
    await app.tap("Save the texts")
    assert app.around.given == [("assets/NOTICES", "flutter-licences.txt")]


async def test_from_its_sources_tend_says_so_and_still_opens(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "ABOUT", Path("none.json"))
    versions.about.cache_clear()
    app = await launch(route="/settings")
    await app.tap("Versions and licences From its sources.")
    assert app.sees("The built app holds the texts.")
    versions.about.cache_clear()


async def test_each_kind_of_record_is_told_with_its_number_and_size(launch_vault: Launch) -> None:
    device = await filled(made("8:00", 3), made("9:00", 4, note="x" * 2400), preferences=Preferences(text_size=90))
    vault = Vault(FakeDevice(*await device.contents()), this_device())
    records = await vault.open()
    await records.values.save(Value("v", Area.LOVED))
    assert {name: count for name, (count, _size) in vault.sizes().items() if count} == {
        "check_ins": 2,
        "values": 1,
        "preferences": 1,
    }
    app = await launch_vault(device, route="/settings")
    await app.tap("What is stored All of it, and where it lies.")
    told = app.between("What you keep", "Beside the records")
    assert told == ["Check-ins", "2 records, 3 kB", "Settings", "1 record, 1 kB", "Together 3 kB."]
    assert app.sees("It is not locked.")
    assert app.sees("Nothing, by itself. Tend calls nobody.")


async def test_what_is_locked_is_said_to_be(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(made("8:00", 3), passphrase=PASSPHRASE), FakePage(), route="/")
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")
    await app.go("/settings/stored")
    assert app.sees("It is locked. Nobody reads it without your passphrase.")


async def test_an_empty_device_says_that_there_is_nothing_yet(launch_vault: Launch) -> None:
    app = await launch_vault(route="/settings/stored")
    assert app.between("What you keep", "Beside the records") == ["Nothing yet."]
