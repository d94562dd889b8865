"""Ideas for the tiny size of a goal: which to offer, by what the goal grows from. Imports `domain` only.

Their words are made in `views/components/goal_ideas.py`.
"""

from __future__ import annotations

from enum import StrEnum

from domain.goals import Area

OFFERED = 3  # at once


class Idea(StrEnum):
    """Something that takes about a minute."""

    SHOES = "shoes"  # put them by the door
    BOOK = "book"  # open it
    MINUTE = "minute"  # of anything
    KIND_LINE = "kind line"  # write one
    PLANT = "plant"  # look at one
    TOOL = "tool"  # lay one out
    HELLO = "hello"  # say it to one person
    QUIET = "quiet"  # sit so for a minute
    FIRST_STEP = "first step"  # write it down
    SONG = "song"  # hear one
    OUTSIDE = "outside"  # step there
    DRAWING = "drawing"  # one line of it
    CORNER = "corner"  # clear one


USUAL = (Idea.SHOES, Idea.BOOK, Idea.MINUTE)
FITTING = {
    Area.LOVED: (Idea.KIND_LINE, Idea.HELLO),
    Area.FRIENDS: (Idea.KIND_LINE, Idea.HELLO),
    Area.FAMILY: (Idea.KIND_LINE, Idea.HELLO),
    Area.PARTNER: (Idea.KIND_LINE, Idea.SONG),
    Area.PARENTING: (Idea.SONG, Idea.KIND_LINE),
    Area.GROWING: (Idea.PLANT, Idea.TOOL),
    Area.MAKING: (Idea.TOOL, Idea.DRAWING),
    Area.CREATIVITY: (Idea.DRAWING, Idea.TOOL),
    Area.LEARNING: (Idea.BOOK, Idea.FIRST_STEP),
    Area.HELPING: (Idea.HELLO, Idea.KIND_LINE),
    Area.COMMUNITY: (Idea.OUTSIDE, Idea.HELLO),
    Area.FAITH: (Idea.QUIET, Idea.BOOK),
    Area.BODY: (Idea.SHOES, Idea.OUTSIDE),
    Area.PLAY: (Idea.SONG, Idea.DRAWING),
    Area.WORK: (Idea.FIRST_STEP, Idea.TOOL),
    Area.HOME: (Idea.CORNER, Idea.PLANT),
}


def ideas(area: Area | None) -> tuple[Idea, ...]:
    """Three ideas, those that fit the area first; without one, or for an area in own words, the usual ones.

    >>> [idea.value for idea in ideas(Area.GROWING)]
    ['plant', 'tool', 'shoes']
    >>> ideas(None) == USUAL
    True
    """
    first = FITTING.get(area, ()) if area else ()
    return (*first, *(idea for idea in USUAL if idea not in first))[:OFFERED]
