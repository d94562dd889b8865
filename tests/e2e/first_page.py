"""The first page as a test meets it: its copy laid where Tend lays it, Tend kept from starting, and what lies there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from domain.first_aid import first_aid, own_part
from domain.models import Preferences
from domain.people import Person, Role
from domain.plan import Part, PlanItem
from storage import first_aid as codec
from storage.help_content import help_lines
from tests.e2e import device
from tests.e2e.phone import Host, Phone, until

PEOPLE = (
    Person("m", "Maya", "+44 7700 900123", role=Role.FAMILY, on_first_aid=True),
    Person("o", "Old", "*#06#", place=1, on_first_aid=True),
)
STEPS = (PlanItem("a", Part.ALONE, "Cold water on my wrists"), PlanItem("b", Part.ALONE, "Walk to the corner", place=1))
_LAY = """async (told) => {
    for (const [key, text] of Object.entries(told))
        if (key === "own")
            await (await caches.open("tend-own")).put(new URL("/page/own.json", location), new Response(text));
        else localStorage.setItem(key, text);
}"""
_OWN = """async () => {
    const kept = await caches.match(new URL("page/own.json", document.baseURI), { cacheName: "tend-own" });
    return await kept?.text() ?? "";
}"""
_LYING = "() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('tend-tap:')))"


def kept(has_lock: bool = False, **preferences: Any) -> dict[str, str]:
    """What Tend keeps for the page: the copy, and its own part that lies elsewhere, people and steps; with a lock it
    has none."""
    chosen = Preferences(**{"country": "GB", **preferences})
    own = own_part(PEOPLE, STEPS, chosen, has_lock=has_lock, may_show=False)
    document = json.loads(codec.written(first_aid(help_lines(), chosen, own)))
    return {"own": json.dumps(document.pop("own")), "copy": json.dumps(document)}


def lay(phone: Phone, host: Host, **entries: str) -> None:
    """Lay entries where the page looks for them; Tend does not run meanwhile."""
    phone.page.goto(host.url(device.ELSEWHERE))
    lay_here(phone, **entries)


def lay_here(phone: Phone, **entries: str) -> None:
    """The same, on the page that is open."""
    names = {"copy": "tend-first-aid", "country": "tend-country"}
    phone.page.evaluate(_LAY, {names.get(name, name): text for name, text in entries.items()})


def own_part_kept(phone: Phone) -> str:
    """What the page keeps of the person's own, as it lies there."""
    return str(phone.page.evaluate(_OWN))


def lying(phone: Phone) -> list[dict[str, Any]]:
    """The taps that lie on the page and were not taken over."""
    return [json.loads(content) for content in phone.page.evaluate(_LYING).values()]


@contextmanager
def without_python(host: Host, path: str = "app.tar.gz") -> Iterator[None]:
    """Tend does not start."""
    host.broken = {path}
    try:
        yield
    finally:
        host.broken = set()


def links(phone: Phone) -> dict[str, str]:
    """Every link that stands on the page, by its name."""
    found = phone.page.locator("#boot a:visible").evaluate_all(
        "(all) => all.map((one) => [one.getAttribute('aria-label') ?? one.textContent, one.getAttribute('href')])"
    )
    return dict(found)


def violations(phone: Phone) -> list[tuple[str, list[Any]]]:
    """What axe has against the page, each with where it stands."""
    found = Axe().run(phone.page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


def history(phone: Phone, host: Host) -> list[str]:
    """The check-ins of the history, as a screen reader names them."""
    phone.visit(host.url("#/history"))
    phone.sees("History")
    phone.wait_until_still()
    names = phone.page.locator("flt-semantics[role=button]").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('aria-label') || one.textContent)"
    )
    return [name for name in names if "Mood" in name or "Energy" in name]


def put_there(phone: Phone, host: Host, name: str) -> None:
    """Put somebody on the first page, as a person does."""
    phone.visit(host.url("#/people/new"))
    phone.write("Name", name)
    phone.swipe_up(3000)
    phone.wait_until_still()
    phone.page.get_by_role("switch", name="Show on the first page").click()
    phone.page.get_by_role("switch", name="Show on the first page", checked=True).wait_for(state="attached")
    phone.tap("Save")
    until(lambda: name in own_part_kept(phone))


def opened(host: Host, phone: Phone, failed: bool = True, **entries: str) -> None:
    """The page with what lies there; `failed`: once it is known that Tend does not open."""
    if entries:
        lay(phone, host, **entries)
    phone.page.goto(host.url())
    if failed:
        phone.page.get_by_text("Tend did not open.").wait_for(timeout=60_000)  # two browsers may start at once
