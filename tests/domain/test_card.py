"""The wallet card: its headings, its room, and that nothing is cut to fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.card import MOST_BYTES, MOST_ROWS, SIDE_OF, Side, card_of, card_page, drawn, fits, rows, size, too_many
from domain.handout import Entry, Handout, Kind, Offer, Offers, Section, Ticked, as_text
from domain.plan import Part

HEADINGS = {side: side.value for side in Side}
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=120)


def card(*entries: Entry) -> Handout:
    return Handout("When I am unwell", "", (Section("What helps", entries),))


def without(page: Handout, over: tuple[Entry, ...]) -> Handout:
    """The card once the lines that were named are unticked."""
    [section] = page.sections
    left = list(section.entries)
    for entry in over:
        left.remove(entry)
    return Handout(page.title, "", (Section(section.heading, tuple(left)),) if left else ())


def test_every_part_of_the_plan_has_its_place_on_the_card() -> None:
    assert set(SIDE_OF) == set(Part)


def test_lines_gather_under_the_headings_of_the_card_and_people_under_whom_to_call() -> None:
    lines = [Offer(Kind.ITEM, str(n), Entry(f"line {n}")) for n in range(4)]
    parts = [
        Offers("Whom I ask", (lines[0],), Part.ASK),
        Offers("Alone", (lines[1],), Part.ALONE),
        Offers("Every day", (lines[2],), Part.STEADY),
        Offers("People", (lines[3],)),
    ]
    found = card_of("Card", parts, Ticked().with_all(lines[:2] + lines[3:]), HEADINGS)
    said = [(section.heading, [entry.words for entry in section.entries]) for section in found.sections]
    assert said == [("helps", ["line 1"]), ("call", ["line 0", "line 3"])]


def test_whom_not_to_call_stands_with_what_does_not_help_and_a_person_of_such_a_name_where_people_stand() -> None:
    said = ("My sister", "Do not call my brother", "Not the old clinic", "Loud voices", "Never Alone", "Not Alone")
    sister, brother, clinic, voices, group, picked = (Offer(Kind.ITEM, words, Entry(words)) for words in said)
    parts = [
        Offers("People I can ask", (sister, brother, picked), Part.ASK),
        Offers("Services", (clinic,), Part.SERVICES),
        Offers("Not", (voices,), Part.UNWANTED),
        Offers("People", (group,)),
    ]
    everything = Ticked().with_all((sister, brother, clinic, voices, group, picked))
    found = card_of("Card", parts, everything, HEADINGS, {"Not Alone", "Never Alone"})
    assert as_text(found) == (
        "Card\n\nharms\n- Do not call my brother\n- Not the old clinic\n- Loud voices\n\n"
        "call\n- My sister\n- Not Alone\n- Never Alone\n"
    )


def test_six_hundred_bytes_fit_and_one_more_does_not() -> None:
    room = MOST_BYTES - size(card(Entry("")))
    assert fits(card(Entry("x" * room)))
    assert not fits(card(Entry("x" * (room + 1))))
    assert too_many(card(Entry("x" * (room + 1)))) == (Entry("x" * (room + 1)),)


def test_letters_of_other_scripts_count_as_the_bytes_they_are() -> None:
    assert size(card(Entry("é"))) == size(card(Entry("e"))) + 1
    assert size(card(Entry("🫖"))) == size(card(Entry("e"))) + 3


def test_more_rows_than_the_card_has_do_not_fit_though_the_code_would_hold_them() -> None:
    most = card(*[Entry("a")] * (MOST_ROWS - 2))
    assert (rows(most), fits(most)) == (MOST_ROWS, True)
    over = card(*[Entry("a")] * (MOST_ROWS - 1))
    assert size(over) < MOST_BYTES
    assert too_many(over) == (Entry("a"),)


def test_wide_letters_take_more_room_in_print() -> None:
    assert rows(card(Entry("a" * 28))) == 3
    assert rows(card(Entry("W" * 28))) == 4
    assert rows(card(Entry("水" * 28))) == 4
    assert rows(card(Entry("a\nb", ("c",)))) == 5


def test_a_line_that_does_not_fit_is_named_and_shorter_ones_after_it_stay() -> None:
    long, tea, bath = Entry("x" * 700), Entry("Tea"), Entry("Bath")
    assert too_many(card(tea, long, bath)) == (long,)


@given(st.lists(st.builds(Entry, WORDS), max_size=14))
def test_without_the_lines_it_names_the_rest_fits_and_with_any_of_them_it_does_not(entries: list[Entry]) -> None:
    page = card(*entries) if entries else Handout("When I am unwell", "", ())
    over = too_many(page)
    assert bool(over) is not fits(page)
    if over:
        left = without(page, over)
        assert fits(left)
        assert sum(len(section.entries) for section in left.sections) + len(over) == len(entries)


@given(st.lists(st.lists(st.integers(0, 1), min_size=5, max_size=5), min_size=5, max_size=5))
def test_the_drawing_of_a_code_has_the_modules_it_was_given(matrix: list[list[int]]) -> None:
    seen = [[0] * 5 for _ in range(5)]
    for run in filter(None, drawn(matrix).split('d="')[1].split('"')[0].split("M")):
        place, rest = run.split("h", 1)
        x, y = map(int, place.split())
        for column in range(x - 4, x - 4 + int(rest.split("v")[0])):
            seen[y - 4][column] = 1
    assert seen == matrix


def test_both_sides_stand_on_the_page_escaped() -> None:
    page = card_page(card(Entry("<b>Tea</b>", ("0123",))), [[1]], "Cut & fold", "Scan", "en-GB")
    assert page.count('class="side"') == 2
    assert "&lt;b&gt;Tea&lt;/b&gt;" in page
    assert "Cut &amp; fold" in page
    assert as_text(card(Entry("<b>Tea</b>", ("0123",)))) == "When I am unwell\n\nWhat helps\n- <b>Tea</b>\n  0123\n"


def test_somebody_of_the_plan_and_of_the_people_stands_on_the_card_once() -> None:
    picked, person = Offer(Kind.ITEM, "a", Entry("Maya", ("0123",))), Offer(Kind.PERSON, "m", Entry("Maya", ("0123",)))
    parts = [Offers("Whom I ask", (picked,), Part.ASK), Offers("People", (person,))]
    found = card_of("Card", parts, Ticked().with_all((picked, person)), HEADINGS)
    assert as_text(found) == "Card\n\ncall\n- Maya\n  0123\n"


def test_lines_stand_in_one_column_whole_where_there_is_room_for_that() -> None:
    def classes(*lines: Entry) -> str:
        page = card_page(Handout("Card", "", (Section("Call", lines),)), [[1]], "Cut", "Scan", "en")
        return page.split('<div class="columns ')[1].split('"')[0]

    assert classes(Entry("Maya", ("0123",))) == "large whole"
    assert classes(*[Entry("Maya", ("0123",))] * 3) == "large"  # 8 rows, and 4 that may stay empty: one too many
    assert classes(*[Entry("Maya", ("0123",))] * 6) == "medium"
    assert classes(*[Entry("Maya", ("0123",))] * 9) == "small whole"
    assert classes(*[Entry("Maya", ("0123",))] * 12) == "small"
