"""Changes to tables: applied, found, taken back."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import changes as of
from storage.schema import Changes, Tables

values = st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from([0.0, -0.0, 1.0, 2.5]) | st.text(max_size=3)
documents = st.dictionaries(st.sampled_from("abc"), values | st.lists(values, max_size=2), max_size=3)
tables = st.dictionaries(
    st.sampled_from(["one", "two"]),
    st.dictionaries(st.sampled_from(["1", "2", "3"]), documents, min_size=1, max_size=3),
    max_size=2,
)
changes = st.lists(
    st.tuples(st.sampled_from(["one", "two", "three"]), st.sampled_from(["1", "2", "4"]), st.none() | documents),
    max_size=6,
).map(tuple)


def said(value: Tables) -> str:
    return json.dumps(value, sort_keys=True)


def applied(before: Tables, to_apply: Changes) -> Tables:
    after = copy.deepcopy(before)
    of.apply(after, to_apply)
    return after


def test_a_put_stands_and_what_goes_takes_its_empty_table_with_it() -> None:
    before: Tables = {"one": {"1": {"a": 1}}}
    assert applied(before, (("one", "2", {}), ("two", "1", {"b": 2}))) == {
        "one": {"1": {"a": 1}, "2": {}},
        "two": {"1": {"b": 2}},
    }
    assert applied(before, (("one", "1", None),)) == {}
    assert applied(before, (("one", "9", None), ("nine", "1", None))) == before


def test_the_last_change_of_a_document_counts() -> None:
    assert applied({}, (("one", "1", {"a": 1}), ("one", "1", None), ("one", "1", {"a": 2}))) == {"one": {"1": {"a": 2}}}


def test_only_what_differs_is_a_difference() -> None:
    before: Tables = {"one": {"1": {"a": 1}, "2": {"a": 2}}, "two": {"1": {}}}
    after: Tables = {"one": {"1": {"a": 1}, "3": {"a": 3}}}
    assert of.difference(before, after) == (("one", "3", {"a": 3}), ("one", "2", None), ("two", "1", None))
    assert of.difference(before, copy.deepcopy(before)) == ()


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), (0, False), (0.0, -0.0), ([1], [True]), ("1", 1)])
def test_values_that_python_takes_for_equal_and_json_does_not_are_a_difference(one: Any, other: Any) -> None:
    assert of.difference({"t": {"1": {"a": one}}}, {"t": {"1": {"a": other}}}) == (("t", "1", {"a": other}),)


def test_an_inverse_gives_back_what_stood_and_removes_what_was_new() -> None:
    before: Tables = {"one": {"1": {"a": 1}, "2": {"a": 2}}}
    what = (("one", "1", {"a": 9}), ("one", "2", None), ("two", "1", {}), ("one", "1", {"a": 10}))
    assert of.inverse(before, what) == (("one", "1", {"a": 1}), ("one", "2", {"a": 2}), ("two", "1", None))


@given(tables, changes)
def test_an_inverse_takes_any_changes_back(before: Tables, what: Changes) -> None:
    assert said(applied(applied(before, what), of.inverse(before, what))) == said(before)


@given(tables, tables)
def test_a_difference_makes_the_one_of_the_other(before: Tables, after: Tables) -> None:
    assert said(applied(before, of.difference(before, after))) == said(after)
