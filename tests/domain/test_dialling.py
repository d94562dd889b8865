"""Which e-mail addresses are written to, and what is a plain number."""

from __future__ import annotations

import pytest

from domain.dialling import dialled, is_plain, mail_link, message_link, text_link

HOSTILE = ("*#06#", "javascript:alert(1)", "112;ext=8", "0800 HELP", "tel:112", "112,,1", "112?x", "１１２", "٣١١٤", "")


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_no_number_gets_no_address(typed: str) -> None:
    assert (dialled(typed), text_link(typed), text_link(typed, "Hello"), is_plain(typed)) == (None, None, None, False)


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("maya@example.org", "mailto:maya@example.org"),
        ("  maya@example.org ", "mailto:maya@example.org"),
        ("m.o'hara+tend@mail.example.co.uk", "mailto:m.o%27hara%2Btend@mail.example.co.uk"),
        ("a?bcc=x@example.org", "mailto:a%3Fbcc%3Dx@example.org"),
        ("50%25@example.org", "mailto:50%2525@example.org"),
        (f"{'a' * 64}@{'b' * 184}.uk", f"mailto:{'a' * 64}@{'b' * 184}.uk"),
    ],
)
def test_a_plain_address_is_written_to_and_nothing_in_it_means_more(typed: str, link: str) -> None:
    assert mail_link(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        *("", "maya", "@example.org", "maya@", "maya@example", "maya@example.o", "a@b@example.org", "a b@example.org"),
        *("javascript:alert(1)", "mailto:maya@example.org", "a@example.org,b@example.org", "a@example.org?cc=b@b.org"),
        *("a@example.org\nb@example.org", "ä@example.org", "a@exämple.org", "a@.org", f"{'a' * 65}@example.org"),
        f"{'a' * 64}@{'b' * 187}.uk",
    ],
)
def test_what_is_no_plain_address_is_not(typed: str) -> None:
    assert mail_link(typed) is None


def test_the_words_of_a_message_arrive_as_they_are() -> None:
    words = "Tea & cake? 100 % – now\n#1 \ud800"
    quoted = "Tea%20%26%20cake%3F%20100%20%25%20%E2%80%93%20now%0A%231%20%3F"
    assert message_link(words) == f"sms:?&body={quoted}"
    assert text_link("0123 45", words) == f"sms:012345?&body={quoted}"
    assert mail_link("a@example.org", words) == f"mailto:a@example.org?body={quoted}"
