"""Words in any script: they draw, they are kept, and nothing is fetched without end."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from tests.e2e.conftest import RESULTS
from tests.e2e.phone import Host, Phone, until

WORDS = "😀 你好 مرحبا नमस्ते"
MORE_WORDS = "שלום Ελληνικά Русский Tiếng Việt łódź"
QUIET_MS = 3000


def fallbacks_asked(phone: Phone) -> Counter[str]:
    """How often the page and the service worker asked for each fallback font."""
    paths = (urlsplit(address).path.removeprefix("/") for address in phone.addresses)
    return Counter(path for path in paths if path.startswith("assets/fonts/noto"))


def test_any_script_can_be_written_and_read_again_with_few_font_requests(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Add more")
    phone.button("Done").wait_for(state="attached")
    phone.swipe_up(1200)
    phone.addresses.clear()
    phone.write("Note", f"{WORDS} {MORE_WORDS}")
    phone.tap("Done")
    phone.sees("Saved")
    phone.page.reload()
    phone.wait_for_app()
    phone.open_tab("History")
    phone.button(WORDS, exact=False).wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "scripts.png")
    asked = fallbacks_asked(phone)
    phone.page.wait_for_timeout(QUIET_MS)
    assert fallbacks_asked(phone) == asked, "fonts are still being asked for"
    assert set(asked) == {
        "assets/fonts/notocoloremoji.woff2",
        "assets/fonts/notosans.woff2",
        "assets/fonts/notosansarabic.woff2",
        "assets/fonts/notosanshebrew.woff2",
    }
    # The page before and after the reload, and the service worker's own keeping.
    assert max(asked.values()) <= 6


def test_emoji_and_arabic_draw_as_glyphs_and_not_as_one_and_the_same_box(host: Host, phone: Phone) -> None:
    """A missing character draws a box, the same for all: two words of equal length would look alike."""
    phone.visit(host.url())
    phone.tap("Add more")
    phone.button("Done").wait_for(state="attached")
    phone.swipe_up(1200)

    def write(note: str) -> None:
        phone.write("Note", note)
        phone.page.get_by_label("Note").blur()
        phone.wait_until_still()

    def picture() -> bytes:
        box = phone.page.get_by_label("Note").bounding_box()
        assert box
        return phone.picture(box["x"] + 2, box["y"] + 2, box["width"] - 4, box["height"] - 4)

    write("你你")
    boxes = picture()
    write("好好")
    assert picture() == boxes, "Chinese has no font here: if it has one now, this test needs another script"
    seen = {boxes}
    for note in ("😀😀", "🌱🌱", "مرحبا", "سلاما", "नमस्ते"):
        write(note)
        until(lambda: picture() not in seen)  # the font comes a moment after the first drawing
        seen.add(picture())
    assert len(seen) == 6
