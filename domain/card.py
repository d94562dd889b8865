"""The wallet card: what to know when I am unwell, on 85.6 × 54 mm, and in a QR code. Pure functions.

Imports the standard library and `domain`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from math import ceil
from unicodedata import category, east_asian_width

from domain.handout import Entry, Handout, Offers, Section, Ticked, as_text, entries_of
from domain.handout_page import document, marked
from domain.plan import Part
from domain.plan_reading import is_refusal

Matrix = Sequence[Sequence[int]]  # of a QR code: 1 is dark

# A code of 644 bytes has 85 modules a side. With its margin that is half a millimetre each on the card, which a phone
# reads at arm's length; the next size up would be finer.
MOST_BYTES = 600
MOST_ROWS = 26  # of print, in two columns
ROW = 28  # small letters in a row of a column
BROAD = "mw@%—…"
SIZES = (11, "large"), (16, "medium"), (MOST_ROWS, "small")  # rows up to which the print can be so large
QUIET = 4  # modules left white around a code (ISO/IEC 18004)


class Side(StrEnum):
    """A heading of the card."""

    SIGNS = "signs"
    HELPS = "helps"
    HARMS = "harms"
    CALL = "call"
    DECIDERS = "deciders"
    NOT_DECIDERS = "not deciders"


SIDE_OF: Mapping[Part, Side] = {
    **dict.fromkeys((Part.TRIGGERS, Part.EARLY_SIGNS, Part.HARDER_SIGNS, Part.CRISIS_SIGNS), Side.SIGNS),
    **dict.fromkeys((Part.STEADY, Part.TRIGGER_ANSWERS, Part.EARLY_ANSWERS, Part.HARDER_ANSWERS), Side.HELPS),
    **dict.fromkeys((Part.ALONE, Part.COMPANY, Part.SAFER, Part.REASONS, Part.WANTED, Part.AFTER), Side.HELPS),
    Part.UNWANTED: Side.HARMS,
    Part.ASK: Side.CALL,
    Part.SERVICES: Side.CALL,
    Part.DECIDERS: Side.DECIDERS,
    Part.NOT_DECIDERS: Side.NOT_DECIDERS,
}


def card_of(
    title: str,
    offered: Iterable[Offers],
    ticked: Ticked,
    headings: Mapping[Side, str],
    names: Container[str] = (),
) -> Handout:
    """The card of what was ticked: the same lines under fewer headings, in the order of `headings`.

    A line of the plan that says whom not to call stands with what does not help; one of `names`, of people and groups,
    says no such thing.

    >>> from domain.handout import Kind, Offer
    >>> tea, noise = Offer(Kind.ITEM, "t", Entry("Tea")), Offer(Kind.ITEM, "n", Entry("Noise"))
    >>> offered = [Offers("Alone", (tea,), Part.ALONE), Offers("Not", (noise,), Part.UNWANTED)]
    >>> card = card_of("When I am unwell", offered, Ticked().flipped(tea), {Side.HELPS: "Helps", Side.HARMS: "Not"})
    >>> [(section.heading, section.entries[0].words) for section in card.sections]
    [('Helps', 'Tea')]
    """
    found: dict[Side, list[Entry]] = {side: [] for side in headings}
    for offers in offered:
        side = SIDE_OF[offers.part] if offers.part else Side.CALL
        for entry in entries_of(offers, ticked):
            refuses = side is Side.CALL and offers.part and entry.words not in names and is_refusal(entry.words)
            stand = found[Side.HARMS if refuses else side]
            if side is not Side.CALL or entry not in stand:  # somebody of the plan is among the people, too
                stand.append(entry)
    sections = [Section(headings[side], tuple(entries)) for side, entries in found.items() if entries]
    return Handout(title, "", tuple(sections))


def size(card: Handout) -> int:
    """How many bytes its code holds."""
    return len(as_text(card).encode())


def rows(card: Handout) -> int:
    """How many rows of print it takes at most, its headings counted twice for the room above them.

    >>> rows(Handout("Card", "", (Section("Helps", (Entry("Tea"), Entry("a" * 29, ("0123",)))),)))
    6
    """
    lines = [words for s in card.sections for entry in s.entries for words in (entry.words, *entry.more)]
    return sum(2 * _rows_of(section.heading) for section in card.sections) + sum(map(_lines_of, lines))


def _rows_of(line: str) -> int:
    return max(1, ceil(sum(map(_width, line)) / ROW))


def _width(letter: str) -> float:
    """In small letters; capitals and a few more are wider, Chinese and emoji twice, and marks stand over others."""
    if east_asian_width(letter) in "WF":
        return 2
    if letter.isupper() or letter in BROAD:
        return 1.5
    return 0 if category(letter).startswith("M") else 1


def fits(card: Handout) -> bool:
    """Whether all of it has room, in print and in the code."""
    return size(card) <= MOST_BYTES and rows(card) <= MOST_ROWS


def too_many(card: Handout) -> tuple[Entry, ...]:
    """The lines that have no room beside those before them; without them, the card `fits`. None is ever cut.

    >>> long, short = Entry("x" * 590), Entry("Tea")
    >>> too_many(Handout("Card", "", (Section("Helps", (short, long, short)),))) == (long,)
    True
    """
    left = Handout(card.title, card.dated, ())
    over: list[Entry] = []
    for section in card.sections:
        for entry in section.entries:
            more = _with(left, section.heading, entry)
            if fits(more):
                left = more
            else:
                over.append(entry)
    return tuple(over)


def _with(card: Handout, heading: str, entry: Entry) -> Handout:
    if card.sections and card.sections[-1].heading == heading:
        last = card.sections[-1]
        return replace(card, sections=(*card.sections[:-1], Section(heading, (*last.entries, entry))))
    return replace(card, sections=(*card.sections, Section(heading, (entry,))))


_STYLE = """
@page { size: A4; margin: 15mm; }
:root { color-scheme: light; }
body, :host { margin: 0; background: #fff; color: #000; font: 12pt/1.4 system-ui, sans-serif; }
p, h1, h2 { margin: 0; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
.card { display: flex; width: 171.2mm; margin: 6mm 0; break-inside: avoid; }
.side { box-sizing: border-box; width: 85.6mm; height: 54mm; padding: 3mm;
  border: .3mm dashed #000; }
.side:first-child { border-inline-end: 0; }
.side + .side { border-inline-start-style: dotted; display: flex; gap: 3mm; align-items: center; }
h1 { font-size: 8.5pt; line-height: 1.1; margin-bottom: .8mm; }
.columns { columns: 2; column-gap: 3mm; column-fill: balance; line-height: 1.18; }
.whole div { break-inside: avoid; }
.small { font-size: 6.5pt; }
.medium { font-size: 8.2pt; }
.large { font-size: 10pt; }
h2 { font-size: 1.06em; line-height: inherit; break-after: avoid; margin-top: .7mm; }
.columns h2:first-child { margin-top: 0; }
.words, .more { white-space: pre-wrap; }
.words::before { content: "•"; position: absolute; inset-inline-start: 0; }
.columns div { position: relative; padding-inline-start: 1.8mm; }
svg { width: 47mm; height: 47mm; flex: none; }
.side p { font-size: 8pt; line-height: 1.25; }
.columns p { font-size: inherit; line-height: inherit; }
@media screen {
  body { padding: 20px 16px 40px; }
  .card { flex-wrap: wrap; width: auto; max-width: 171.2mm; }
}
"""


def card_page(card: Handout, matrix: Matrix, cut: str, scan: str, language: str) -> str:
    """A page with both sides of the card side by side, to be cut out and folded: print, and the code of `as_text`.

    `cut` says what to do with it, `scan` what the code is for.
    """
    body = [f'<main><p class="cut">{marked(cut)}</p>', '<div class="card"><section class="side">']
    body += [f"<h1>{marked(card.title)}</h1>", f'<div class="columns {_print_size(card)}">']
    for section in card.sections:
        body.append(f"<h2>{marked(section.heading)}</h2>")
        for entry in section.entries:
            more = [f'<p class="more">{marked(words)}</p>' for words in entry.more]
            body += ['<div dir="auto">', f'<p class="words">{marked(entry.words)}</p>', *more, "</div>"]
    body += ["</div></section>", f'<section class="side">{drawn(matrix)}<p>{marked(scan)}</p></section></div></main>']
    return document(card.title, language, _STYLE, "\n".join(body))


def _print_size(card: Handout) -> str:
    """Its classes: how large its print can be, and whether each line can stand in one column whole.

    The first column may stay empty by what the longest line and a heading take; the second must have room for that.
    """
    taken = rows(card)
    room, name = next((one for one in SIZES if taken <= one[0]), SIZES[-1])
    entries = [entry for section in card.sections for entry in section.entries]
    longest = max((sum(map(_lines_of, (entry.words, *entry.more))) for entry in entries), default=0)
    return f"{name} whole" if taken + longest + 2 <= room else name


def _lines_of(words: str) -> int:
    return sum(map(_rows_of, words.splitlines() or [""]))


def drawn(matrix: Matrix) -> str:
    """A QR code as a drawing, one unit a module, with its margin.

    >>> drawn([[1, 1, 0, 1]]).split('d="')[1]
    'M4 4h2v1h-2zM7 4h1v1h-1z"/></svg>'
    """
    side = len(matrix[0]) + 2 * QUIET
    runs = [
        f"M{start + QUIET} {row + QUIET}h{length}v1h-{length}z"
        for row, modules in enumerate(matrix)
        for start, length in _runs(modules)
    ]
    box = (
        f'<svg role="img" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" xmlns="http://www.w3.org/2000/svg">'
    )
    return f'{box}<path d="{"".join(runs)}"/></svg>'


def _runs(modules: Sequence[int]) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many stand side by side."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(modules):
        if dark and found and sum(found[-1]) == place:
            found[-1] = found[-1][0], found[-1][1] + 1
        elif dark:
            found.append((place, 1))
    return found
