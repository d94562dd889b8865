"""Which of two files counts, what both hold together, and what is refused: the table in `storage/recovery.py`."""

from __future__ import annotations

import pytest

from domain.errors import StorageForeign, StorageNewer
from storage import recovery
from storage.lines import HEADER, MARK, SEAL, SNAPSHOT, TRANSACTION, scan, to_text, written
from storage.memory import MemoryFile
from storage.recovery import BEFORE_ALL, CREATION, LAYOUT, Found, Head, find
from storage.schema import SCHEMA, Changes
from tests.storage.byte_file_fakes import contents_of, files
from tests.storage.ledgers import committed, fresh, looked_at, opened, put, reopened, run

DAYS = [put(f"day {number:02}", number) for number in range(45)]  # three pieces of a snapshot
ALL = {"check_ins": {id: document for ((_, id, document),) in [*DAYS, put("late", 1), put("later", 2)]}}
MARKED = written(4, 2, MARK, to_text({"superseded": 5}))


def compacted() -> tuple[bytes, bytes]:
    """Generation 1, taken over, in the first file; 2, with three pieces and two more saves, in the second."""

    async def keep() -> None:
        ledger = await opened(both)
        for changes in DAYS:
            await ledger.commit(changes)
        await ledger.compact()
        await ledger.commit(put("late", 1))
        await ledger.commit(put("later", 2))

    both = MemoryFile(), MemoryFile()
    run(keep())
    return contents_of(both)


OLD, NEW = compacted()
LINES = NEW.splitlines(keepends=True)  # header, three pieces, seal, two saves


def generation(number: int, *more: bytes, schema: int = SCHEMA, layout: int = LAYOUT) -> bytes:
    """A sealed file without documents."""
    head = Head(layout, schema, 0).text()
    return b"".join([written(number, 0, HEADER, head), written(number, 1, SEAL, head), *more])


def save(number: int, serial: int, changes: Changes) -> bytes:
    return written(number, serial, TRANSACTION, to_text(changes))


def found(a: bytes, b: bytes) -> Found:
    """The same, whichever file is the first."""
    one, other = find(a, b), find(b, a)
    assert one
    assert other
    assert (one.live, one.parts, one.damaged, one.torn) == (1 - other.live, other.parts, other.damaged, other.torn)
    return one


def test_a_fresh_database_is_two_short_files_that_never_change() -> None:
    assert find(b"", b"") is None
    assert fresh() == (CREATION, BEFORE_ALL)
    assert CREATION == (
        b'597dc6d5 1.0 h {"ledger":1,"schema":5,"pieces":0,"lock":null}\n'
        b'cbd3c7de 1.1 z {"ledger":1,"schema":5,"pieces":0,"lock":null}\n'
    )
    assert len(CREATION) < 512  # it fits into one sector


EARLIER = {  # schema -> the checksums of its two lines
    2: (b"972d3a7d", b"05833b76"),
    3: (b"32a6aa73", b"a008ab78"),
    4: (b"fcf656db", b"6e5857d0"),
}
LINE = b'%s 1.%d %c {"ledger":1,"schema":%d,"pieces":0,"lock":null}\n'


@pytest.mark.parametrize("schema", EARLIER)
def test_a_creation_that_an_earlier_tend_began_is_fresh_as_well(schema: int) -> None:
    earlier = b"".join(LINE % (checksum, place, b"hz"[place], schema) for place, checksum in enumerate(EARLIER[schema]))
    assert all(find(earlier[:end], b"") is None for end in range(len(earlier)))
    assert find(earlier, b"") is not None


