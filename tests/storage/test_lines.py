"""One line of a ledger file, and what a scan makes of files that are cut, damaged or not ours."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.lines import HEADER, MARK, SEAL, SNAPSHOT, TRANSACTION, Line, Scan, ends, scan, to_text, written
from tests.storage.torture import say

HEAD = written(7, 0, HEADER, b"{}")
PIECE = written(7, 1, SNAPSHOT, b"[1]")
SEALED = written(7, 2, SEAL, b"{}")
ONE, TWO, THREE = (written(7, serial, TRANSACTION, b"[%d]" % serial) for serial in (3, 4, 5))
WHOLE = HEAD + PIECE + SEALED + ONE + TWO + THREE


def serials(found: Scan) -> list[int]:
    return [line.serial for line in found.lines]


def test_a_line_is_a_checksum_its_place_its_kind_and_its_text() -> None:
    line = written(7, 12, TRANSACTION, b'[["plan","a",null]]')
    assert line == b'5b6595f5 7.12 t [["plan","a",null]]\n'
    assert int(line[:8], 16) == zlib.crc32(line[9:-1])


def test_a_text_is_ascii_in_one_line_whatever_was_written() -> None:
    said = ["é", "\ud83d", "\n\r\u2028\0", 0.1, True, None]
    assert to_text(said) == b'["\\u00e9","\\ud83d","\\n\\r\\u2028\\u0000",0.1,true,null]'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), b"bytes", {1, 2}])
def test_what_json_cannot_say_is_no_text(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        to_text([value])


def test_a_whole_file_gives_every_line_in_order() -> None:
    found = scan(WHOLE)
    assert found.lines[3] == Line(7, 3, TRANSACTION, b"[3]")
    assert serials(found) == [0, 1, 2, 3, 4, 5]
    assert (found.lost, found.bad_at_end, found.generation) == (0, 0, 7)
    assert (found.end, found.size, found.seal_end) == (len(WHOLE), len(WHOLE), len(HEAD + PIECE + SEALED))
    assert (found.was_sealed, found.is_whole) == (True, True)


def test_the_ends_of_a_file_are_its_first_and_last_line_where_those_are_whole() -> None:
    head, last, alone = (Line(7, 0, HEADER, b"{}"), Line(7, 5, TRANSACTION, b"[5]"), Line(7, 4, TRANSACTION, b"[4]"))
    assert ends(WHOLE) == (head, last)
    assert ends(HEAD) == (head, head)
    assert ends(b"\n" + TWO) == (None, alone)
    assert ends(HEAD + b"?\n" + TWO) == (head, alone)
    assert ends(HEAD + b"\n") == ends(HEAD + b"?\n") == (head, None)
    assert ends(b"\n") == ends(b"") == ends(WHOLE[:-1]) == (None, None)


def test_an_empty_file_is_an_empty_scan() -> None:
    assert scan(b"") == Scan()
    assert (Scan().generation, Scan().was_sealed, Scan().is_whole) == (0, False, False)
    assert (Scan().end, Scan().seal_end, Scan().size) == (0, 0, 0)


def test_a_file_cut_in_its_last_line_ends_in_one_bad_piece() -> None:
    start = len(WHOLE) - len(THREE)
    for cut in range(start + 1, len(WHOLE)):
        found = scan(WHOLE[:cut])
        assert (serials(found), found.bad_at_end, found.lost, found.end) == ([0, 1, 2, 3, 4], 1, 0, start)


def test_a_file_cut_after_a_line_looks_whole_which_nothing_in_it_can_tell() -> None:
    assert scan(WHOLE[: -len(THREE)]).is_whole


@pytest.mark.parametrize(
    ("data", "standing", "lost", "bad_at_end"),
    [
        (HEAD + PIECE + SEALED + TWO + THREE, [0, 1, 2, 4, 5], 1, 0),
        (HEAD + PIECE + SEALED + THREE, [0, 1, 2, 5], 2, 0),
        (WHOLE.replace(b"[3]", b"[9]"), [0, 1, 2, 4, 5], 1, 0),
        (WHOLE.replace(b"[3]\n", b"[3] "), [0, 1, 2, 5], 2, 0),
        (HEAD + PIECE + SEALED + ONE + THREE + TWO, [0, 1, 2, 3, 5], 1, 1),
        (WHOLE + TWO + THREE, [0, 1, 2, 3, 4, 5], 0, 2),
        (WHOLE + THREE, [0, 1, 2, 3, 4, 5], 0, 1),
        (HEAD + PIECE + b"garbage\n\n\xff\n" + SEALED + ONE, [0, 1, 2, 3], 0, 0),
        (PIECE + SEALED, [1, 2], 1, 0),
        (WHOLE + bytes(5000), [0, 1, 2, 3, 4, 5], 0, 1),
        (WHOLE + b"x\ny\n", [0, 1, 2, 3, 4, 5], 0, 2),
        (bytes(512) + WHOLE[512:], [], 0, 1),
    ],
    ids=[
        *("one lost", "two lost", "one changed", "a break gone", "two swapped", "two doubled", "one doubled"),
        *("garbage between", "no header", "zeros after", "two pieces after", "zeros alone"),
    ],
)
def test_damage_is_skipped_and_counted(data: bytes, standing: list[int], lost: int, bad_at_end: int) -> None:
    found = scan(data)
    assert (serials(found), found.lost, found.bad_at_end) == (standing, lost, bad_at_end)
    assert found.is_whole is (standing == list(range(len(standing))) and standing != [] and not bad_at_end)


def test_lines_of_an_earlier_use_of_the_file_do_not_count() -> None:
    older = b"".join(written(6, serial, TRANSACTION, b"[]") for serial in range(9))
    assert serials(scan(older + WHOLE)) == [0, 1, 2, 3, 4, 5]
    found = scan(WHOLE + older)
    assert (serials(found), found.bad_at_end, found.end) == ([0, 1, 2, 3, 4, 5], 9, len(WHOLE))


@pytest.mark.parametrize("kind", [SEAL, TRANSACTION, MARK])
def test_a_generation_counted_when_something_stands_that_comes_after_the_seal(kind: str) -> None:
    assert scan(HEAD + written(7, 1, kind, b"{}")).was_sealed
    assert not scan(HEAD + PIECE).was_sealed


@pytest.mark.parametrize(
    "body", [b"7.1 q []", b"7.1  []", b"7.1 tt []", b"-7.1 t []", b"7.x t []", b"7 t []", b"", b" ", b"\xb2.1 t []"]
)
def test_a_line_with_a_good_checksum_that_is_not_ours_is_bad(body: bytes) -> None:
    assert scan(b"%08x %s\n" % (zlib.crc32(body), body)) == Scan(bad_at_end=1, size=10 + len(body))


def test_a_number_of_five_thousand_digits_is_read_without_an_error() -> None:
    body = b"9" * 5000 + b"." + b"8" * 5000 + b" t []"
    found = scan(b"%08x %s\n" % (zlib.crc32(body), body))
    assert found.lines[0].generation == 999_999_999_999_999


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_a_scan_fail(data: bytes) -> None:
    for found in (scan(data), scan(WHOLE + data), scan(data + WHOLE)):
        assert 0 <= found.end <= found.size


def test_each_of_20000_single_bit_flips_loses_exactly_the_lines_it_touches() -> None:
    chance, flips = random.Random(7), 0
    ends = [at for at, byte in enumerate(WHOLE) if byte == 10]
    for _ in range(20_000):
        at, bit = chance.randrange(len(WHOLE)), 1 << chance.randrange(8)
        damaged = bytearray(WHOLE)
        damaged[at] ^= bit
        touched = {sum(end < at for end in ends)}
        if at in ends:
            touched.add(min(touched.copy().pop() + 1, 5))  # two lines run into one
        assert serials(scan(bytes(damaged))) == [serial for serial in range(6) if serial not in touched]
        flips += 1
    say(f"{flips} bit flips, 0 wrong lines")
