"""Phone numbers as they are kept: international where that can be told. Imports `domain`; `phonenumbers` when called.

It takes a phone a moment to read that package, so nothing that draws a screen may ask for it.
"""

from __future__ import annotations

from domain.dialling import is_plain, is_short_code


def normalised(typed: str, country: str) -> str:
    """The number as somebody abroad would read it, "+44 20 7946 0000"; as it was typed where it is no such number.

    `country` is where a number without its country's code belongs, "" where that is not known. Short codes, numbers
    with letters or extras, and those that nobody can have there, stay as they are.

    >>> normalised("020 7946 0000", "GB"), normalised("+44 (0)20 7946 0000", "")
    ('+44 20 7946 0000', '+44 20 7946 0000')
    >>> [normalised(text, "GB") for text in ("112", "0800 HELP", "112;ext=8", "*#06#", "after ten")]
    ['112', '0800 HELP', '112;ext=8', '*#06#', 'after ten']
    """
    if not is_plain(typed) or is_short_code(typed):
        return typed  # the package would make digits of letters, take extras off, and put a town's code before 116 123
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, country or None)
    except phonenumbers.NumberParseException:
        return typed
    if not phonenumbers.is_valid_number(number):
        return typed
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
