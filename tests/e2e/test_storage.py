"""The device's own store in the real browser: strange files, a second window, words of every kind."""

from __future__ import annotations

from tests.e2e.conftest import NewPhone
from tests.e2e.phone import BOOT_MS, Host, Phone

PUT = """async ([name, text]) => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
}"""
READ = """async (name) => {
    const root = await navigator.storage.getDirectory();
    return (await (await root.getFileHandle(name)).getFile()).text();
}"""
FILES = """async () => {
    const root = await navigator.storage.getDirectory();
    const names = [];
    for await (const name of root.keys()) names.push(name);
    return names.sort();
}"""


def test_a_file_that_is_not_ours_opens_the_error_screen_and_is_left_untouched(host: Host, phone: Phone) -> None:
    phone.page.goto(host.url("icons/favicon.svg"))  # the same origin, without Tend running
    theirs = '{"somebody": "else", "data": [1, 2, 3]}'
    phone.page.evaluate(PUT, ["tend-a.db", theirs])
    phone.visit(host.url())
    phone.sees("Tend cannot read what is stored here.")
    phone.sees("It was left as it is.")
    assert phone.button("Call 112").count() + phone.page.get_by_role("link", name="Call 112").count() == 1
    phone.tap("Try again")
    phone.sees("Tend cannot read what is stored here.")
    assert phone.page.evaluate(READ, "tend-a.db") == theirs


def test_a_second_window_says_so_and_opens_once_the_first_is_closed(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    second = phone.context.new_page()
    second.goto(host.url())
    second.get_by_text("Tend is open in another tab.").wait_for(state="attached", timeout=BOOT_MS)
    phone.page.close()
    phone.page = second
    phone.tap("Try again")
    phone.button("Check in again").wait_for(state="attached")


def test_long_and_strange_notes_are_kept_exactly(host: Host, phone: Phone) -> None:
    notes = ["n" * 100_000, "👩‍🚀\u200b\u202eright to left\u202c مرحبا \t\u0007 end"]
    for note in notes:
        phone.visit(host.url("#/history/now"))
        phone.button("Done").wait_for(state="attached")
        phone.swipe_up(3000)
        phone.write("Note", note)
        phone.button("Delete this").wait_for(state="attached")  # it is stored
        phone.page.goto("about:blank")
    stored = "".join(_slots(host, phone))
    for note in notes:
        assert _as_json(note) in stored


def test_nothing_a_person_writes_reaches_the_console_the_address_or_a_cache(host: Host, new_phone: NewPhone) -> None:
    canary = "canarybird7291"
    phone = new_phone()
    phone.visit(host.url())
    phone.tap("Add more")
    phone.button("Done").wait_for(state="attached")
    phone.swipe_up(1200)
    phone.write("Note", canary)
    phone.tap("Done")
    phone.sees("Saved")
    phone.wait_for_offline()
    phone.open_tab("History")
    phone.button(canary, exact=False).wait_for(state="attached")
    assert not [line for line in phone.console if canary in line]
    assert not [address for address in phone.addresses if canary in address]
    cached = phone.page.evaluate(
        """async (word) => {
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    if ((await (await cache.match(request)).text()).includes(word)) return request.url;
                }
            }
            return null;
        }""",
        canary,
    )
    assert cached is None
    assert phone.page.evaluate("(word) => JSON.stringify(localStorage).includes(word)", canary) is False
    assert canary in "".join(_slots(host, phone)), "it is where it belongs"


def _slots(host: Host, phone: Phone) -> list[str]:
    phone.page.goto(host.url("icons/favicon.svg"))
    return [phone.page.evaluate(READ, name) for name in phone.page.evaluate(FILES)]


def _as_json(words: str) -> str:
    import json

    return json.dumps(words)[1:-1]
