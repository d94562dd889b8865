"""Damaged files: never an error that is not ours, never a document that was not once kept, never in silence.

The known limits, each of which this file states and tests. A file that was cut exactly after its seal or a later line
looks whole: what came after that line is missing in silence. So it is where both files are damaged at once, and the
newer one looks as if it had never been sealed, or the older one as if nothing had taken over from it.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from domain.errors import StorageForeign
from tests.storage.byte_file_fakes import Contents
from tests.storage.damages import DAMAGES, History, history
from tests.storage.ledgers import as_text, looked_at, reopened
from tests.storage.torture import say, share

HISTORIES = [history(seed) for seed in range(share(6, 24))]


def damaged_file(told: History, which: int, content: bytes) -> Contents:
    return (content, told.contents[1]) if which == 0 else (told.contents[0], content)


def was_cut_after_a_line(damaged: bytes, whole: bytes) -> bool:
    return damaged != whole and whole.startswith(damaged) and damaged.endswith(b"\n")


def outcome(told: History, image: Contents) -> str:
    """What opening made of it: refused, whole, less and said so, or less in silence. Wrong documents fail here."""
    try:
        ledger, mended = reopened(image)
    except StorageForeign:
        return "refused"
    assert told.knows(ledger.tables)
    again = looked_at(mended)
    assert (as_text(again.tables), again.damaged, again.torn) == (as_text(ledger.tables), 0, False)
    if as_text(ledger.tables) == as_text(told.tables):
        return "whole"
    return "less, and said" if ledger.torn or ledger.damaged else "less, in silence"


@pytest.mark.parametrize("name", DAMAGES)
def test_one_damaged_file_is_never_wrong_and_never_silent(name: str) -> None:
    chance, seen = random.Random(name), Counter[str]()
    for _ in range(share(150, 1_200)):
        for told in HISTORIES[:: share(1, 4)]:
            which = told.live if chance.random() < 0.7 else 1 - told.live
            content = DAMAGES[name](told.contents[which], chance)
            seen[result := outcome(told, damaged_file(told, which, content))] += 1
            if which != told.live:
                assert result == "whole"
            elif result == "less, in silence":
                assert was_cut_after_a_line(content, told.contents[which])
                assert len(content) >= told.seal_end  # a cut inside the snapshot is always said
            elif result == "refused":
                assert len(told.contents[which]) < 2_000
    say(f"{seen.total()} files with {name}: {dict(seen)}, 0 wrong documents")
    assert seen["whole"] + seen["less, and said"] > 0.8 * seen.total()


def test_two_damaged_files_are_never_wrong_and_silent_in_the_known_limits_alone() -> None:
    chance, seen = random.Random(2), Counter[str]()
    for _ in range(share(400, 3_000)):
        for told in HISTORIES[:: share(1, 4)]:
            names = chance.choices(list(DAMAGES), k=2)
            a, b = (DAMAGES[name](content, chance) for name, content in zip(names, told.contents, strict=True))
            seen[result := outcome(told, (a, b))] += 1
            if result == "less, in silence":
                new, old = (a, b) if told.live == 0 else (b, a)
                has_mark = told.contents[1 - told.live][told.mark_at :] in old
                assert was_cut_after_a_line(new, told.contents[told.live]) or not has_mark
    say(f"{seen.total()} pairs of damaged files: {dict(seen)}, 0 wrong documents")
    assert seen["less, and said"] > 0.5 * seen.total()


def test_damage_inside_the_snapshot_is_mended_completely_from_the_other_file() -> None:
    chance, mended = random.Random(3), 0
    names = [name for name in DAMAGES if name not in ("cut", "lines swapped, doubled, deleted")]
    for _ in range(share(60, 800)):
        for told in HISTORIES:
            content = told.contents[told.live]
            damage = DAMAGES[chance.choice(names)]
            damaged = damage(content[: told.seal_end - 1], chance) + content[told.seal_end - 1 :]
            ledger, _ = reopened(damaged_file(told, told.live, damaged))
            assert as_text(ledger.tables) == as_text(told.tables)
            mended += 1
    say(f"{mended} damaged snapshots, all mended completely")


def test_every_cut_of_a_live_file_is_said_but_for_those_exactly_after_a_line() -> None:
    cuts = silent = 0
    for told in HISTORIES[: share(2, 24)]:
        content = told.contents[told.live]
        for cut in range(told.seal_end, len(content)):
            result = outcome(told, damaged_file(told, told.live, content[:cut]))
            assert (result == "less, in silence") <= content[:cut].endswith(b"\n")
            silent += result == "less, in silence"
            cuts += 1
    say(f"{cuts} cuts after the seal, {silent} of them exactly after a line and silent")
    assert silent > 0


def test_the_limit_of_two_damaged_files_is_a_newer_one_that_looks_unsealed_beside_a_lost_mark() -> None:
    told = next(told for told in HISTORIES if told.tables and told.seal_end > 500)
    old = told.contents[1 - told.live][: told.mark_at]
    new = told.contents[told.live][: told.seal_end - 60]
    pair = (new, old) if told.live == 0 else (old, new)
    ledger = looked_at(pair)
    assert (ledger.torn, ledger.damaged) == (False, 0)
    assert as_text(ledger.tables) != as_text(told.tables)
    assert told.knows(ledger.tables)


def test_a_foreign_file_in_place_of_one_of_ours_is_refused_or_loses_one_generation_and_says_so() -> None:
    for told in HISTORIES:
        for foreign in (b"SQLite format 3\0" + bytes(84), b'{"_default": {}}', bytes(9_999)):
            image = damaged_file(told, told.live, foreign)
            if told.contents[told.live].split(b" ")[1] == b"1.0":  # there was none before it
                assert outcome(told, image) == "refused"
            else:
                assert outcome(told, image) in ("whole", "less, and said")
                assert looked_at(image).damaged >= 1
            ledger, _ = reopened(damaged_file(told, 1 - told.live, foreign))
            assert as_text(ledger.tables) == as_text(told.tables)
