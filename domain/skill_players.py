"""How a coping skill is played: what each player needs to know. Imports `domain` only.

Every value is frozen and checked when made: Wordless for what has no words, TooLong for what does not fit, OutOfRange
for a number off its scale.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.errors import OutOfRange, TooLong, Wordless
from domain.models import within

LONGEST_TITLE = 200  # characters
LONGEST_LINE = 1_000
MOST_LINES = 100
MOST_SECONDS = 180 * 60


@dataclass(frozen=True)
class Breathing:
    """A pattern to breathe by, in seconds; 0 leaves a phase out.

    `sip` is a second, small breath in on top of the first. Raises OutOfRange.
    """

    inward: float
    hold: float
    outward: float
    rest: float
    sip: float = 0

    def __post_init__(self) -> None:
        if not all(0 <= seconds <= 60 for seconds in (self.inward, self.sip, self.hold, self.outward, self.rest)):
            raise OutOfRange("seconds of a breath")
        if not self.inward or not self.outward:
            raise OutOfRange("a breath goes in and out")

    @property
    def cycle(self) -> float:
        """Seconds of one whole breath."""
        return self.inward + self.sip + self.hold + self.outward + self.rest

    def breaths(self, minutes: int) -> int:
        """How many whole breaths come nearest to so many minutes, at least one; so that none is cut short.

        4 in and 6 out: 6 in one minute, 12 in two. Box breathing, 16 seconds each: 8 in two minutes (128 seconds).
        """
        return max(1, int(minutes * 60 / self.cycle + 0.5))


@dataclass(frozen=True)
class Page:
    """So many things to notice, and what they are: 5, "things you can see"."""

    count: int
    words: str

    def __post_init__(self) -> None:
        within(self.count, range(1, 11), "things to notice")
        check_words(self.words, LONGEST_TITLE)


@dataclass(frozen=True)
class Line:
    """Words that stand for so many seconds."""

    words: str
    seconds: int

    def __post_init__(self) -> None:
        within(self.seconds, range(1, 601), "seconds of a line")
        check_words(self.words, LONGEST_LINE)


@dataclass(frozen=True)
class Grounding:
    """One page after the other, without a clock."""

    pages: tuple[Page, ...]

    def __post_init__(self) -> None:
        check_lines(len(self.pages))


@dataclass(frozen=True)
class Steps:
    """The skill's own steps, one at a time."""


@dataclass(frozen=True)
class Timer:
    """Time that runs, with a calm end."""

    seconds: int

    def __post_init__(self) -> None:
        within(self.seconds, range(1, MOST_SECONDS + 1), "seconds")


@dataclass(frozen=True)
class Reflection:
    """Questions to answer in writing; what is written stays private."""

    prompts: tuple[str, ...]

    def __post_init__(self) -> None:
        check_lines(len(self.prompts))
        for prompt in self.prompts:
            check_words(prompt, LONGEST_LINE)


@dataclass(frozen=True)
class Paced:
    """Lines that follow one another at their own pace."""

    lines: tuple[Line, ...]

    def __post_init__(self) -> None:
        check_lines(len(self.lines))

    @property
    def seconds(self) -> int:
        """How long all of them take."""
        return sum(line.seconds for line in self.lines)


@dataclass(frozen=True)
class Message:
    """Drafts to send to somebody; nothing is sent unless the person does."""

    lines: tuple[str, ...]

    def __post_init__(self) -> None:
        check_lines(len(self.lines))
        for line in self.lines:
            check_words(line, LONGEST_LINE)


Player = Breathing | Grounding | Steps | Timer | Reflection | Paced | Message


def check_words(text: str, longest: int) -> None:
    """See that there are words, and that they fit. Raises Wordless or TooLong."""
    if not text.strip():
        raise Wordless("no words")
    if len(text) > longest:
        raise TooLong("more characters than fit")


def check_lines(count: int) -> None:
    """See that there is a line at least, and not too many. Raises Wordless or TooLong."""
    if not count:
        raise Wordless("no lines")
    if count > MOST_LINES:
        raise TooLong("more lines than fit")
