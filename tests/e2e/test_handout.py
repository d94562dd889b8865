"""Out of the app in a real browser: what is printed and stands in a PDF, what is shared, what a card's code says."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from domain.card import MOST_BYTES, Matrix, card_page, fits, too_many
from domain.handout import Entry, Handout, Section, as_text
from tests.e2e.conftest import NewPhone
from tests.e2e.handouts import (
    LONG,
    MAYA,
    NO_SHARE,
    PLAN,
    STUB_PRINT,
    STUB_SHARE,
    lay_in,
    squeezed,
    text_of,
)
from tests.e2e.phone import Host, Phone, until
from views import qr

DENSE = 4  # 384 dots an inch; a plain printer has 600
TEXT = (
    "My plan\nAs of {day}\n\nWhat keeps me steady each day\n- Breakfast, then “a walk” & daylight <every day>\n\n"
    "This page is my wish. It is not a legal paper. A professional can say what counts where I live.\n"
)
# Letters that are as wide as any, words that leave rows half empty, many short lines, scripts of other widths.
HARD_CARDS = [
    ["m" * 400],
    ["mmmmm " * 60],
    ["W" * 20] * 9,
    ["word " * 100],
    [f"line {number}" for number in range(23)],
    ["x" * 550],
    ["水" * 170],
    ["لا أرد على الرسائل " * 14],
    ["Tea", "A blanket", "Call Maya"],
    ["ab cd ef"] * 14,
]


def printed(phone: Phone, count: int = 1) -> dict[str, str]:
    """What was printed last."""
    found: list[dict[str, str]] = until(lambda: phone.page.evaluate(f"printed.length === {count} && printed"))
    return found[-1]


def tick(phone: Phone, words: str) -> None:
    phone.tap(words, exact=False)
    phone.page.get_by_role("button", name=f"{words}", exact=False).filter(has_text="chosen").or_(
        phone.page.locator(f'[aria-label^="{words}"][aria-label*=", chosen"]')
    ).first.wait_for(state="attached")


def tick_everything(phone: Phone) -> None:
    for words in ("Breakfast", "لا أرد على الرسائل", "गर्म", "A cup of tea", "word0000", "Maya"):
        tick(phone, words)


def tap_below(phone: Phone, name: str) -> None:
    """A long page: what lies far below is not there for a screen reader until it comes near."""
    for _ in range(14):
        if phone.button(name).count():
            break
        phone.swipe_up(1_000)
    phone.tap(name)


def sheet(phone: Phone, page: Page) -> bytes:
    """The PDF that the browser makes of what would be printed."""
    page.set_content(printed(phone)["html"])
    return page.pdf(prefer_css_page_size=True)


def same_letters(words: str) -> list[str]:
    """Letters whatever their order and their shape: a PDF tells Arabic as it is drawn."""
    return sorted(squeezed(unicodedata.normalize("NFKC", words)))


def test_every_character_that_was_ticked_is_printed_and_in_the_pdf(
    host: Host, new_phone: NewPhone, tmp_path: Path
) -> None:
    phone = new_phone()
    phone.context.add_init_script(STUB_PRINT)
    lay_in(phone, host, tmp_path / "records", *PLAN)
    tick_everything(phone)
    tap_below(phone, "Print")
    shown = squeezed(printed(phone)["text"])
    said = [words for item in PLAN for words in (item.words, item.answer)] + [MAYA.name, MAYA.phone, MAYA.email]
    assert [words for words in said if squeezed(words) not in shown] == []
    assert squeezed(MAYA.notes) not in shown  # it was not ticked
    page = phone.page.context.new_page()
    pdf = text_of(sheet(phone, page))
    page.close()
    wish = "This page is my wish. It is not a legal paper."
    latin = [PLAN[0].words, LONG, MAYA.name, MAYA.phone, MAYA.email, wish]
    assert [words[:40] for words in latin if squeezed(words) not in squeezed(pdf)] == []
    arabic = pdf[pdf.index("Early signs") + len("Early signs") : pdf.index("Things I can do alone")]
    assert same_letters(arabic) == same_letters(PLAN[1].words + PLAN[1].answer)
    # What stands around the frame prints the same, for phones that lay the whole page out anew; and nothing of Tend.
    whole = text_of(phone.page.pdf(prefer_css_page_size=True))
    assert squeezed(whole) == squeezed(pdf)
    refused = [line for line in phone.console if "Content Security Policy" in line]
    assert [line for line in refused if "rive_native" not in line] == []  # what Flutter asks for at every start


def test_what_was_printed_is_gone_at_the_next_touch(host: Host, new_phone: NewPhone, tmp_path: Path) -> None:
    phone = new_phone()
    phone.context.add_init_script(STUB_PRINT)
    lay_in(phone, host, tmp_path / "records", PLAN[0])
    tick(phone, "Breakfast")
    tap_below(phone, "Print")
    printed(phone)
    left = "document.querySelectorAll('#print-frame, #print-twin').length"
    assert phone.page.evaluate(left) == 2
    tap_below(phone, "Print")
    printed(phone, 2)
    assert phone.page.evaluate(left) == 2
    phone.tap("Help now")
    phone.sees("You do not have to do this alone.")
    assert phone.page.evaluate(left) == 0


def test_a_text_goes_to_the_share_sheet_whole(host: Host, new_phone: NewPhone, tmp_path: Path) -> None:
    phone = new_phone()
    phone.context.add_init_script(STUB_SHARE)
    lay_in(phone, host, tmp_path / "records", *PLAN)
    tick_everything(phone)
    tap_below(phone, "Share as text")
    phone.sees("It went to the app you picked.")
    [content] = phone.page.evaluate("handed")
    assert content["title"] == "My plan"
    said = [words for item in PLAN for words in (item.words, item.answer)] + [MAYA.phone]
    assert [words for words in said if words not in content["text"]] == []


def test_where_the_tap_is_too_long_ago_another_one_is_asked_for(
    host: Host, new_phone: NewPhone, tmp_path: Path
) -> None:
    phone = new_phone()
    phone.context.add_init_script(STUB_SHARE)
    lay_in(phone, host, tmp_path / "records", PLAN[0])
    tick(phone, "Breakfast")
    phone.page.evaluate("refused = 1")
    tap_below(phone, "Share as text")
    phone.page.get_by_text("Your text is ready.").wait_for()
    phone.page.get_by_role("button", name="Share it").tap()
    phone.sees("It went to the app you picked.")
    assert len(phone.page.evaluate("handed")) == 1
    phone.page.evaluate("refused = 1")
    tap_below(phone, "Share as text")
    phone.page.get_by_role("button", name="Not now").tap()
    phone.sees("Not shared. Your ticks are still here.")
    assert len(phone.page.evaluate("handed")) == 1


def test_without_a_share_sheet_the_text_is_copied(host: Host, new_phone: NewPhone, tmp_path: Path) -> None:
    phone = new_phone(permissions=["clipboard-read", "clipboard-write"])
    phone.context.add_init_script(NO_SHARE)
    lay_in(phone, host, tmp_path / "records", PLAN[0])
    tick(phone, "Breakfast")
    tap_below(phone, "Share as text")
    phone.sees("Copied. Paste it where you like.")
    copied = phone.page.evaluate("navigator.clipboard.readText()")
    day = re.search(r"As of (.+)\n", copied)
    assert day
    assert copied == TEXT.format(day=day[1])


def test_the_card_is_printed_with_a_code_that_says_every_word_of_it(
    host: Host, new_phone: NewPhone, tmp_path: Path
) -> None:
    phone = new_phone()
    phone.context.add_init_script(STUB_PRINT)
    lay_in(phone, host, tmp_path / "records", *PLAN)
    for words in ("لا أرد على الرسائل", "गर्म", "A cup of tea", "Maya"):
        tick(phone, words)
    tap_below(phone, "Wallet card")
    text = (
        "When I am unwell\n\nWhom to call\n- Maya\n  +44 7700 900-123 (home)\n  maya@example.org\n\n"
        "What helps\n- गर्म चाय और शांति\n- A cup of tea 🫖 and the cat 🐈\u200d⬛\n\n"
        "How you can tell\n- لا أرد على الرسائل\n  اكتب إلى مايا ٠١٢٣\n"
    )
    code = phone.page.get_by_role("img", name="Code with the words of the card")
    code.wait_for(state="attached")
    phone.wait_until_still()
    code.scroll_into_view_if_needed()
    phone.wait_until_still()
    assert read(phone.page.screenshot()) == text  # from the screen, as another phone would
    tap_below(phone, "Print the card")
    page = new_phone(device_scale_factor=DENSE).page
    page.set_content(printed(phone)["html"])
    assert read(page.locator("svg").screenshot()) == text
    assert squeezed(page.locator(".columns").inner_text()) in squeezed(re.sub(r"^- ", "", text, flags=re.MULTILINE))


@pytest.mark.parametrize("lines", HARD_CARDS, ids=lambda lines: lines[0][:12].strip())
def test_a_card_that_fits_has_room_in_print_whatever_stands_on_it(phone: Phone, lines: list[str]) -> None:
    card = Handout("When I am unwell", "", (Section("What helps", tuple(map(Entry, lines))),))
    assert too_many(card) == ()
    phone.page.set_content(card_page(card, qr.modules(as_text(card)), "Cut", "Scan", "en-GB"))
    phone.page.emulate_media(media="print")
    inner, side, across = phone.page.evaluate(
        """() => {
            const side = document.querySelector(".side"), columns = document.querySelector(".columns");
            const box = side.getBoundingClientRect(), inner = columns.getBoundingClientRect();
            return [inner.bottom - box.top, box.height, columns.scrollWidth - columns.clientWidth];
        }"""
    )
    assert round(side) == round(54 / 25.4 * 96)
    assert inner <= side - 3 / 25.4 * 96
    assert across <= 0


def test_the_largest_code_is_read_at_the_size_it_is_printed(new_phone: NewPhone) -> None:
    phone = new_phone(device_scale_factor=DENSE)
    card = Handout("When I am unwell", "", (Section("What helps", (Entry("é" * 270),)),))
    assert fits(card)
    assert len(as_text(card).encode()) > MOST_BYTES - 30
    matrix: Matrix = qr.modules(as_text(card))
    phone.page.set_content(card_page(card, matrix, "Cut", "Scan", "en-GB"))
    box = phone.page.locator("svg").bounding_box()
    assert box
    assert box["width"] / 96 * 25.4 / (len(matrix) + 8) > 0.45  # millimetres a module
    assert read(phone.page.locator("svg").screenshot()) == as_text(card)


def read(picture: bytes) -> str:
    """What another reader than the maker of the code finds in a picture."""
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return found.text
