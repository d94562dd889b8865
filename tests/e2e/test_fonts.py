"""Words in any script: they draw, they are kept, and nothing is fetched without end."""

from __future__ import annotations

from collections import Counter

from tests.e2e.conftest import RESULTS
from tests.e2e.phone import Host, Phone

WORDS = "😀 你好 مرحبا नमस्ते"
MORE_WORDS = "שלום Ελληνικά Русский Tiếng Việt łódź"
QUIET_MS = 3000


def test_any_script_can_be_written_and_read_again_with_few_font_requests(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Add more")
    phone.button("Done").wait_for(state="attached")
    phone.swipe_up(1200)
    host.asked.clear()
    phone.write("Note", f"{WORDS} {MORE_WORDS}")
    phone.tap("Done")
    phone.sees("Saved")
    phone.page.reload()
    phone.wait_for_app()
    phone.open_tab("History")
    phone.button(WORDS, exact=False).wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "scripts.png")
    asked = Counter(path for path in host.asked if path.startswith("assets/fonts/noto"))
    before = host.asked.copy()
    phone.page.wait_for_timeout(QUIET_MS)
    assert host.asked == before, "fonts are still being asked for"
    assert set(asked) == {
        "assets/fonts/notocoloremoji.woff2",
        "assets/fonts/notosans.woff2",
        "assets/fonts/notosansarabic.woff2",
        "assets/fonts/notosanshebrew.woff2",
    }
    # Before the reload, after it, and the service worker's own keeping.
    assert max(asked.values()) <= 3


def test_emoji_and_arabic_draw_as_glyphs_and_not_as_one_and_the_same_box(host: Host, phone: Phone) -> None:
    """A missing character draws a box, the same for all: two words of equal length would look alike."""
    pictures = []
    for note in ("😀😀", "🌱🌱", "مرحبا", "سلام", "नमस्ते", "你你", "好好"):
        phone.visit(host.url("#/"))
        phone.tap("Add more")
        phone.button("Done").wait_for(state="attached")
        phone.swipe_up(1200)
        phone.write("Note", note)
        phone.page.get_by_label("Note").blur()
        phone.wait_until_still()
        pictures.append(phone.page.screenshot())
        phone.write("Note", "")
        phone.tap("Done")
    *drawn, box, other_box = pictures
    assert len(set(drawn)) == len(drawn)
    assert box == other_box, "Chinese has no font here: if it has one now, this test needs another script"
    assert box not in drawn
