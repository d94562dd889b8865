"""What the person made of Tend itself counts on the first page too: their words on the scales, and low-stimulus."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.first_page import kept, lay_here, lying, opened, own_part_kept, violations, without_python
from tests.e2e.phone import Host, Phone, until
from tests.e2e.test_first_aid import BESIDE

STILL_AND_GROUND = """() => [
    getComputedStyle(document.querySelector("#boot-bar div")).transitionDuration,
    getComputedStyle(document.querySelector(".boot-help")).backgroundColor,
]"""


@pytest.mark.parametrize("size", [100, 200])
def test_a_step_that_has_the_persons_own_name_has_it_here_as_words(host: Host, phone: Phone, size: int) -> None:
    moods, energies = ("", "<b>Grey</b>", "", "", "M" * 16), ("Flat out", "", "", "", "")
    with without_python(host):
        opened(host, phone, **kept(text_size=size, moods=moods, energies=energies))
        names = phone.page.locator(".boot-scale label").all_inner_texts()
        assert names[:5] == ["Very hard", "<b>Grey</b>", "OK", "Good", "M" * 16]
        assert names[5:] == ["Flat out", "Low", "Some", "Good", "Full"]
        assert phone.page.evaluate(BESIDE) == []
        phone.page.get_by_role("radio", name="<b>Grey</b>").check()
        assert [tap["mood"] for tap in lying(phone)] == [2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_low_stimulus_nothing_moves_here_and_grounds_have_no_colour(
    host: Host, new_phone: NewPhone, scheme: str
) -> None:
    phone = new_phone(color_scheme=scheme)
    with without_python(host):
        opened(host, phone, **kept())
        moving, coloured = phone.page.evaluate(STILL_AND_GROUND)
        lay_here(phone, **{"tend-looks": '{"is_plain":true}'})
        opened(host, phone)
        still, ground = phone.page.evaluate(STILL_AND_GROUND)
        phone.screenshot(RESULTS / f"first-page-plain-{scheme}.png")
        assert violations(phone) == []
    assert (moving, still) == ("0.3s", "0s")
    plain = {"light": "rgb(240, 238, 229)", "dark": "rgb(24, 30, 26)"}[scheme]
    assert coloured != ground == plain


def test_a_word_changed_in_tend_is_kept_for_it_until_tends_own_is_back(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/settings/words"))
    phone.sees("Change a word, and it is yours everywhere.")
    for word, is_kept in (("Grey", True), ("Hard", False)):
        phone.write("Mood, 2 of 5", word)
        until(lambda word=word: phone.page.get_by_label("Mood, 2 of 5").input_value() == word)
        phone.page.evaluate("location.hash = '#/'")
        until(lambda word=word, is_kept=is_kept: ("Grey" in own_part_kept(phone)) is is_kept)
        phone.page.evaluate("location.hash = '#/settings/words'")
        phone.sees("Change a word, and it is yours everywhere.")
    assert own_part_kept(phone) == "", "nothing of the person's own lies there any more"
