"""A backup from one phone to the next, saved and shared, and what happens with files that cannot come in."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import expect

from storage import backup
from storage.openssl import OpenSsl
from tests.e2e import device
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import Host, Phone, until

NOTE = "Rain on the window 91"
WORDS_TO_OPEN = "my own long words, 12"
SHARING = """({ refuse }) => {
    navigator.canShare = ({ files }) => files.length === 1;
    navigator.share = async ({ files: [file] }) => {
        (window.shared ??= []).push([file.name, await file.text()]);
        if (refuse.length) throw new DOMException("", refuse.shift());
    };
}"""

NOTE_WHAT_IS_READ = """() => {
    window.read = [];
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () { window.read.push(this.size); return read.call(this); };
}"""


def with_a_check_in(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/history/now"))
    phone.button("Done").wait_for(state="attached")
    phone.tap("Mood, OK, 3 of 5")
    phone.swipe_up(3000)
    phone.write("Note", NOTE)
    phone.button("Delete this").wait_for(state="attached")


def saved(phone: Phone, button: str, to: Path) -> Path:
    """Tap a button that downloads, and keep what comes under the name it was given."""
    with phone.page.expect_download() as download:
        phone.tap(button)
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    return path


def choose(phone: Phone, path: Path) -> None:
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("Choose a file")
    chooser.value.set_files(path)


def in_history(phone: Phone, host: Host, words: str) -> int:
    phone.visit(host.url("#/history"))
    phone.button("Add a past check-in").wait_for(state="attached")
    return phone.button(words, exact=False).count()


def test_an_encrypted_backup_moves_everything_to_a_new_phone_and_opens_without_tend(
    host: Host, new_phone: NewPhone, tmp_path: Path
) -> None:
    phone = new_phone()
    with_a_check_in(host, phone)
    phone.visit(host.url("#/settings"))
    phone.swipe_up(600)
    phone.tap("Back up now")
    phone.write("Passphrase", WORDS_TO_OPEN)
    phone.write("The same again", WORDS_TO_OPEN)
    path = saved(phone, "Save the file", tmp_path)
    phone.sees("Your backup is made. It was tried, and it opens.")
    assert path.name.startswith("tend-backup-")
    assert path.suffix == ".json"
    content = path.read_bytes()
    assert NOTE.encode() not in content
    assert b"mood" not in content
    page = saved(phone, "Save the page too", tmp_path)
    phone.tap("Back")
    phone.sees("Backed up today")
    phone.sees("1 copy made so far.")

    phone.page.goto(page.as_uri())
    phone.page.get_by_label("Your backup file").set_input_files(path)
    phone.page.get_by_label("Your passphrase").fill(WORDS_TO_OPEN)
    phone.page.get_by_role("button", name="Open", exact=True).tap()
    expect(phone.page.get_by_role("status")).to_have_text("It is open.")
    expect(phone.page.locator("#summary")).to_contain_text("It holds 1 check-in, on ")
    phone.addresses[:] = [address for address in phone.addresses if not address.startswith("file:")]
    with ThreadPoolExecutor(1) as thread:  # Playwright's loop runs in this one
        opened = thread.submit(asyncio.run, backup.unsealed(backup.look(content), WORDS_TO_OPEN, OpenSsl())).result()
    assert [(each["mood"], each["note"]) for each in opened.tables["check_ins"].values()] == [(3, NOTE)]

    other = new_phone()
    other.visit(host.url("#/settings/file"))
    choose(other, path)
    other.sees("This backup has a passphrase.")
    other.write("Passphrase", "another one, 12 and more")
    other.tap("Open it")
    other.sees("This passphrase does not fit.")
    other.write("Passphrase", WORDS_TO_OPEN.upper())
    other.tap("Open it")
    other.sees("1 check-in.")
    other.sees("1 is new here.")
    other.tap("Add what is new")
    other.sees("Done. 1 entry came in.")
    other.restart()
    assert in_history(other, host, NOTE) == 1


def test_a_plain_backup_is_added_replaces_and_is_undone_until_the_next_save(
    host: Host, new_phone: NewPhone, tmp_path: Path
) -> None:
    phone = new_phone()
    with_a_check_in(host, phone)
    phone.visit(host.url("#/settings/backup"))
    phone.tap("Open to read")
    phone.sees("Anyone who has this file can read it. Keep it somewhere safe.")
    path = saved(phone, "Save the file", tmp_path)
    assert NOTE in path.read_text("utf-8")

    other = new_phone()
    other.visit(host.url())
    other.tap("Mood, Very hard, 1 of 5")
    other.sees("Saved")
    other.visit(host.url("#/settings/file"))
    before = device.files(other.page)
    choose(other, path)
    other.sees("1 is new here.")
    other.sees("1 entry here would go.")
    assert device.files(other.page) == before, "a preview changes nothing"
    other.tap("Add what is new")
    other.sees("Done. 1 entry came in.")
    other.sees("You can undo this until you save something else.")
    assert in_history(other, host, NOTE) == 1
    assert in_history(other, host, "Very hard") == 1

    other.visit(host.url("#/settings/file"))
    other.tap("Undo the last file")
    other.button("Undo the last file").wait_for(state="detached")
    assert in_history(other, host, NOTE) == 0
    assert in_history(other, host, "Very hard") == 1

    other.visit(host.url("#/settings/file"))
    choose(other, path)
    other.tap("Replace what is here")
    other.sees("Done. Everything is now as it is in the file.")
    assert in_history(other, host, NOTE) == 1
    assert in_history(other, host, "Very hard") == 0
    other.visit(host.url())
    other.tap("Check in again")
    other.tap("Energy, Some, 3 of 5")
    other.sees("Saved")
    other.visit(host.url("#/settings/file"))
    other.button("Choose a file").wait_for(state="attached")
    assert other.button("Undo the last file").count() == 0


def test_files_that_cannot_come_in_get_one_sentence_and_change_nothing(
    host: Host, phone: Phone, tmp_path: Path
) -> None:
    with_a_check_in(host, phone)
    phone.visit(host.url("#/settings/backup"))
    phone.tap("Open to read")
    whole = saved(phone, "Save the file", tmp_path).read_bytes()
    until(lambda: b'"backups":1' in b"".join(device.files(phone.page).values()))
    phone.visit(host.url("#/settings/file"))
    before = device.files(phone.page)
    cut, foreign, large = (tmp_path / name for name in ("cut.json", "foreign.json", "large.json"))
    cut.write_bytes(whole[: len(whole) // 2])
    foreign.write_text(json.dumps({"habits": [{"name": "water", "done": True}]}))
    with large.open("wb") as file:
        file.truncate(60_000_000)
    phone.page.evaluate(NOTE_WHAT_IS_READ)
    for path, sentence in (
        (cut, "This file is damaged."),
        (foreign, "Tend does not know this kind of file."),
        (large, "This file is too large."),
    ):
        choose(phone, path)
        phone.sees(sentence)
        phone.sees("Choose a file")
    assert phone.page.evaluate("() => window.read") == [cut.stat().st_size, foreign.stat().st_size], "not the large one"
    assert device.files(phone.page) == before
    assert NOTE.encode() in b"".join(before.values())


def test_where_the_phone_has_a_share_sheet_the_file_goes_there(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone()
    phone.context.add_init_script(f"({SHARING})({{ refuse: ['AbortError'] }})")
    phone.context.add_init_script("Object.defineProperty(navigator, 'standalone', { value: true })")
    with_a_check_in(host, phone)
    phone.visit(host.url("#/settings/backup"))
    phone.tap("Open to read")
    phone.tap("Save the file")
    sheet = phone.page.get_by_role("dialog", name="Your file is ready.")
    sheet.wait_for()
    assert sheet.get_by_role("button").all_inner_texts() == ["Share or save it", "Not now"], "iOS cannot download"
    assert phone.page.get_by_text("Your backup is made.").count() == 0, "nothing was saved yet"
    phone.page.get_by_role("button", name="Share or save it").tap()
    phone.sees("Your backup is made. It was tried, and it opens.")
    first, second = phone.page.evaluate("() => window.shared")
    assert first == second
    assert NOTE in second[1]
    assert second[0].endswith(".json")

    phone.page.reload()
    phone.wait_for_app()
    phone.tap("Save a table")
    until(lambda: len(phone.page.evaluate("() => window.shared ?? []")) == 1)
    ((name, _),) = phone.page.evaluate("() => window.shared")
    assert name.startswith("tend-check-ins-")


def test_a_share_that_was_put_off_counts_as_no_backup(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone()
    phone.context.add_init_script(f"({SHARING})({{ refuse: ['NotAllowedError'] }})")
    with_a_check_in(host, phone)
    phone.visit(host.url("#/settings"))
    phone.swipe_up(600)
    phone.tap("Back up now")
    phone.tap("Open to read")
    phone.tap("Save the file")
    phone.page.get_by_role("button", name="Download it").wait_for()
    phone.page.get_by_role("button", name="Not now").tap()
    phone.button("Save the file").wait_for(state="attached")
    phone.tap("Back")
    phone.sees("Your words are on this device alone.")


DAYLIO = """full_date,date,weekday,time,mood,activities,note
2026-11-01,November 1,Sunday,9:00 PM,meh,"walk | tea","a note from Daylio"
2026-11-02,November 2,Monday,9:00 PM,foggy,"walk","another note"
2026-02-31,x,Monday,9:00 PM,good,"walk","a day that is not"
"""


def test_a_table_goes_out_and_daylios_comes_in_with_a_mood_to_place(host: Host, phone: Phone, tmp_path: Path) -> None:
    theirs = tmp_path / "daylio.csv"
    theirs.write_text(DAYLIO)
    phone.visit(host.url("#/settings/file"))
    choose(phone, theirs)
    phone.sees("Where do these moods belong?")
    phone.sees("foggy")
    phone.tap("foggy, Hard")
    phone.tap("Go on")
    phone.sees("2 check-ins.")
    phone.sees("1 row could not be read")
    phone.sees("Line 4: the date is not one Tend knows.")
    phone.tap("Add what is new")
    phone.sees("Done. 2 entries came in.")
    phone.visit(host.url("#/settings/backup"))
    table = saved(phone, "Save a table", tmp_path).read_text("utf-8-sig")
    lines = table.splitlines()
    assert len(lines) == 3
    assert "another note" in table
    (row,) = (line for line in lines if "another note" in line)
    assert row.split(",")[3] == '"2"', "Hard, as it was placed"
