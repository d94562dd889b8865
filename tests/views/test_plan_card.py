"""The wallet card: its lines, its code, and what does not fit."""

from __future__ import annotations

import io

import flet as ft
import pytest
import zxingcpp
from PIL import Image

from domain.plan import Part, PlanItem
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.help_samples import MAYA
from tests.views.test_plan_share import sharing
from views import qr

TEXTS = [
    "When I am unwell\n\nWhat helps\n- Tea\n",
    "ascii, ÄÖÜß, “quotes” and 100 € · naïve café",
    "شاي وهدوء. اتصل بمايا ٠١٢٣",
    "चाय और शांति। माया को फ़ोन करो",
    "お茶と静けさ 🫖👩‍👧 0123",
    "x" * 600,
    "é" * 300,
    "  spaces \n\n and lines\t\n",
]


def read(picture: bytes) -> str:
    """What another reader than the maker of the code finds in it."""
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return found.text


def code(app: Driver) -> bytes:
    [image] = [
        control for control in app.controls() if isinstance(control, ft.Image) and isinstance(control.src, bytes)
    ]
    return image.src


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_code_gives_every_character_back(text: str) -> None:
    assert read(qr.picture(text)) == text


def test_the_modules_are_those_of_the_picture() -> None:
    rows = qr.modules(TEXTS[0])
    picture = Image.open(io.BytesIO(qr.picture(TEXTS[0]))).convert("1")
    assert picture.size == ((len(rows) + 8) * 8, (len(rows) + 8) * 8)
    middles = [
        [picture.getpixel(((x + 4) * 8 + 4, (y + 4) * 8 + 4)) == 0 for x in range(len(rows))] for y in range(len(rows))
    ]
    assert middles == [[bool(module) for module in row] for row in rows]


PLAN = (
    PlanItem("tea", Part.ALONE, "Tea, and a blanket"),
    PlanItem("noise", Part.UNWANTED, "Loud voices"),
    PlanItem("signs", Part.EARLY_SIGNS, "I stop answering", answer="Text Maya"),
)


async def test_the_card_has_the_ticked_lines_and_its_code_holds_them_all(launch: Launch) -> None:
    app = await sharing(launch, *PLAN, people=(MAYA,))
    for name in ("Tea, and a blanket", "Loud voices", "Maya +44 7700 900123 maya@example.org Not after ten"):
        await app.tap(name)
    await app.tap("Wallet card")
    words = app.words()
    assert words[words.index("When I am unwell") :][:10] == [
        *("When I am unwell", "Whom to call", "Maya", "+44 7700 900123", "maya@example.org", "Not after ten"),
        *("What helps", "Tea, and a blanket", "What does not help", "Loud voices"),
    ]
    assert read(code(app)) == (
        "When I am unwell\n\nWhom to call\n- Maya\n  +44 7700 900123\n  maya@example.org\n  Not after ten\n\n"
        "What helps\n- Tea, and a blanket\n\nWhat does not help\n- Loud voices\n"
    )
    assert not app.sees("I stop answering")


async def test_whom_not_to_call_is_on_the_card_and_in_its_code_but_not_among_those_to_call(launch: Launch) -> None:
    asked = (PlanItem("sister", Part.ASK, "My sister"), PlanItem("no", Part.ASK, "Do not call my brother", place=1))
    app = await sharing(launch, *asked)
    await app.tap("Tick all: People I can ask")
    await app.tap("Wallet card")
    words = app.words()
    assert words[words.index("When I am unwell") :][:5] == [
        *("When I am unwell", "Whom to call", "My sister", "What does not help", "Do not call my brother"),
    ]
    said = "When I am unwell\n\nWhom to call\n- My sister\n\nWhat does not help\n- Do not call my brother\n"
    assert read(code(app)) == said


async def test_the_card_is_printed_and_saved(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Tea, and a blanket")
    await app.tap("Wallet card")
    await app.tap("Print the card")
    [page] = app.state.page.printed
    assert page.count('class="side"') == 2
    await app.tap("Save the card")
    await app.tap("Save the code as a picture")
    assert [(name, kind) for name, kind, _ in app.state.page.saved] == [
        ("tend-card-2026-11-19.html", "text/html"),
        ("tend-code-2026-11-19.png", "image/png"),
    ]
    assert app.state.page.saved[0][2].decode() == page
    assert read(app.state.page.saved[1][2]).endswith("- Tea, and a blanket\n")


async def test_lines_that_do_not_fit_are_named_and_no_card_is_made(launch: Launch) -> None:
    long = PlanItem("long", Part.ALONE, "word " * 130, place=1)
    app = await sharing(launch, PLAN[0], long)
    await app.tap("Tick all: Things I can do alone")
    await app.tap("Wallet card")
    words = app.words()
    assert words[words.index("These lines do not fit on the card.") + 1].startswith("word word")
    assert "When I am unwell" not in words
    assert not {"Print the card", "Tea, and a blanket"} & set(words)
    await app.tap("Tick fewer lines")
    await app.tap(next(name for name in app.buttons() if name.startswith("word word")))
    await app.tap("Wallet card")
    assert "Print the card" in app.buttons()


async def test_without_a_tick_the_card_leads_back(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.go("/plan/share/card")
    assert "Nothing is ticked yet." in app.words()
    await app.tap("Tick some lines")
    assert app.routes[-1] == "/plan/share"


async def test_back_from_the_card_keeps_the_ticks(launch: Launch) -> None:
    app = await sharing(launch, *PLAN)
    await app.tap("Loud voices")
    await app.tap("Wallet card")
    await app.tap("Back")
    assert app.chosen() == ["Loud voices"]
    assert app.headings()[0] == (1, "Take it with me")