def test_a_creation_cut_at_any_byte_is_fresh_as_long_as_the_second_file_is_empty() -> None:
    for cut in range(len(CREATION)):
        assert find(CREATION[:cut], b"") is None
        assert find(bytes(cut + 1), b"") is None
        for beside in (BEFORE_ALL[:1], b"null", *([BEFORE_ALL] if cut < len(CREATION) // 2 else [])):
            with pytest.raises(StorageForeign):
                find(CREATION[:cut], beside)


def test_a_creation_whose_second_file_was_cut_is_an_empty_database_that_wants_its_second_file() -> None:
    for cut in range(len(BEFORE_ALL)):
        one = find(CREATION, BEFORE_ALL[:cut])
        assert one
        assert (one.live, one.torn, one.damaged, one.is_tidy) == (0, False, 0, False)
    assert found(CREATION, BEFORE_ALL).is_tidy


def test_the_newest_sealed_file_counts() -> None:
    one = found(generation(8), generation(9))
    assert (one.live, one.generation, one.next_serial, one.torn, one.damaged) == (1, 9, 2, False, 0)
    assert not one.is_tidy  # the takeover was cut before the mark
    assert found(generation(8, written(8, 2, MARK, to_text({"superseded": 9}))), generation(9)).is_tidy


def test_a_compaction_that_was_cut_leaves_the_live_file_counting() -> None:
    for cut in range(len(LINES[0] + LINES[1] + LINES[2])):
        one = found(OLD.removesuffix(OLD.splitlines(keepends=True)[-1]), NEW[:cut])
        assert (one.live, one.damaged, one.torn, one.is_tidy) == (0, 0, False, False)
    assert len(looked_at((OLD, b"")).tables["check_ins"]) == 45


def test_a_lost_newest_file_gives_the_state_before_it_and_says_so() -> None:
    for lost in (b"", bytes(5000), b"garbage\n" * 9):
        one = found(OLD, lost)
        assert (one.live, one.damaged, one.generation, one.live_generation) == (0, 1, 2, 1)
        ledger, contents = reopened((OLD, lost))
        assert ledger.tables == {"check_ins": {id: document for ((_, id, document),) in DAYS}}
        assert looked_at(contents).damaged == 0
        assert looked_at(contents).tables == ledger.tables


@pytest.mark.parametrize("lost", [(1,), (2,), (3,), (1, 3), (0,), (4,), (0, 1, 2, 3), (1, 2, 3, 4)], ids=str)
def test_what_is_lost_of_the_snapshot_comes_back_from_the_other_file(lost: tuple[int, ...]) -> None:
    damaged = b"".join(line for number, line in enumerate(LINES) if number not in lost)
    one = found(OLD, damaged)
    assert (one.damaged, one.torn, one.is_tidy) == (0, False, False)
    ledger, contents = reopened((OLD, damaged))
    assert (ledger.tables, ledger.damaged) == (ALL, 0)
    again = looked_at(contents)
    assert (again.tables, again.damaged, again.torn) == (ALL, 0, False)


def test_without_header_and_seal_the_saves_stand_and_one_line_counts_as_lost_as_nobody_can_know() -> None:
    for lost in ((0, 4), (0, 1, 2, 3, 4)):
        damaged = b"".join(line for number, line in enumerate(LINES) if number not in lost)
        ledger, contents = reopened((OLD, damaged))
        assert (ledger.tables, ledger.damaged) == (ALL, 1)
        assert looked_at(contents).tables == ALL


def test_a_snapshot_cut_at_any_byte_is_mended_and_what_followed_it_counts_as_damaged() -> None:
    sealed = len(b"".join(LINES[:5]))
    before = {"check_ins": {id: document for ((_, id, document),) in DAYS}}
    for cut in range(sealed):
        ledger = looked_at((OLD, NEW[:cut]))
        assert (ledger.tables, ledger.damaged) == (before, 1), cut
    for cut in range(sealed + 1, len(NEW)):
        ledger = looked_at((OLD, NEW[:cut]))
        assert ledger.damaged == 0
        assert ledger.torn is not NEW[:cut].endswith(b"\n")  # cut after a line, nothing can tell


def test_a_damaged_snapshot_beside_a_damaged_file_is_what_is_left_of_it_and_said_to_be() -> None:
    other = OLD.replace(b"day 07", b"day 70")
    for cut in range(len(LINES[0]) + 1, len(b"".join(LINES[:4]))):
        ledger = looked_at((other, NEW[:cut]))
        whole_lines = NEW[:cut].count(b"\n")
        assert len(ledger.tables.get("check_ins", {})) == (0, 20, 40, 45)[whole_lines - 1]
        assert ledger.damaged == 5 - whole_lines
    damaged = b"".join(LINES[:2] + LINES[3:])
    assert (looked_at((other, damaged)).damaged, len(looked_at((other, damaged)).tables["check_ins"])) == (1, 27)


def test_lost_saves_count_as_damaged_whatever_is_mended_beside_them() -> None:
    for lost, count in (((5,), 1), ((1, 5), 1), ((0, 5), 1), ((1, 4, 5), 1)):
        damaged = b"".join(line for number, line in enumerate(LINES) if number not in lost)
        ledger = looked_at((OLD, damaged))
        assert (ledger.damaged, "late" in ledger.tables["check_ins"]) == (count, False)
        assert len(ledger.tables["check_ins"]) == 46


def test_nothing_is_appended_after_a_piece_that_is_no_line() -> None:
    contents = committed((OLD, NEW + b"0badc0de 2.7 t ["), put("next"))
    assert looked_at(contents).tables["check_ins"].keys() == {*ALL["check_ins"], "next"}
    assert not any(b"0badc0de" in content for content in contents)


@pytest.mark.parametrize(
    "a",
    [
        *(b"null", b"[]", b" ", b'{"_default": {}}', b"SQLite format 3\0" + bytes(84), b"\x1f\x8b\x08\0" + bytes(20)),
        *(b"\xef\xbb\xbf" + CREATION[:40], CREATION.decode().encode("utf-16"), bytes(200_000) + b"!", bytes(500)),
        *(CREATION[60:-1] + b"!", CREATION.replace(b"\n", b"\r\n"), MARKED, CREATION[:-1].replace(b"\n", b" ")),
    ],
    ids=lambda a: repr(a[:12]),
)
@pytest.mark.parametrize("b", [b"", BEFORE_ALL, b"null"], ids=["nothing", "before all", "foreign too"])
def test_what_tend_did_not_write_is_refused_and_left_byte_for_byte(a: bytes, b: bytes) -> None:
    for contents in ((a, b), (b, a)):
        both = files(contents)
        with pytest.raises(StorageForeign):
            run(opened(both))
        assert contents_of(both) == contents


def test_a_creation_with_one_good_line_left_is_an_empty_database_that_says_so() -> None:
    for damaged, beside, counted in (
        (CREATION[1:], b"null", (1, False)),
        (CREATION[:40] + b"!" + CREATION[41:], b"", (1, False)),
        (CREATION[:-1] + b"!", BEFORE_ALL, (1, True)),
        (CREATION[: len(CREATION) // 2], BEFORE_ALL, (1, False)),
    ):
        one = found(damaged, beside)
        assert (one.live_generation, one.damaged, one.torn, one.is_tidy) == (1, *counted, False)


def test_a_file_that_went_back_to_an_earlier_state_is_noticed() -> None:
    ledger, contents = reopened((OLD, BEFORE_ALL))
    assert (len(ledger.tables["check_ins"]), ledger.damaged) == (45, 1)
    assert looked_at(contents).tables == ledger.tables
    ledger, contents = reopened((OLD, NEW + written(2, 7, MARK, to_text({"superseded": 3}))))
    assert (ledger.tables, ledger.damaged) == (ALL, 1)
    assert (looked_at(contents).tables, looked_at(contents).damaged) == (ALL, 0)


def test_two_files_of_one_generation_are_refused() -> None:
    with pytest.raises(StorageForeign):
        find(generation(7), generation(7))


@pytest.mark.parametrize("head", [{"schema": SCHEMA + 1}, {"layout": LAYOUT + 1}, {"schema": 999}], ids=str)
@pytest.mark.parametrize("beside", [b"", generation(99), generation(3), b"not ours"])
def test_files_of_a_later_tend_are_refused_and_left_byte_for_byte(head: dict[str, int], beside: bytes) -> None:
    for contents in ((generation(7, **head), beside), (beside, generation(7, **head))):
        both = files(contents)
        with pytest.raises(StorageNewer):
            run(opened(both))
        assert contents_of(both) == contents


@pytest.mark.parametrize(
    "text",
    [
        *(b"null", b"{", b"5", b'[["check_ins","a"]]', b'[["check_ins","a",[]]]', b'[["check_ins",1,{}]]'),
        *(b'{"changes":5}', b'{"undo":[]}', b"\xff\xfe", b"[" * 100_000),
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_line_that_is_no_entry_although_its_checksum_fits_is_refused_without_a_word_of_it(text: bytes) -> None:
    for kind in (TRANSACTION, SNAPSHOT):
        both = files((generation(7, written(7, 2, kind, text.replace(b"check_ins", b"canary"))), b""))
        with pytest.raises(StorageForeign) as refusal:
            run(opened(both))
        assert "canary" not in repr((refusal.value, refusal.value.__cause__))
        assert both[1].content == b""


@pytest.mark.parametrize(
    "text",
    [b"null", b"[]", b"{", b"[" * 100_000, b'{"ledger":1}', b'{"ledger":1,"schema":true,"pieces":0}'],
    ids=lambda text: repr(text[:20]),
)
def test_a_header_that_says_nothing_is_refused(text: bytes) -> None:
    contents = written(7, 0, HEADER, text) + written(7, 1, SEAL, text)
    with pytest.raises(StorageForeign):
        find(contents, b"")


def test_an_id_that_python_could_trip_over_is_an_id_like_another() -> None:
    ids = ["__proto__", "", "x" * 10_000, "\ud800", "1", "01"]
    contents = committed(fresh(), *(put(id) for id in ids))
    assert list(looked_at(contents).tables["check_ins"]) == ids


def test_a_line_of_one_piece_of_the_snapshot_holds_twenty_documents() -> None:
    assert [line.count(b'"day ') for line in LINES] == [0, 40, 40, 10, 0, 0, 0]  # each as key and in the document
    assert save(2, 5, put("late", 1)) == LINES[5]


def changed(file: bytes) -> list[bytes]:
    """A file as it is, cut at every byte, with a bit of every byte flipped, and with each line gone or doubled."""
    bits = [file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :] for at in range(len(file))]
    each = file.splitlines(keepends=True)
    lines = [b"".join([*each[:at], *more, *each[at + 1 :]]) for at in range(len(each)) for more in ([], [each[at]] * 2)]
    return [file, *(file[:at] for at in range(len(file))), *bits, *lines, file + b"garbage", file + each[0]]


@pytest.mark.parametrize("which", [0, 1])
def test_a_glance_finds_nothing_that_a_whole_look_would_not(which: int) -> None:
    glanced = 0
    for file in changed((OLD, NEW)[which]):
        pair = (file, NEW) if which == 0 else (OLD, file)
        for a, b in (pair, pair[::-1]):
            found = recovery._at_a_glance(a, b)
            glanced += found is not None
            if found:
                assert found == recovery._looked_through((scan(a), scan(b)), False)
    assert glanced > 500


def test_what_stands_before_all_is_a_whole_generation_of_nothing() -> None:
    before = scan(BEFORE_ALL)
    assert (before.generation, before.is_whole, recovery._head(before)) == (0, True, Head(LAYOUT, SCHEMA, 0))


def test_a_glance_is_not_enough_where_a_third_generation_was_lost_or_a_later_tend_wrote() -> None:
    marked = NEW + written(2, len(LINES), MARK, to_text({"superseded": 3}))
    assert recovery._at_a_glance(OLD, marked) is None
    assert find(OLD, marked).damaged == 1
    for layout, schema in ((LAYOUT + 1, SCHEMA), (LAYOUT, SCHEMA + 1)):
        head = Head(layout, schema, 0).text()
        later = written(1, 0, HEADER, head) + written(1, 1, MARK, to_text({"superseded": 2}))
        assert recovery._at_a_glance(later, NEW) is None
        with pytest.raises(StorageNewer):
            find(later, NEW)


@pytest.mark.parametrize("text", [b"no json", b"[" * 100_000, b"[2]"])
def test_a_mark_that_names_no_generation_is_none(text: bytes) -> None:
    first = b"".join(OLD.splitlines(keepends=True)[:-1])
    marked = first + written(1, first.count(b"\n"), MARK, text)
    assert recovery._at_a_glance(marked, NEW) is None
    assert find(marked, NEW).live == 1
