"""The name and icon that tell nothing, and the page of plain notes: what the build makes of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from web import build, words
from web.words import NEUTRAL, PAGE

OURS = re.compile(r"tend\b|help|recovery|mood|check.?in|health", re.IGNORECASE)
REPLACED = re.compile(r'<(?:link|meta)[^>]* (?:href|content|data-own)="([^"]*)" data-neutral="([^"]*)"')


def test_the_neutral_manifest_is_the_same_app_and_tells_nothing() -> None:
    own, neutral = json.loads(build.manifest("/a/")), json.loads(build.neutral_manifest("/a/"))
    assert [neutral[name] for name in ("name", "short_name", "id", "scope", "start_url")] == [
        *("Notes", "Notes", "/a/", "/a/", "/a/"),
    ]
    assert set(own) - set(neutral) == {"categories", "shortcuts", "screenshots"}
    assert [icon["src"] for icon in neutral["icons"]] == [
        icon["src"].replace("icons/", "icons/notes-") for icon in own["icons"]
    ]
    assert [icon["purpose"] for icon in neutral["icons"]] == ["any", "any", "maskable", "maskable"]
    assert neutral["background_color"] != own["background_color"]
    assert OURS.search(build.manifest("/a/"))
    assert not OURS.search(build.neutral_manifest("/a/"))


def test_every_picture_that_is_named_instead_is_there() -> None:
    page = words.said(PAGE.read_text("utf-8"))
    instead = [after for _, after in REPLACED.findall(page)]
    assert [name for name in instead if not name.startswith("icons/")] == [
        *("A page for notes.", "Notes", "manifest-neutral.json"),
    ]
    pictures = {name for name in instead if name.startswith("icons/")}
    pictures |= {icon["src"] for icon in json.loads(build.neutral_manifest("/"))["icons"]}
    assert len(pictures) == 7
    assert all(Path("assets", name).is_file() for name in pictures)


def test_the_page_of_plain_notes_names_nothing_of_ours_and_runs_nothing() -> None:
    page = words.said(NEUTRAL.read_text("utf-8"))
    assert "<title>Notes</title>" in page
    assert not OURS.search(page)
    assert not re.search(r"<script|<a |http|\bon\w+=", page)
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == ["icons/notes-favicon.png"]


def test_leaving_knows_the_page_by_the_name_it_is_built_under() -> None:
    script = Path("web/page/discreet.js").read_text("utf-8")
    assert f'new URL("{build.NEUTRAL_AS}", document.baseURI)' in script
    assert f'away = "{build.NEUTRAL_AS}"' in Path("storage/page.py").read_text("utf-8")
