"""What reading a phone number costs, from the first import on. Runs in the browser's worker; imports ours."""

from __future__ import annotations

import importlib
import sys

from tests.bench.measuring import clock as clock_here

AT_OPENING = ("views.help", "views.people", "views.person_edit", "views.numbers")
NUMBERS = (("020 7946 0000", "GB"), ("020 7946 0001", "GB"), ("(201) 555-0123", "US"), ("030 123456", "DE"))


async def first_uses() -> dict[str, float]:
    """Milliseconds of each, in the order a person causes them; the package is cold at first.

    Raises:
        AssertionError: what draws Help now or People has read the package already.
    """
    for name in AT_OPENING:
        importlib.import_module(name)
    assert "phonenumbers" not in sys.modules
    from views.numbers import normalised

    took: dict[str, float] = {}
    clock = clock_here()
    began = clock()
    importlib.import_module("phonenumbers")
    took["import of the package"] = clock() - began
    for typed, country in NUMBERS:
        began = clock()
        normalised(typed, country)
        took[f"{typed} in {country}"] = clock() - began
    return took
