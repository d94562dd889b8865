"""The person's own words for steps and feelings, wherever they are shown; what is kept stays as it was."""

from __future__ import annotations

import pytest

from domain.models import Feeling, Preferences
from storage import check_in_csv
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords


async def test_a_step_has_the_persons_name_in_every_place_it_is_shown(launch: Launch) -> None:
    app = await launch(made("9:10", mood=2, energy=1), route="/settings/words")
    await app.write("Mood, 2 of 5", "Grey")
    await app.write("Energy, 1 of 5", "Flat out")
    assert app.records.preferences.kept == Preferences(
        moods=("", "Grey", "", "", ""), energies=("Flat out", "", "", "", "")
    )
    await app.go("/history")
    assert {"Grey", "Flat out"} <= set(app.words())
    assert not {"Hard", "Empty"} & set(app.words())
    await app.go("/")
    assert app.sees("Flat out at 9:10")


async def test_what_is_exported_stays_numbers(launch: Launch) -> None:
    app = await launch(made("9:10", mood=2), route="/settings/words")
    before = check_in_csv.written(app.records.check_ins.all())
    await app.write("Mood, 2 of 5", "Grey")
    assert check_in_csv.written(app.records.check_ins.all()) == before
    assert b"Grey" not in before


async def test_an_emptied_name_is_tends_own_again(launch: Launch) -> None:
    app = await launch(route="/settings/words")
    await app.write("Mood, 2 of 5", "Grey")
    await app.write("Mood, 2 of 5", "")
    assert app.records.preferences.kept == Preferences()
    await app.go("/")
    assert "Mood, Hard, 2 of 5" in app.buttons()


async def test_both_scales_go_back_to_tends_own_words_at_once_with_a_way_back(launch: Launch) -> None:
    app = await launch(route="/settings/words")
    await app.write("Mood, 2 of 5", "Grey")
    await app.tap("Tend's own words for both")
    assert app.records.preferences.kept == Preferences()
    assert app.field("Mood, 2 of 5").value == "Hard"
    assert "Tend's own words for both" not in app.buttons()
    await app.tap("Undo")
    assert app.records.preferences.kept == Preferences(moods=("", "Grey", "", "", ""))
    assert app.field("Mood, 2 of 5").value == "Grey"
    assert "Undo" not in app.buttons()


async def test_a_renamed_step_goes_back_as_it_was_before_the_first_letter(launch: Launch) -> None:
    app = await launch(route="/settings/words")
    await app.write("Energy, 1 of 5", "Flat out")
    for words in ("Har", "", "Grey"):
        await app.write("Mood, 2 of 5", words)
    assert "Your word is changed." in app.words()
    await app.tap("Undo")
    assert app.records.preferences.kept == Preferences(energies=("Flat out", "", "", "", "")), "what came before stays"
    assert app.field("Mood, 2 of 5").value == "Hard"
    assert app.field("Energy, 1 of 5").value == "Flat out"
    assert "Undo" not in app.buttons()


async def test_a_renamed_feeling_goes_back_and_what_was_done_since_stays(launch: Launch) -> None:
    app = await launch(
        records=FakeRecords((), Preferences(feelings=(Feeling("flat", "empty"),))), route="/settings/words"
    )
    for words in ("far", "far away"):
        await app.write("flat", words)
    await app.tap("Undo")
    assert app.field("flat").value == "empty"
    await app.write("flat", "far away")
    await app.tap("Do not offer: far away")
    await app.tap("Undo")
    assert app.records.preferences.kept.feelings == (Feeling("flat", "empty", is_hidden=True),)
    assert app.field("flat").value == "empty"
    assert "Undo" not in app.buttons()


@pytest.mark.parametrize(("field", "word"), [("Mood, 2 of 5", "Hard"), ("flat", "flat")])
async def test_a_word_typed_back_or_refused_leaves_nothing_to_undo(launch: Launch, field: str, word: str) -> None:
    app = await launch(route="/settings/words")
    assert "Undo" not in app.buttons()
    await app.write(field, "G" * 41)
    assert "Undo" not in app.buttons()
    await app.write(field, "Grey")
    assert "Undo" in app.buttons()
    await app.write(field, word)
    assert "Undo" not in app.buttons()


