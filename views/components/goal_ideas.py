"""Ideas for the tiny size of a goal, in words. Imports `domain` and `views`."""

from __future__ import annotations

from domain.ideas import Idea
from views.words import _


def idea_words(idea: Idea) -> str:
    """An idea as it is offered; the person may change it."""
    return {
        Idea.SHOES: _("Put the shoes by the door"),
        Idea.BOOK: _("Open the book"),
        Idea.MINUTE: _("Do one minute"),
        Idea.KIND_LINE: _("Write one kind line"),
        Idea.PLANT: _("Look at one plant"),
        Idea.TOOL: _("Lay out one tool"),
        Idea.HELLO: _("Say hello to one person"),
        Idea.QUIET: _("Sit quietly for one minute"),
        Idea.FIRST_STEP: _("Write down the first step"),
        Idea.SONG: _("Hear one song"),
        Idea.OUTSIDE: _("Step outside for a breath"),
        Idea.DRAWING: _("Draw one line"),
        Idea.CORNER: _("Clear one corner"),
    }[idea]
