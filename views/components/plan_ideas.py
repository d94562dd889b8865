"""Questions that help to find words for a part of the plan; the person answers them in their own. Imports `domain` and
`views`.

They fill in nothing, and name nobody and nothing that could do harm: for a safer space they ask for people and places
alone.
"""

from __future__ import annotations

from domain.plan import Part
from views.words import _


def ideas_for(part: Part) -> tuple[str, ...]:
    """A few questions for a part."""
    return {**_every_day(), **_signs(), **_answers(), **_crisis(), **_decided()}[part]


def _every_day() -> dict[Part, tuple[str, ...]]:
    return {
        Part.STEADY: (
            _("What do you do on a day that goes well?"),
            _("What helps you sleep, and what gives you rest?"),
            _("Who or what do you like to see each day?"),
        ),
        Part.AFTER: (
            _("What can wait until you are stronger?"),
            _("What was the first good thing, last time?"),
            _("Whom would you like to thank, or talk to?"),
            _("What did this time teach you about your plan?"),
        ),
    }


def _signs() -> dict[Part, tuple[str, ...]]:
    return {
        Part.TRIGGERS: (
            _("Which dates, places or news are hard for you?"),
            _("What makes a day too full?"),
            _("When did you last feel thrown? What came before?"),
        ),
        Part.EARLY_SIGNS: (
            _("What would a friend notice first?"),
            _("What happens with your sleep, food or phone?"),
            _("What do you stop doing?"),
        ),
        Part.HARDER_SIGNS: (
            _("What is different when days get heavier?"),
            _("What do you tell yourself then?"),
            _("What gets too much?"),
        ),
        Part.CRISIS_SIGNS: (
            _("How do you know that it is more than a hard day?"),
            _("What do you think, feel or do then?"),
            _("What could others see?"),
        ),
    }


def _answers() -> dict[Part, tuple[str, ...]]:
    return {
        Part.TRIGGER_ANSWERS: (
            _("What helps you come down again?"),
            _("What can you put off or leave out?"),
            _("Who could you tell?"),
        ),
        Part.EARLY_ANSWERS: (
            _("What small thing helped last time?"),
            _("What would you like to do less of?"),
            _("Who could hear one word from you?"),
        ),
        Part.HARDER_ANSWERS: (
            _("What is enough for such a day?"),
            _("Who can take something off you?"),
            _("Which appointment could come sooner?"),
        ),
    }


def _crisis() -> dict[Part, tuple[str, ...]]:
    return {
        Part.ALONE: (
            _("What calms your body, even a little?"),
            _("What keeps your hands or head busy?"),
            _("What carried you through the last hour like this?"),
        ),
        Part.COMPANY: (
            _("With whom can you be, without having to explain?"),
            _("Where are people around you, and you feel all right?"),
            _("What could you watch or do with somebody?"),
        ),
        Part.ASK: (
            _("Who would want to know?"),
            _("Who comes, and who listens on the phone?"),
            _("What would you like to say to them?"),
        ),
        Part.SERVICES: (
            _("Who helps you in their work? A doctor, a nurse, a team?"),
            _("Which line or place is open at night?"),
            _("Where would you go if you had to?"),
        ),
        Part.SAFER: (
            _("Who can help you with this?"),
            _("Who can keep things for you for a while?"),
            _("Where can you be until it passes?"),
        ),
        Part.REASONS: (
            _("Who or what would you like to see again?"),
            _("What are you curious about?"),
            _("What has held you until today?"),
        ),
    }


def _decided() -> dict[Part, tuple[str, ...]]:
    return {
        Part.WANTED: (
            _("What helps you when you cannot say it?"),
            _("Which care was good for you before?"),
            _("What would you like to have with you?"),
        ),
        Part.UNWANTED: (
            _("What made things worse before?"),
            _("What frightens you, or hurts your dignity?"),
        ),
        Part.DECIDERS: (
            _("Who knows what matters to you?"),
            _("Have you asked them? What did you tell them?"),
        ),
        Part.NOT_DECIDERS: (
            _("Who is better left out of this?"),
            _("Who is not to be told?"),
        ),
    }
