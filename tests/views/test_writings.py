"""What I wrote: the latest first, opened in its place, deleted with a way back."""

from __future__ import annotations

import pytest

from domain.errors import StorageFull
from domain.models import utc_instant
from domain.skill_choices import Writing
from domain.skill_players import Reflection
from domain.skills import Skill
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.skill_samples import records

NOTHING = "Nothing here yet. Skills with questions keep your answers here."


def writing(id: str, name: str, days_ago: int, *answers: tuple[str, str]) -> Writing:
    at, offset = utc_instant(local("8:30", days_ago))
    return Writing(id, "gone", name, at, offset, answers)


LINE = writing("a", "One line why", 0, ("What matters?", "The river."))
WORRY = writing("b", "Park the worry", 1, ("What is it?", ""), ("When?", "At six,\nwith tea."))
ASKING = Skill("r", "One line why", player=Reflection(("What matters?",)))
LINE_FOLDED, WORRY_FOLDED = "One line why Today, 8:30 The river.", "Park the worry Yesterday, 8:30 At six,\nwith tea."


async def opened(launch: Launch, *writings: Writing) -> Driver:
    return await launch(route="/writings", records=records(writings=writings))


def written(app: Driver) -> list[Writing]:
    return list(app.records.writings.all())


async def test_without_any_it_says_where_they_come_from(launch: Launch) -> None:
    app = await opened(launch)
    assert NOTHING in app.words()


async def test_the_latest_stands_first_with_its_day_and_how_it_begins(launch: Launch) -> None:
    app = await opened(launch, WORRY, LINE)
    assert [name for name in app.buttons() if "8:30" in name] == [LINE_FOLDED, WORRY_FOLDED]
    assert "It stays with you." in app.words()
    assert "What matters?" not in app.words()


async def test_a_tap_opens_every_answer_with_its_question_and_another_folds_it(launch: Launch) -> None:
    app = await opened(launch, WORRY)
    await app.tap(WORRY_FOLDED)
    words = app.words()
    assert words[words.index("When?") :] == ["When?", "At six,\nwith tea.", "Delete"]
    assert "What is it?" not in words
    await app.tap("Park the worry, open Yesterday, 8:30")
    assert "When?" not in app.words()


async def test_deleting_can_be_undone(launch: Launch) -> None:
    app = await opened(launch, WORRY, LINE)
    await app.tap(WORRY_FOLDED)
    await app.tap("Delete")
    assert (written(app), "Deleted." in app.words()) == ([LINE], True)
    await app.tap("Undo")
    assert written(app) == [WORRY, LINE]
    assert "Deleted." not in app.words()


async def test_a_refused_deletion_leaves_it_and_says_why(launch: Launch) -> None:
    app = await opened(launch, LINE)
    app.records.writings.refuse = StorageFull("quota")
    await app.tap(LINE_FOLDED)
    await app.tap("Delete")
    assert {"There is no room left here.", "The river."} <= set(app.words())
    assert "Deleted." not in app.words()


@pytest.mark.parametrize("count", [12, 13])
async def test_twelve_come_first(launch: Launch, count: int) -> None:
    app = await opened(launch, *(writing(f"{n:02}", f"Page {n}", n) for n in range(count)))
    assert app.sees("Page 11")
    assert not app.sees("Page 12")
    assert ("Show more" in app.buttons()) is (count == 13)
    if count == 13:
        await app.tap("Show more")
        assert app.sees("Page 12")
        assert "Show more" not in app.buttons()


async def test_each_opens_by_itself(launch: Launch) -> None:
    app = await opened(launch, WORRY, LINE)
    await app.tap(LINE_FOLDED)
    assert WORRY_FOLDED in app.buttons()
    assert "What matters?" in app.words()


async def test_a_page_that_was_emptied_goes_once_the_device_lets_it(launch: Launch) -> None:
    app = await launch(route="/skills/r/play", records=records(built_in=(ASKING,)))
    await app.write("My words", "The river.")
    app.records.writings.refuse = StorageFull("quota")
    await app.write("My words", "")
    assert "There is no room left here." in app.words()
    await app.go("/writings")
    assert (app.sees("The river."), app.sees("One line why"), len(written(app))) == (False, False, 1)
    app.records.writings.refuse = None
    await app.state.try_again()
    assert (written(app), app.state.is_refused) == ([], False)


async def test_words_written_anew_on_an_emptied_page_stay(launch: Launch) -> None:
    app = await launch(route="/skills/r/play", records=records(built_in=(ASKING,)))
    app.records.writings.refuse = StorageFull("quota")
    await app.write("My words", "The river.")
    await app.write("My words", "")
    await app.write("My words", "The sea.")
    app.records.writings.refuse = None
    await app.state.try_again()
    assert [page.answers for page in written(app)] == [(("What matters?", "The sea."),)]
