"""A plan to take out of the app, laid into a phone, and what is stubbed of a browser to see where it went."""

from __future__ import annotations

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pypdf import PdfReader

from domain.models import Preferences
from domain.people import Person
from domain.plan import Part, PlanItem
from storage.disk import DiskPlace
from storage.opening import open_database
from tests.e2e import device
from tests.e2e.phone import Host, Phone

LONG = " ".join(f"word{number:04}" for number in range(1_112))[:10_000]
PLAN = (
    PlanItem("steady", Part.STEADY, "Breakfast, then “a walk” & daylight <every day>"),
    PlanItem("arabic", Part.EARLY_SIGNS, "لا أرد على الرسائل", answer="اكتب إلى مايا ٠١٢٣"),
    PlanItem("hindi", Part.ALONE, "गर्म चाय और शांति"),
    PlanItem("emoji", Part.ALONE, "A cup of tea 🫖 and the cat 🐈‍⬛", place=1),
    PlanItem("long", Part.REASONS, LONG),
)
MAYA = Person("maya", "Maya", "+44 7700 900-123 (home)", email="maya@example.org", notes="Will come over.")
PARTS = ("What keeps me steady each day", "Early signs", "Things I can do alone", "What I live for")

# What stands in a frame when it is printed; the frame runs no script, so that its `print` is put there from here.
STUB_PRINT = """
    window.printed = [];
    document.addEventListener("load", ({ target }) => {
        if (target.tagName !== "IFRAME") return;
        const inside = target.contentWindow;
        inside.print = () => printed.push({ html: target.srcdoc, text: inside.document.body.innerText });
    }, true);
"""
# `refused`: how often the share sheet says that the tap is too long ago.
STUB_SHARE = """
    window.handed = [];
    window.refused = 0;
    navigator.canShare = () => true;
    navigator.share = async (content) => {
        if (refused-- > 0) throw new DOMException("the tap is too long ago", "NotAllowedError");
        handed.push(content);
    };
"""
NO_SHARE = """Object.defineProperty(navigator, "share", { value: undefined });"""


async def _write(folder: Path, person: Person, *items: PlanItem) -> None:
    database = await open_database(DiskPlace(folder))
    await database.preferences.save(Preferences(country="GB"))
    await database.people.save(person)
    for item in items:
        await database.plan.save(item)
    database.close()


def lay_in(
    phone: Phone, host: Host, folder: Path, *items: PlanItem, person: Person = MAYA, route: str = "#/plan/share"
) -> None:
    """Put a country, a person and a plan on the phone and open a screen: the one where a plan is taken along."""
    with ThreadPoolExecutor(1) as apart:  # a loop runs in this thread already: Playwright's
        apart.submit(asyncio.run, _write(folder, person, *items)).result()
    phone.page.goto(host.url(device.ELSEWHERE))
    for path in folder.glob("tend-*.ledger"):
        device.put(phone.page, path.name, path.read_bytes())
    phone.visit(host.url(route))


def text_of(pdf: bytes) -> str:
    """Every letter of a PDF, page by page."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def squeezed(words: str) -> str:
    """Without what a line break adds or takes."""
    return "".join(words.split())
