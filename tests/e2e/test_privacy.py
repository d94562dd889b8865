"""Nobody else is ever called: the policy holds, and the check itself can fail. What is written stays."""

from __future__ import annotations

from pathlib import Path

from tests.e2e import device
from tests.e2e.phone import Host, Phone, Wire, foreign
from tests.e2e.test_backup import choose, saved

ELSEWHERE = "http://tend.example"
CANARY = "canarybird7291"
WORDS_TO_OPEN = "canarybird passphrase 4410"


def test_a_page_that_calls_another_host_would_be_noticed(host: Host, wire: Wire, phone: Phone) -> None:
    """The control for every other test here: without our policy, the wire sees the call."""
    phone.page.goto("about:blank")
    phone.page.evaluate("(url) => fetch(url, { mode: 'no-cors' }).catch(() => null)", f"{ELSEWHERE}/x")
    assert foreign(wire.hosts) == [f"{ELSEWHERE}/x"]
    wire.hosts.clear()
    phone.addresses.clear()


def test_the_page_and_pythons_worker_may_call_nobody_else(host: Host, wire: Wire, phone: Phone) -> None:
    phone.visit(host.url())
    refused = "(url) => fetch(url, { mode: 'no-cors' }).then(() => 'called', () => 'refused')"
    assert phone.page.evaluate(refused, f"{ELSEWHERE}/page") == "refused"
    worker = next(worker for worker in phone.page.workers if "worker.js" in worker.url)
    assert worker.evaluate(refused, f"{ELSEWHERE}/worker") == "refused"
    phone.addresses[:] = [address for address in phone.addresses if ELSEWHERE not in address]
    assert foreign(wire.hosts) == []


def test_offline_too_the_worker_is_bound_by_the_policy_the_service_worker_adds(
    host: Host, wire: Wire, phone: Phone
) -> None:
    phone.visit(host.url())
    phone.wait_for_offline()
    phone.page.reload()
    phone.wait_for_app()
    policies = phone.page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            const found = [];
            for (const path of ["index.html", "page/worker.js"]) {
                const kept = await cache.match(new URL(path, document.baseURI).href);
                found.push(kept.headers.get("Content-Security-Policy"));
            }
            return found;
        }"""
    )
    assert all(
        policy and policy.startswith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'") for policy in policies
    )
    refused = "(url) => fetch(url, { mode: 'no-cors' }).then(() => 'called', () => 'refused')"
    worker = next(worker for worker in phone.page.workers if "worker.js" in worker.url)
    assert worker.evaluate(refused, f"{ELSEWHERE}/worker") == "refused"
    phone.addresses[:] = [address for address in phone.addresses if ELSEWHERE not in address]
    assert foreign(wire.hosts) == []


def test_nothing_a_person_writes_reaches_the_console_the_address_or_a_cache(
    host: Host, phone: Phone, tmp_path: Path
) -> None:
    """Through a note, a backup and its way back in, a table, and a lock."""
    phone.visit(host.url("#/history/now"))
    phone.button("Done").wait_for(state="attached")
    phone.tap("Mood, OK, 3 of 5")
    phone.swipe_up(3000)
    phone.write("Note", CANARY)
    phone.button("Delete this").wait_for(state="attached")
    phone.tap("Done")
    phone.wait_for_offline()

    phone.visit(host.url("#/settings/backup"))
    phone.write("Passphrase", WORDS_TO_OPEN)
    phone.write("The same again", WORDS_TO_OPEN)
    path = saved(phone, "Save the file", tmp_path)
    phone.visit(host.url("#/settings/file"))
    choose(phone, path)
    phone.write("Passphrase", "canarybird wrong one")
    phone.tap("Open it")
    phone.sees("This passphrase does not fit.")
    phone.write("Passphrase", WORDS_TO_OPEN)
    phone.tap("Open it")
    phone.sees("Everything in it is here already.")
    phone.tap("Another file")
    broken = tmp_path / "broken.csv"
    broken.write_text(f"full_date,date,weekday,time,mood,activities,note\n2026-02-31,x,y,z,{CANARY},,{CANARY}\n")
    choose(phone, broken)
    phone.tap("Go on")
    phone.sees("1 row could not be read")

    phone.visit(host.url("#/settings/lock"))
    phone.write("Passphrase", WORDS_TO_OPEN)
    phone.write("The same again", WORDS_TO_OPEN)
    phone.tap("Lock Tend")
    phone.sees("Tend is locked with your passphrase.")
    phone.visit(host.url("#/history"))
    phone.page.reload()
    phone.wait_for_app()
    phone.write("Passphrase", WORDS_TO_OPEN)
    phone.tap("Open Tend")
    phone.button(CANARY, exact=False).wait_for(state="attached")
    for words in (CANARY, WORDS_TO_OPEN):
        assert not [line for line in phone.console if words in line]
        assert not [address for address in phone.addresses if words in address]
        assert device.kept_beside(phone.page, words) == []
