"""Nobody else is ever called: the policy holds, and the check itself can fail."""

from __future__ import annotations

from tests.e2e.phone import Host, Phone, Wire, foreign

ELSEWHERE = "http://tend.example"


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
