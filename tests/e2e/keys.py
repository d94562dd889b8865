"""A person who has a keyboard and no pointer: finds what has a name with Tab, and presses it."""

from __future__ import annotations

import time

from tests.e2e.phone import Phone, until

# What has the focus, as a screen reader names it.
FOCUSED = """() => {
    const node = document.activeElement;
    return (node?.getAttribute("aria-label") || node?.innerText || "").trim().replace(/\\s+/g, " ");
}"""
MOST = 60  # things to pass on one screen


class Keys:
    """The keyboard of a phone's browser."""

    def __init__(self, phone: Phone) -> None:
        self._phone, self._page = phone, phone.page

    def focused(self) -> str:
        """The name of what has the focus."""
        return str(self._page.evaluate(FOCUSED))

    def reach(self, name: str) -> None:
        """Tab until what is called so has the focus.

        Raises:
            AssertionError: Tab does not lead there.
        """
        passed = []
        for _ in range(MOST):
            self._page.keyboard.press("Tab")
            time.sleep(0.1)  # Flutter moves the focus in its next frame
            passed.append(self.focused())
            if passed[-1] == name:
                return
        raise AssertionError(f"Tab does not lead to {name!r}; it passed {sorted(set(passed))}")

    def press(self, name: str, key: str = "Enter") -> None:
        """Reach a button and press it."""
        self._phone.button(name).first.wait_for(state="attached")
        self.reach(name)
        self._page.keyboard.press(key)

    def write(self, words: str) -> None:
        """Type where the focus is."""
        self._page.keyboard.type(words, delay=10)

    def sees(self, words: str) -> None:
        """Wait until words stand on the screen."""
        until(lambda: words in str(self._page.evaluate("() => document.querySelector('flutter-view').innerText")))
