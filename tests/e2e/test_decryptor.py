"""The page that opens a backup without Tend, from the device: it shares no code with the app, and asks nobody."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from domain.goals import Answer, Area, Goal, Mark, Often, Pause, Size, Value
from domain.models import Activity, Appearance, CheckIn, Preferences, Sleep
from storage import backup, codec, value_codec
from storage.openssl import OpenSsl
from storage.passphrase import normalised
from tests.e2e.phone import Phone
from tests.storage.bad_files import remade
from tests.storage.record_strategies import as_typed, check_ins, preferences

PAGE = Path("web/page/decrypt.html").resolve()
WORDS_TO_OPEN = 'café "blue" it\'s a tulip'
MADE_AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
CHECK_INS = (
    CheckIn("__proto__", datetime(2026, 11, 19, 23, 30, tzinfo=UTC), 60, mood=4),
    CheckIn(
        "b", datetime(2026, 10, 2, 6, 5, tzinfo=UTC), -300, mood=1, energy=2, feelings=("tired", "<b>flat</b>"),
        activities=(Activity("walk", 2, 3), Activity("tea")), sleep=Sleep.POOR, sleep_hours=8.0,
        note="one\ntwo 😀\ud800 \u202e مرحبا", distress=0,
    ),
    CheckIn("\ufffd before 😀 in code points, after it in JavaScript", datetime(2026, 11, 1, tzinfo=UTC), 0),
    CheckIn("😀", datetime(2026, 11, 1, 0, 1, tzinfo=UTC), 0, sleep_hours=1e-05),
)  # fmt: skip
TEXT = """\
Tend backup of 2026-11-20

Friday, 2 October 2026
01:05
  Mood: Very hard
  Energy: Low
  Feelings: tired, <b>flat</b>
  Done: walk (energy before: Low, energy after: Some), tea
  Sleep: Poor
  Hours of sleep: 8
  Distress: 0 of 10
  Note: one
  two 😀\ufffd \u202e مرحبا

Sunday, 1 November 2026
00:00
00:01
  Hours of sleep: 0.00001

Friday, 20 November 2026
00:30
  Mood: Good

What matters
  My dog, own; why: She knows

Goals
  Look after my plot; tiny: Look at one plant; often: weekly; times a week: 3; pause: since 2026-11-02

Things I did
  2026-11-01, tried
  2026-11-19, Look at one plant, done, tiny; energy: 2
