"""Measures, by the page's own clock, when each phase of a breath stands on the screen for a screen reader."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import Any

from playwright.sync_api import Page

# Notes each new word with the milliseconds of `performance.now()`, as soon as Flutter has put it into its tree.
WATCH = """(words) => {
    const host = document.querySelector("flt-semantics-host");
    window.breaths = [];
    const look = () => {
        const html = host.innerHTML;
        if (!html.includes("Follow the circle")) return; // a skill's own steps may say the same words
        const word = words.find((word) => html.includes(word));
        if (word && window.breaths.at(-1)?.[0] !== word) window.breaths.push([word, performance.now()]);
    };
    new MutationObserver(look).observe(host, { subtree: true, childList: true, characterData: true, attributes: true });
}"""
Seen = list[tuple[str, float]]


def watch(page: Page, words: tuple[str, ...]) -> None:
    """Begin to note the words."""
    page.evaluate(WATCH, list(words))


def seen(page: Page) -> Seen:
    """What was noted, with the milliseconds."""
    found: list[Any] = page.evaluate("() => window.breaths")
    return [(word, at) for word, at in found]


def length_errors(noted: Seen, milliseconds: dict[str, float]) -> list[tuple[str, float]]:
    """How much longer (or shorter, below 0) each whole phase stood than it was to.

    In for 4010 ms of 4000: [("Breathe in", 10.0)]; the last phase, whose end was not seen, is left out.
    """
    return [(word, then - at - milliseconds[word]) for (word, at), (_, then) in pairwise(noted)]


def drift(noted: Seen, milliseconds: dict[str, float]) -> float:
    """How much later the last tenth of the words came than the first tenth, each against the plan."""
    late, due = [], 0.0
    for word, at in noted:
        late.append(at - due)
        due += milliseconds[word]
    some = max(1, len(late) // 10)
    return median(late[-some:]) - median(late[:some])
