"""People, groups, their order, and what of them is ever dialled."""

from __future__ import annotations

import pytest

from domain.errors import InputRefused, TooLong, TooMany, Wordless
from domain.ordering import moved, place_at_end
from domain.people import (
    LONGEST,
    LONGEST_ASK,
    MOST_ASKS,
    Person,
    Role,
    askable,
    asks_in,
    on_first_aid,
    refusals,
    with_ask,
)
from domain.texts import texts

WHOLE = Person(
    "m",
    "Maya",
    "0123 456",
    3,
    Role.GROUP,
    "0789 012",
    "maya@example.org",
    "Good for a walk",
    "After ten",
    "www.example.org/room",
    ("Tea?",),
    on_first_aid=True,
)


@pytest.mark.parametrize("typed", ["*#06#", "javascript:1", "112;ext=8", "0800 HELP", "after ten", ""])
def test_words_are_kept_and_never_become_an_address(typed: str) -> None:
    person = Person("m", "Maya", typed, text_to=typed, email=typed)
    assert (person.phone, person.text_to, person.email) == (typed,) * 3
    assert (person.call_link, person.number, person.text_link("Hi"), person.mail_link("Hi")) == (None,) * 4


def test_every_way_to_somebody_has_its_address() -> None:
    assert (WHOLE.call_link, WHOLE.number) == ("tel:0123456", "0123456")
    assert (WHOLE.text_link(), WHOLE.text_link("Hi")) == ("sms:0789012", "sms:0789012?&body=Hi")
    assert (WHOLE.mail_link(), WHOLE.link) == ("mailto:maya@example.org", "https://www.example.org/room")
    assert Person("m", "Maya", "0123 456").text_link() == "sms:0123456"
    assert Person("m", "Maya", "0123 456", text_to="no").text_link() is None


@pytest.mark.parametrize(
    ("where", "link"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("HTTP://example.org", "HTTP://example.org"),
        *(("WWW.example.org", "https://WWW.example.org"), ("Mill Hall, St.Mary", None), ("St.Mary", None)),
        *(("javascript:alert(1)", None), ("https://", None), ("https://a b.org", None), ("", None)),
        ("https://example.org/" + "a" * 2000, None),
    ],
)
def test_a_place_is_a_link_where_it_is_written_as_one(where: str, link: str | None) -> None:
    if len(where) <= LONGEST["where"]:
        assert Person("g", "Group", where=where).link == link
    else:
        assert refusals({"where": where}).keys() == {"where"}


@pytest.mark.parametrize("field", LONGEST)
def test_each_field_takes_so_many_characters_and_not_one_more(field: str) -> None:
    fits = {"name": "Maya"} | {field: "1" * LONGEST[field]}
    assert refusals(fits) == {}
    assert getattr(Person("m", **fits), field) == fits[field]
    with pytest.raises(TooLong) as refused:
        Person("m", **(fits | {field: "1" * (LONGEST[field] + 1)}))
    assert refused.value.longest == LONGEST[field]


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_somebody_has_a_name(name: str) -> None:
    with pytest.raises(Wordless):
        Person("m", name)


def test_every_field_that_is_refused_is_named() -> None:
    refused = refusals({"name": "", "phone": "0123", "notes": "n" * 2001})
    assert {field: type(error) for field, error in refused.items()} == {"name": Wordless, "notes": TooLong}


# Own messages


def test_a_message_is_kept_once_and_on_one_line() -> None:
    once = with_ask(WHOLE, " Can we\n talk? ")
    assert once.asks == ("Tea?", "Can we talk?")
    assert with_ask(once, "Can we talk?") == once
    assert with_ask(once, " \n") == once
    assert asks_in("Tea?\n\n Tea? \r\nNow") == ("Tea?", "Now")


@pytest.mark.parametrize(
    ("asks", "error"),
    [(("a" * (LONGEST_ASK + 1),), TooLong), (tuple(map(str, range(MOST_ASKS + 1))), TooMany)],
    ids=["long", "many"],
)
def test_more_or_longer_messages_than_fit_are_refused(asks: tuple[str, ...], error: type[InputRefused]) -> None:
    with pytest.raises(error):
        Person("m", "Maya", asks=asks)


def test_as_many_and_as_long_as_fit_are_kept() -> None:
    asks = tuple(f"{number:03}".ljust(LONGEST_ASK, "a") for number in range(MOST_ASKS))
    assert Person("m", "Maya", asks=asks).asks == asks


# Who is offered, and the order


def test_who_can_be_reached_or_helps_is_offered_in_order() -> None:
    people = (
        Person("call", "A", "112"),
        Person("words", "B", "ask at the desk"),
        Person("mail", "C", email="c@example.org"),
        Person("text", "D", "desk", text_to="0123"),
        Person("helper", "E"),
        Person("group", "F", role=Role.GROUP, where="Mill Hall"),
    )
    assert [person.id for person in askable(people, {"helper", None})] == ["call", "mail", "text", "helper"]
    assert on_first_aid((*people, WHOLE)) == (WHOLE,)


def test_a_step_up_changes_two_places_and_no_more() -> None:
    people = [Person("a", "A", place=2), Person("b", "B", place=5), Person("c", "C", place=9)]
    assert [(p.id, p.place) for p in moved(people, "c", -1)] == [("c", 5), ("b", 9)]
    assert [(p.id, p.place) for p in moved(people, "a", 2)] == [("b", 2), ("c", 5), ("a", 9)]
    assert (moved(people, "a", -1), moved(people, "c", 1), moved(people, "gone", 1)) == ((), (), ())
    assert (place_at_end(people), place_at_end(())) == (10, 0)


def test_shared_places_are_counted_anew() -> None:
    people = [Person("a", "A"), Person("b", "B"), Person("c", "C")]
    assert [(p.id, p.place) for p in moved(people, "c", -1)] == [("c", 1), ("b", 2)]


def test_every_text_of_a_person_is_found_where_it_is_looked_for() -> None:
    assert texts(WHOLE) == (
        *("Maya", "0123 456", "0789 012", "maya@example.org", "Good for a walk", "After ten", "www.example.org/room"),
        "Tea?",
    )