"""
SUMMARY = "It holds 4 check-ins, from Friday, 2 October 2026 to Friday, 20 November 2026."


def tables_of(entries: tuple[CheckIn, ...], mine: Preferences) -> dict[str, dict[str, Any]]:
    documents = {entry.id: codec.check_in_to_document(entry) for entry in entries}
    return {"check_ins": documents, "preferences": {"mine": codec.preferences_to_document(mine)}}


GOALS: dict[str, tuple[Any, ...]] = {
    "values": (Value("v", Area.OWN, "My dog", "She knows", 1),),
    "goals": (
        Goal(
            *("g", "Look after my plot", "v"),
            tiny="Look at one plant",
            often=Often.WEEKLY,
            times_a_week=3,
            pause=Pause(date(2026, 11, 2)),
        ),
    ),
    "marks": (
        Mark("m", date(2026, 11, 19), MADE_AT, 0, Answer.DONE, "g", "Look at one plant", Size.TINY, 2),
        Mark("n", date(2026, 11, 1), MADE_AT, 0, Answer.TRIED, "g"),
    ),
}
EVERYTHING = tables_of(CHECK_INS, Preferences(Appearance.DARK, 125)) | {
    table: {record.id: value_codec.to_document(record) for record in found} for table, found in GOALS.items()
}
PLAIN = backup.to_plain(EVERYTHING, MADE_AT)


@pytest.fixture(scope="module")
def locked() -> bytes:
    # In a thread of its own: Playwright's loop runs in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, backup.encrypted(PLAIN, WORDS_TO_OPEN, OpenSsl())).result()


@pytest.fixture
def phone(phone: Phone) -> Iterator[Phone]:
    """A phone that shows the page from its own disk; nothing but the page and its own saves is ever asked for."""
    phone.page.goto(PAGE.as_uri())
    yield phone
    asked = [address for address in phone.addresses if not address.startswith(("blob:", "about:"))]
    assert set(asked) == {PAGE.as_uri()}
    phone.addresses.clear()
    assert phone.console == []


def give(phone: Phone, content: bytes) -> None:
    phone.page.get_by_label("Your backup file").set_input_files(
        {"name": "tend-backup.json", "mimeType": "application/json", "buffer": content}
    )


def unlock(phone: Phone, passphrase: str) -> None:
    phone.page.get_by_label("Your passphrase").fill(passphrase)
    phone.page.get_by_role("button", name="Open", exact=True).tap()


def says(phone: Phone, words: str) -> None:
    expect(phone.page.get_by_role("status")).to_have_text(words)


def saved(phone: Phone, button: str) -> bytes:
    with phone.page.expect_download() as download:
        phone.page.get_by_role("button", name=button).tap()
    return Path(download.value.path()).read_bytes()


def test_a_plain_backup_opens_and_can_be_saved_to_read(phone: Phone) -> None:
    give(phone, PLAIN)
    says(phone, "It is open.")
    expect(phone.page.locator("#summary")).to_have_text(SUMMARY)
    assert saved(phone, "Save as text to read").decode("utf-8-sig") == TEXT
    assert saved(phone, "Save as plain JSON") == PLAIN


def test_an_encrypted_backup_opens_with_its_passphrase_and_gives_the_plain_one(phone: Phone, locked: bytes) -> None:
    give(phone, locked)
    says(phone, "This backup is locked. Please type your passphrase.")
    assert not phone.page.locator("#found").is_visible()
    unlock(phone, WORDS_TO_OPEN)
    says(phone, "It is open.")
    expect(phone.page.locator("#summary")).to_have_text(SUMMARY)
    assert saved(phone, "Save as plain JSON") == PLAIN
    assert saved(phone, "Save as text to read").decode("utf-8-sig") == TEXT


@pytest.mark.parametrize(
    "typed",
    [
        'cafe\u0301 "blue" it\'s a tulip',
        "Café “BLUE” It’s A Tulip",
        '  café\u00a0\u2003"blue"\tit\'s  a tulip ',
        "\ufeffｃａｆé „blue‟ it‛s a tulip\u0085",
    ],
    ids=["taken apart", "capitals and curly quotes", "other spaces", "wide letters"],
)
def test_the_passphrase_opens_it_however_another_keyboard_types_it(phone: Phone, locked: bytes, typed: str) -> None:
    give(phone, locked)
    # As the page's own words: a field drops what no key can type.
    phone.page.get_by_label("Your passphrase").evaluate("(field, words) => { field.value = words; }", typed)
    phone.page.get_by_role("button", name="Open", exact=True).tap()
    says(phone, "It is open.")


def test_a_wrong_passphrase_gives_nothing_away_and_can_be_tried_again(phone: Phone, locked: bytes) -> None:
    give(phone, locked)
    for wrong in ("café blue its a tulip", "", WORDS_TO_OPEN + "s"):
        unlock(phone, wrong)
        says(phone, "That did not open it. Please check your passphrase and try again. Nothing was lost.")
        assert not phone.page.locator("#found").is_visible()
        says(phone, "That did not open it. Please check your passphrase and try again. Nothing was lost.")
    unlock(phone, WORDS_TO_OPEN)
    says(phone, "It is open.")


def test_another_file_takes_away_what_the_last_one_showed(phone: Phone, locked: bytes) -> None:
    give(phone, PLAIN)
    says(phone, "It is open.")
    give(phone, locked)
    says(phone, "This backup is locked. Please type your passphrase.")
    assert not phone.page.locator("#found").is_visible()


CUT = "This file was cut or changed. Please try another copy."
FOREIGN = "This is not a Tend backup. Please pick another file."
NEWER = "A newer Tend made this file. Please get a newer copy of this page."


def test_a_file_that_is_cut_foreign_or_newer_says_which(phone: Phone, locked: bytes) -> None:
    deep = b'{"format": "tend-backup", "x": ' + b"[" * 5000 + b"]" * 5000 + b"}"
    cases = {
        "cut": (PLAIN[: len(PLAIN) // 2], CUT),
        "the last byte": (PLAIN[:-3], CUT),
        "locked and cut": (locked[: len(locked) // 2], CUT),
        "changed": (PLAIN.replace(b"walk", b"talk"), CUT),
        "locked and changed": (locked.replace(b'"data": "', b'"data": "AAAA'), CUT),
        "the same key twice": (PLAIN.replace(b'"version": 1,', b'"version": 1,\n"version": 1,'), CUT),
        "deep": (deep, CUT),
        "another app's": (b'{"entries": [1, 2, 3]}', FOREIGN),
        "nothing": (b"", FOREIGN),
        "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), FOREIGN),
        "a wrong shape": (remade(PLAIN, lambda file: file["tables"]["check_ins"]["b"].pop("at")), FOREIGN),
        "one round": (remade(locked, lambda file: file["kdf"].update(iterations=1)), FOREIGN),
        "a later layout": (remade(PLAIN, lambda file: file.update(version=2)), NEWER),
        "a later schema": (remade(PLAIN, lambda file: file.update(schema=6)), NEWER),
        "a later method": (remade(locked, lambda file: file["kdf"].update(name="Argon2id")), NEWER),
    }
    for name, (content, words) in cases.items():
        give(phone, content)
        if name in ("one round", "a later method"):
            unlock(phone, WORDS_TO_OPEN)
        says(phone, words)
        assert not phone.page.locator("#found").is_visible(), name


def test_a_header_changed_with_its_checksum_mended_does_not_open(phone: Phone, locked: bytes) -> None:
    give(phone, remade(locked, lambda file: file.update(note="added")))
    unlock(phone, WORDS_TO_OPEN)
    says(phone, "That did not open it. Please check your passphrase and try again. Nothing was lost.")


def test_backups_of_every_shape_and_passphrases_of_every_kind_are_read_as_the_app_reads_them(phone: Phone) -> None:
    letters = [*"a™𝐀ⅣÅßİıΣ ẞﬁ½“‚’\u0345\u0301\u00a0\u180e\u200b\x1c\x85\ufeff\ud800\udc00😀", "J\u030c"]
    strange = st.lists(st.sampled_from(letters)).map("".join)

    @settings(max_examples=60, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.lists(check_ins, max_size=4, unique_by=lambda entry: entry.id), preferences, strange.map(as_typed))
    def same(entries: list[CheckIn], mine: Preferences, words: str) -> None:
        plain = backup.to_plain(tables_of(tuple(entries), mine), MADE_AT)
        digest = phone.page.evaluate(
            """async (text) => hex(await crypto.subtle.digest(
                "SHA-256", utf8(canonical(without(parse(text), "checksum")))))""",
            plain.decode(),
        )
        assert digest == json.loads(plain)["checksum"]
        given_as = json.dumps(words)
        bytes_of_it = phone.page.evaluate("(words) => Array.from(utf8(normalised(JSON.parse(words))))", given_as)
        assert bytes(bytes_of_it) == normalised(words).encode()

    same()


def test_the_page_allows_itself_one_script_and_no_connection() -> None:
    page = PAGE.read_text("utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; base-uri 'none'; "
        "form-action 'none'"
    )
    assert re.findall(r"https?:|src=|href=|@import|url\(|\son[a-z]+=", page) == []


def test_the_page_cannot_call_anybody(phone: Phone) -> None:
    refused = "(url) => fetch(url, { mode: 'no-cors' }).then(() => 'called', () => 'refused')"
    assert phone.page.evaluate(refused, "http://tend.example/x") == "refused"
    phone.console[:] = [line for line in phone.console if "tend.example" not in line]
    phone.addresses[:] = [address for address in phone.addresses if "tend.example" not in address]


def test_targets_are_large_and_nothing_is_wider_than_the_phone_in_light_and_dark(phone: Phone, locked: bytes) -> None:
    for scheme, surface in (("light", "rgb(247, 245, 238)"), ("dark", "rgb(18, 23, 20)")):
        phone.page.emulate_media(color_scheme=scheme)
        assert phone.page.evaluate("() => getComputedStyle(document.body).backgroundColor") == surface
        for content in (locked, PLAIN):
            give(phone, content)
            expect(phone.page.get_by_role("status")).not_to_have_text("Please wait…")
            for target in phone.page.locator("button:visible, input:visible:not([type=checkbox]), .tick:visible").all():
                assert target.bounding_box()["height"] >= 48
            assert phone.page.evaluate("() => document.documentElement.scrollWidth") == 390


def test_hours_stay_where_the_person_was(phone: Phone) -> None:
    entry = CheckIn("a", datetime(2026, 3, 29, 0, 30, tzinfo=UTC) + timedelta(hours=1), 840, mood=3)
    give(phone, backup.to_plain(tables_of((entry,), Preferences()), MADE_AT))
    expect(phone.page.locator("#summary")).to_have_text("It holds 1 check-in, on Sunday, 29 March 2026.")
    assert "\n15:30\n" in saved(phone, "Save as text to read").decode()
