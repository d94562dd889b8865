"""What may be dialled, texted or written to, and the addresses that do it. Imports the standard library only.

Whatever is none of these is shown as words and put into no address.
"""

from __future__ import annotations

import re
from urllib.parse import quote

LONGEST_SHORT_CODE = 6  # digits; longer ones are subscribers' numbers
LONGEST_MAIL = 254  # characters of an e-mail address, by RFC 5321

# A star may lead (*4141 in Chile); a hash may not stand anywhere, since codes that end in one (*#06#, *21*…#) are
# orders to the phone itself. RFC 3966 puts its extras after a semicolon, which is refused with the letters.
_DIALLED = re.compile(r"\+[1-9][0-9]{6,14}|\*?[0-9]{2,15}")
_BETWEEN = str.maketrans("", "", " \u00a0-\u2010\u2011\u2012\u2013./()")  # what people put between digits
_TRUNK = re.compile(r"\+.*\(0\)")  # +44 (0)20: nobody dials that nought after the country's code
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


def is_plain(number: str) -> bool:
    """Whether it is written as a phone number is, with nothing beside digits, one plus in front, and what parts them.

    >>> is_plain("+44 (0)20 7946-0000"), [is_plain(text) for text in ("0800 HELP", "112;ext=8", "*4141", "+", "")]
    (True, [False, False, False, False, False])
    """
    plain = number.translate(_BETWEEN)
    digits = plain.removeprefix("+")
    return digits.isascii() and digits.isdecimal()


def is_short_code(digits: str) -> bool:
    """Whether a number is so short that it means something inside its own country alone.

    >>> is_short_code("116 123"), is_short_code("*4141"), is_short_code("70 201 201")
    (True, True, False)
    """
    return 0 < sum(letter.isdigit() for letter in digits) <= LONGEST_SHORT_CODE


def dialled(digits: str) -> str | None:
    """The `tel:` address of a plain number; None for anything else, which is then shown and not dialled.

    >>> dialled("0800 111 0 111")
    'tel:08001110111'
    >>> dialled("*4141"), dialled("+44 20 7946 0000")
    ('tel:*4141', 'tel:+442079460000')
    >>> [dialled(text) for text in ("*#06#", "javascript:1", "112;ext=8", "0800 HELP", "+44 (0)20 7946 0000", "")]
    [None, None, None, None, None, None]
    """
    plain = digits.translate(_BETWEEN)
    if _TRUNK.search(digits) or not _DIALLED.fullmatch(plain):
        return None
    return f"tel:{plain}"


def text_link(number: str, body: str = "") -> str | None:
    """The `sms:` address that opens a message to a number, `body` written in it; None where that is no plain number.

    >>> text_link("85258", "SHOUT")
    'sms:85258?&body=SHOUT'
    >>> text_link("0477 13 11 14"), text_link("*4141"), text_link("HOME")
    ('sms:0477131114', None, None)
    >>> text_link("988", "I need you & now")
    'sms:988?&body=I%20need%20you%20%26%20now'
    """
    address = dialled(number)
    if address is None or "*" in address:
        return None
    plain = address.removeprefix("tel:")
    return message_link(body, plain) if body else f"sms:{plain}"


def message_link(body: str, plain: str = "") -> str:
    """The `sms:` address of a message with these words; the person picks whom, where there is no plain number.

    Between number and body stand both `?`, which Android wants, and `&`, which iOS wants; each passes over the other.

    >>> message_link("Hello you")
    'sms:?&body=Hello%20you'
    """
    return f"sms:{plain}?&body={_quoted(body)}"


def mail_link(address: str, body: str = "") -> str | None:
    """The `mailto:` address; None for what is no plain e-mail address. Letters that mean something there are quoted.

    >>> mail_link("maya@example.org"), mail_link("m&m?cc=x@example.org")
    ('mailto:maya@example.org', 'mailto:m%26m%3Fcc%3Dx@example.org')
    >>> mail_link("maya@example.org", "Hello you")
    'mailto:maya@example.org?body=Hello%20you'
    >>> [mail_link(text) for text in ("maya", "a@b", "a b@example.org", "javascript:1", "a@example.org,b@example.org")]
    [None, None, None, None, None]
    """
    plain = address.strip()
    if len(plain) > LONGEST_MAIL or not _MAIL.fullmatch(plain):
        return None
    start = f"mailto:{quote(plain, safe='@')}"
    return f"{start}?body={_quoted(body)}" if body else start


def _quoted(body: str) -> str:
    """As it stands in an address; a lone surrogate has no UTF-8, and browsers write U+FFFD for it."""
    return quote(body.encode("utf-8", "replace"), safe="")
