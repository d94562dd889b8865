"""One passphrase however it is typed, five words by chance, and a floor."""

from __future__ import annotations

import doctest
import random
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import passphrase
from storage.passphrase import generated, is_long_enough, normalised

WORDS = tuple(Path("assets/content/words-en.txt").read_text("ascii").split())


@pytest.mark.parametrize(
    "typed",
    [
        'café it\'s "blue" 12',
        'cafe\u0301 it\'s "blue" 12',
        "CAFÉ It’s “Blue” 12",
        "  café  it‘s\t„blue‟ 12 \n",
        "café\u00a0it‛s\u2003“blue”\u202f12\ufeff",
        'ｃａｆé it\'s "blue" ①②'.replace("①②", "１２"),
    ],
)
def test_what_keyboards_change_changes_nothing(typed: str) -> None:
    assert normalised(typed) == 'café it\'s "blue" 12'


def test_other_words_stay_other_words() -> None:
    assert normalised("cafe it's") != normalised("café it's")
    assert normalised("two words") != normalised("twowords")
    assert normalised("a-b") != normalised("a b")


def test_rare_characters_become_what_a_browser_makes_of_them() -> None:
    assert normalised("a\ud800b") == "a\ufffdb"
    assert normalised("™ 𝐀Ⅳ") == "tm aiv"  # letters that are capitals only once composed
    assert normalised("J\u030c") == normalised("\u01f0") == "\u01f0"  # composed in lower case alone
    assert normalised("İstanbul") == unicodedata.normalize("NFKC", "i\u0307stanbul")


@given(st.text())
def test_normalising_twice_changes_nothing_more_and_it_can_be_encoded(text: str) -> None:
    once = normalised(text)
    once.encode("utf-8")
    assert normalised(once) == once


def test_five_words_come_from_the_random_bytes() -> None:
    numbers = iter([0, 1, 2, 6114, 6115])
    drawn = generated(WORDS, lambda n: next(numbers).to_bytes(n, "big"))
    assert drawn.split(" ") == [WORDS[0], WORDS[1], WORDS[2], WORDS[6114], WORDS[0]]


def test_a_number_from_the_incomplete_round_is_drawn_again() -> None:
    # Of three words the last whole round ends at 65,535, which would be the first word once too often.
    numbers = iter([65535, 65534, 0, 65535, 65535, 1, 2, 3])
    assert generated(("a", "b", "c"), lambda n: next(numbers).to_bytes(n, "big")) == "c a b c a"


def test_two_random_bytes_are_asked_for_each_word() -> None:
    asked: list[int] = []

    def random(n: int) -> bytes:
        asked.append(n)
        return bytes(n)

    assert generated(("a", "b"), random) == "a a a a a"
    assert asked == [2, 2, 2, 2, 2]


def test_each_word_is_as_likely_as_any_other() -> None:
    chance = random.Random(7)
    drawn = Counter(word for _ in range(6000) for word in generated(("a", "b", "c"), chance.randbytes).split())
    assert all(abs(drawn[word] - 10_000) < 300 for word in "abc")  # 3.7 standard deviations


def test_the_list_is_the_one_the_notice_speaks_of() -> None:
    assert len(WORDS) == len(set(WORDS)) == 6115
    assert list(WORDS) == sorted(WORDS)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in WORDS)
    # No word begins another, as in EFF's own list: five in a row can be told apart without spaces too.
    assert [pair for pair in pairwise(WORDS) if pair[1].startswith(pair[0])] == []
    assert "6,115" in Path("assets/content/words-en.NOTICE.md").read_text("utf-8")


@pytest.mark.parametrize(
    "word", ["death", "dead", "gun", "kill", "suicide", "blood", "hate", "shame", "drown", "noose"]
)
def test_no_word_of_the_list_could_hurt_somebody_unwell(word: str) -> None:
    assert word not in WORDS


@pytest.mark.parametrize(
    ("text", "is_enough"),
    [
        ("abcdefghijkl", True),
        ("abcdefghijk", False),
        ("abcdefghijk ", False),
        ("abcdefabcdef", True),
        ("abcdeabcdeab", False),
        ("aaaaaaaaaaaaaaaaaaaa", False),
        ("111111111111", False),
        ("123456", False),
        ("", False),
        ("ab  cd  ef  gh", False),
        ("ab cd ef ghi", True),
    ],
)
def test_twelve_characters_of_which_six_differ_are_enough(text: str, is_enough: bool) -> None:
    assert is_long_enough(text) is is_enough


def test_every_generated_passphrase_is_long_enough() -> None:
    chance = random.Random(3)
    drawn = [generated(WORDS, chance.randbytes) for _ in range(300)]
    assert all(is_long_enough(words) and normalised(words) == words for words in drawn)


def test_the_examples_hold() -> None:
    assert doctest.testmod(passphrase) == (0, 1)
