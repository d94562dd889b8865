"""My plan in the real browser: written with one thumb, kept offline, told when a sign shows, printed."""

from __future__ import annotations

from tests.e2e.conftest import RESULTS
from tests.e2e.handouts import STUB_PRINT, squeezed
from tests.e2e.phone import Host, Phone, until

SIGN, ANSWER, ALONE = "I stop answering texts", "Text one word. Then rest.", "Sit by the window"
WISH = "This page is my wish. It is not a legal paper."


def add(phone: Phone, part: str, words: str, answer: str = "") -> None:
    """Write one line of a part, with the thumb alone."""
    phone.tap(f"Add: {part}")
    phone.write("In my own words", words)
    if answer:
        phone.write("What I do when it shows", answer)
    phone.tap("Save")
    phone.sees(words)


def test_a_plan_is_written_and_is_there_after_a_cold_start_offline(host: Host, phone: Phone) -> None:
    phone.context.add_init_script(STUB_PRINT)
    phone.visit(host.url())
    phone.open_tab("Plan")
    phone.tap("Early signs, folded", exact=False)
    before = phone.taps
    add(phone, "Early signs: What I notice", SIGN, ANSWER)
    assert phone.taps - before == 4  # Add, two fields, Save
    phone.visit(host.url("#/plan/safety"))
    add(phone, "Things I can do alone", ALONE)
    phone.wait_for_offline()
    phone.close()
    phone.open()
    phone.context.add_init_script(STUB_PRINT)
    phone.page.context.set_offline(True)

    phone.visit(host.url("#/plan/safety"))
    phone.sees(ALONE)
    see_the_answer_in_a_check_in(host, phone)
    see_it_printed(host, phone)


def see_the_answer_in_a_check_in(host: Host, phone: Phone) -> None:
    """Tick the sign where a check-in asks for one; what was written for it shows, and not before."""
    phone.visit(host.url())
    phone.tap("Mood, Hard, 2 of 5")
    phone.tap("Add more")
    phone.tap("Pick from your own list")
    assert phone.page.get_by_text(ANSWER).count() == 0
    phone.tap(SIGN)
    phone.sees("You wrote this for now:")
    phone.sees(ANSWER)
    phone.wait_until_still()
    phone.screenshot(RESULTS / "plan-sign-in-a-check-in.png")


def see_it_printed(host: Host, phone: Phone) -> None:
    """What is ticked is on the page that is printed, and the page says what it is."""
    phone.visit(host.url("#/plan/share"))
    phone.tap(f"{SIGN} {ANSWER}")
    phone.tap(ALONE)
    phone.tap("Print")
    (page,) = until(lambda: phone.page.evaluate("window.printed"))
    said = squeezed(page["text"])
    assert [words for words in (SIGN, ANSWER, ALONE, WISH) if squeezed(words) not in said] == []
