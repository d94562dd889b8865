"""The coping skills, what helped, and what was written: apart from the rest of the state, as the goals are.

Imports `domain`, Flet and `views.shelf`.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import flet as ft

from domain.models import utc_instant
from domain.skill_choices import SkillChoices, Writing, begun_lately
from domain.skill_counts import Tally, tally
from domain.skill_ranking import Suggestion, breath, ranked, suggestion
from domain.skill_search import Filter, fitting, named_first, starting_filter
from domain.skills import Helped, Skill, Use
from views.begun import Begun
from views.doing import AimsOwner
from views.shelf import Shelf
from views.single import Single
from views.written import Written

SKILL_CHOICES = "skill_choices"  # the table of one value
WRITINGS = "writings"  # a table


@ft.observable
class Practice:
    """What the skill screens show, and every action that changes it. `built_in` are the skills that ship with Tend."""

    def __init__(self, owner: AimsOwner, built_in: Sequence[Skill] = ()) -> None:
        self._owner = owner
        self.built_in = tuple(built_in)
        self.skills: Shelf[Skill] = Shelf(owner, "skills", self.notify)
        self.uses: Shelf[Use] = Shelf(owner, "uses", self.notify)
        self.writings = Written(owner, WRITINGS, self.notify)
        self._choices = Single(owner, SKILL_CHOICES, SkillChoices(), self.notify)
        self._tally: Tally | None = None  # made when somebody looks: ten years of uses take a while
        self.deleted: Skill | Writing | None = None  # the last one, until the person leaves the screen
        self.looked_for: tuple[int | None, Filter] | None = None  # with the energy there was when it was chosen
        self.playing = Begun()  # skills being played, by their ids
        self.drafts = Begun()  # skills begun and not saved yet, by their place in the route

    @property
    def shelves(self) -> tuple[Shelf[Any] | Single[Any], ...]:
        """Everything that may be unsaved."""
        return self.skills, self.uses, self.writings, self._choices

    @property
    def choices(self) -> SkillChoices:
        """What the person chose about skills; what the device refused stands, and is tried again."""
        return self._choices.value

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        for shelf in self.shelves:
            shelf.adopt()
        self._tally = None
        self.drafts.take_out()
        self.playing.take_out()
        self.notify()

    def forget(self) -> None:
        """Show nothing of the person's, until `adopt`; what is unsaved waits."""
        for shelf in self.shelves:
            shelf.forget()
        self._tally, self.looked_for = None, None
        self.drafts.put_away()
        for play in self.playing.values():
            play.run.hold()
        self.playing.put_away()
        self.leave()
        self.notify()

    @property
    def runs(self) -> bool:
        """True while a skill runs by itself: the person follows it, and touches nothing."""
        return any(play.run.is_running for play in self.playing.values())

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.deleted = None

    @property
    def wanted(self) -> Filter:
        """What the person looks for: what fits the energy there is, until they choose; anew when it changes."""
        energy = self._owner.energy
        return self.looked_for[1] if self.looked_for and self.looked_for[0] == energy else starting_filter(energy)

    def look_for(self, wanted: Filter) -> None:
        """Choose what to look for."""
        self.looked_for = (self._owner.energy, wanted)

    @property
    def tally(self) -> Tally:
        """What was tried and what helped."""
        if self._tally is None:
            self._tally = tally(self.uses.all())
        return self._tally

    def all(self) -> tuple[Skill, ...]:
        """Every skill there is, hidden ones included."""
        return (*self.built_in, *self.skills.all())

    def get(self, skill_id: str) -> Skill | None:
        """The skill with this id, if there is one."""
        return next((skill for skill in self.all() if skill.id == skill_id), None)

    def found(self, wanted: Filter) -> tuple[Skill, ...]:
        """The skills that fit, bookmarked and helpful ones first, without the hidden ones."""
        choices = self.choices
        hidden = frozenset(choices.hidden)
        found = fitting(self.all(), wanted)
        order = ranked(found, self.tally, frozenset(choices.favourites), self._owner.energy, hidden)
        return named_first(order, wanted.words) if wanted.words.strip() else order

    def suggested(self) -> Suggestion | None:
        """The one skill for Today, with its reason; never one that was turned down today.

        It serves the need that is looked for, as long as one is left that does.
        """
        asked = self._seen(), self.tally, self._owner.energy, self._owner.now.hour, self._refused()
        need = self.wanted.need
        return (suggestion(*asked, need) if need else None) or suggestion(*asked)

    def breath(self) -> Skill | None:
        """The breathing exercise that is at hand whatever is suggested."""
        return breath(self._seen(), self.tally, self._owner.energy, self._refused())

    def _seen(self) -> list[Skill]:
        return [skill for skill in self.all() if skill.id not in self.choices.hidden]

    def _refused(self) -> frozenset[str]:
        return frozenset(self.choices.refused_today(self._owner.now.date()))

    def new_use(self, skill: Skill, mood: int | None = None) -> Use:
        """A skill is being used, from now on; `used` notes it."""
        at, offset = utc_instant(self._owner.now)
        return Use(_new_id(), skill.id, at, offset, energy=self._owner.energy, mood_before=mood)

    async def helped(self, use: Use, answer: Helped | None) -> None:
        """Answer "did that help?"."""
        await self.used(replace(self.uses.get(use.id) or use, helped=answer))

    async def feels(self, use: Use, **after: int | None) -> None:
        """Note the energy (`energy_after`) or mood (`mood_after`) afterwards."""
        await self.used(replace(self.uses.get(use.id) or use, **after))

    async def used(self, use: Use) -> None:
        """Note that a skill is being used, or what came of it."""
        before = self.uses.get(use.id)
        if self._tally is not None:
            self._tally = (self._tally.without(before) if before else self._tally).and_one(use)
        await self.uses.keep(use)
        if self._tally is not None and self._tally.tried != len(self.uses.all()):
            self._tally = None  # other uses came in beside it, from another window
        self.notify()

    async def not_used(self, use: Use) -> None:
        """Closed at once: as if it had never been opened."""
        known = self.uses.get(use.id)
        if known and await self.uses.delete(use.id):
            self._tally = self._tally.without(known) if self._tally is not None else None
            self.notify()

    async def write(self, writing: Writing) -> None:
        """Keep what was written; with nothing left in it, it goes."""
        await self.writings.keep(writing)

    def page_for(self, skill: Skill) -> Writing:
        """The page of a skill that was begun a short while ago, or an empty one."""
        return begun_lately(self.writings.all(), skill.id, self._owner.now) or self.new_writing(skill)

    def new_writing(self, skill: Skill) -> Writing:
        """An empty page for a skill's questions."""
        at, offset = utc_instant(self._owner.now)
        return Writing(_new_id(), skill.id, skill.name, at, offset)

    async def save_skill(self, skill: Skill) -> None:
        """Keep an own skill, new or changed."""
        await self.skills.keep(replace(skill, is_own=True))

    def copy_of(self, skill: Skill) -> Skill:
        """An own skill that begins as this one."""
        return replace(skill, id=_new_id(), is_own=True, tradition="", source="", checked_on=None)

    def copy_begun(self, skill: Skill) -> str | None:
        """The place of a copy of this skill that was begun and is not saved, among the drafts."""
        copied = self.copy_of(skill)
        found = (place for place, draft in self.drafts.items() if draft.base == replace(copied, id=place))
        return next((place for place in found if self.skills.get(place) is None), None)

    async def delete(self, skill: Skill) -> None:
        """Delete an own skill; `undo_delete` brings it back."""
        if await self.skills.delete(skill.id):
            self.deleted = skill

    async def delete_writing(self, writing: Writing) -> None:
        """Delete what was written; `undo_delete` brings it back."""
        if await self.writings.delete(writing.id):
            self.deleted = writing

    async def undo_delete(self) -> None:
        """Bring what was deleted last back as it was."""
        gone, self.deleted = self.deleted, None
        if isinstance(gone, Writing):
            await self.writings.keep(gone)
        elif gone:
            await self.skills.keep(gone)

    async def bookmark(self, skill: Skill) -> None:
        """Bookmark a skill, or no longer."""
        await self._choose(self.choices.with_favourite(skill.id))

    async def hide(self, skill: Skill) -> None:
        """Hide a skill, or show it again."""
        await self._choose(self.choices.with_hidden(skill.id))

    async def keep_still(self, is_still: bool) -> bool:
        """Have the circle stand still, or move; the answer says whether the device took it."""
        return await self._choose(replace(self.choices, is_still=is_still))

    async def buzz(self, buzzes: bool) -> bool:
        """Begin each phase of a breath with a buzz, or no longer; answers as `keep_still`."""
        return await self._choose(replace(self.choices, buzzes=buzzes))

    async def refuse(self, skill: Skill) -> None:
        """Not this one today."""
        await self._choose(self.choices.and_refused(skill.id, self._owner.now.date()))

    async def _choose(self, choices: SkillChoices) -> bool:
        return await self._choices.keep(choices)


def _new_id() -> str:
    return uuid.uuid4().hex
