"""A skill that belongs to a goal: picked in the form, kept, started from the card, and gone without harm."""

from __future__ import annotations

from dataclasses import replace

from domain.goals import Goal
from domain.skill_choices import SkillChoices
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords
from tests.views.goal_samples import SWIM, kept, records
from tests.views.test_suggestion import BREATH, SENSES


def with_skills(*goals: Goal) -> FakeRecords:
    """These goals, and two skills of the person's own."""
    found = records(*goals)
    found.skills.kept = {skill.id: skill for skill in (BREATH, SENSES)}
    return found


async def test_a_skill_is_picked_kept_and_started_from_the_card(launch: Launch) -> None:
    app = await launch(route="/goals/swim", records=with_skills(SWIM))
    await app.tap("More")
    await app.tap("Add a skill")
    await app.tap("Five things I can see")
    await app.tap("Save goal")
    assert [goal.skill_id for goal in kept(app)] == [SENSES.id]
    await app.go("/goals")
    await app.tap("Start: Five things I can see")
    assert app.page.route == f"/skills/{SENSES.id}/play"


async def test_a_skill_that_was_deleted_leaves_the_goal_as_it_is(launch: Launch) -> None:
    gone = replace(SWIM, skill_id="gone")
    app = await launch(route="/goals", records=with_skills(gone))
    assert not app.sees("Start: ")
    await app.go("/goals/swim")
    assert "No skill, chosen" in app.buttons()
    assert kept(app) == [gone]


async def test_what_was_bookmarked_comes_first(launch: Launch) -> None:
    found = with_skills(replace(SWIM, skill_id=BREATH.id))
    found.skill_choices.kept = SkillChoices(favourites=(SENSES.id,))
    app = await launch(route="/goals/swim", records=found)
    names = [name for name in app.buttons() if name.startswith((SENSES.name, BREATH.name))]
    assert names == [SENSES.name, f"{BREATH.name}, chosen"]