async def test_a_renamed_word_stands_once_the_person_left(launch: Launch) -> None:
    app = await launch(route="/settings")
    await app.tap("My words Tend's own so far.")
    await app.write("Mood, 2 of 5", "Grey")
    assert "Undo" in app.buttons()
    await app.tap("Back")
    await app.tap("My words Some are mine.")
    assert "Undo" not in app.buttons()


async def test_a_name_that_would_not_fit_under_its_step_is_refused_and_the_one_before_stays(launch: Launch) -> None:
    app = await launch(route="/settings/words")
    await app.write("Mood, 2 of 5", "Grey")
    await app.write("Mood, 2 of 5", "G" * 17)
    assert app.field("Mood, 2 of 5").error == "This is too long. Up to 16 letters fit."
    assert app.records.preferences.kept.moods[1] == "Grey"


async def test_a_feeling_is_renamed_in_the_sheet_and_in_the_history(launch: Launch) -> None:
    app = await launch(made("9:10", mood=2, feelings=("flat",)), route="/settings/words")
    await app.write("flat", "far away")
    assert app.records.preferences.kept.feelings == (Feeling("flat", "far away"),)
    await app.go("/history")
    assert app.sees("far away")
    assert app.records.check_ins.all()[0].feelings == ("flat",)
    await app.go("/check-in/now")
    assert "far away, chosen" in app.buttons()


async def test_a_hidden_feeling_is_offered_no_more_but_stays_where_it_was_chosen(launch: Launch) -> None:
    app = await launch(made("8:00", mood=2, feelings=("lonely",)), route="/settings/words")
    await app.tap("Do not offer: lonely")
    await app.tap("Do not offer: worried")
    assert app.sees("Not offered any more.")
    await app.go("/check-in/now")
    assert not {"lonely", "worried"} & set(app.buttons())
    await app.go("/history")
    assert app.sees("lonely")
    await app.go("/settings/words")
    await app.tap("Offer again: worried")
    await app.go("/check-in/now")
    assert "worried" in app.buttons()


async def test_an_added_word_is_offered_before_it_was_ever_used(launch: Launch) -> None:
    app = await launch(route="/settings/words")
    await app.tap("Add a word")
    await app.write("A word of my own", " shaky ")
    await app.tap("Add")
    assert app.records.preferences.kept.feelings == (Feeling("shaky"),)
    await app.go("/check-in/now")
    await app.tap("shaky")
    assert app.records.check_ins.all()[0].feelings == ("shaky",)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("  ", "Add a few words, or go back."), ("x" * 41, "This is too long. Up to 40 letters fit.")],
)
async def test_a_word_that_cannot_be_kept_is_refused_with_one_sentence(
    launch: Launch, words: str, sentence: str
) -> None:
    app = await launch(route="/settings/words")
    await app.tap("Add a word")
    await app.write("A word of my own", words)
    await app.tap("Add")
    assert app.field("A word of my own").error == sentence
    assert app.records.preferences.kept == Preferences()


async def test_own_words_are_there_on_the_next_start_and_lie_in_the_records_alone(clock: FakeClock) -> None:
    chosen = Preferences(moods=("", "Grey", "", "", ""), feelings=(Feeling("flat", "far away"),))
    app = await Driver(FakeRecords((), chosen), clock).start()
    assert "Mood, Grey, 2 of 5" in app.buttons()
    assert app.state.preferences.looks == Preferences()


async def test_settings_says_whether_some_words_are_mine(launch: Launch) -> None:
    app = await launch(route="/settings")
    await app.tap("My words Tend's own so far.")
    await app.write("Mood, 2 of 5", "Grey")
    await app.tap("Back")
    assert "My words Some are mine." in app.buttons()


# The week


async def test_a_week_begins_where_the_person_has_it_begin(launch: Launch) -> None:
    app = await launch(route="/settings")
    assert app.page.locale_configuration.current_locale.country_code == "GB"
    await app.tap("Sunday")
    assert app.records.preferences.kept == Preferences(week_start=6)
    assert app.page.locale_configuration.current_locale.country_code == "US"
    await app.go("/goals/new")
    await app.tap("More")
    assert [name for name in app.buttons() if name.endswith("day")][:7] == [
        *("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    ]


async def test_without_a_choice_a_week_begins_as_the_phone_has_it(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEND_LOCALE", "en-US")
    app = await launch(route="/goals/new")
    await app.tap("More")
    assert next(name for name in app.buttons() if name.endswith("day")) == "Sunday"
