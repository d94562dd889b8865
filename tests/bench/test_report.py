"""What the benchmark makes of its samples, in exact numbers."""

from __future__ import annotations

from tests.bench.report import Results, number, p95, table, verdicts


def results(save_at_50_000: float, json_save: float, opening: float) -> Results:
    at = {
        100: {"save": [0.5]},
        15_000: {
            "save": [0.4, 0.5, 90.0],
            "json, save": [json_save],
            "open": [opening],
            "open, long session": [opening + 1],
        },
        50_000: {"save": [save_at_50_000]},
    }
    every = ("file", "save, first", "search", "compaction", "json, file", "json, open", "json, search")
    return {
        size: {name: [2_000_000.0] for name in (*every, "open", "open, long session", "json, save")} | samples
        for size, samples in at.items()
    }


def test_p95_is_the_smallest_that_95_of_100_do_not_exceed() -> None:
    assert p95([float(n) for n in range(200, 0, -1)]) == 190
    assert p95([7.0]) == 7
    assert p95([1.0] * 19 + [9.0]) == 1
    assert p95([1.0] * 18 + [9.0, 9.0]) == 9


def test_a_run_exactly_on_target_holds() -> None:
    assert verdicts(results(0.65, 25.0, 149.0)) == [
        "save p95 at 50,000 / at 100: 1.30 (at most 1.3): holds",
        "JSONStorage's save / ours at 15,000, medians: 50.00 (at least 50): holds",
        "open at 15,000: 149.00 ms (at most 150 ms): holds",
        "open at 15,000, a ninth not yet compacted: 150.00 ms (at most 150 ms): holds",
    ]


def test_a_run_that_misses_says_so_on_every_line() -> None:
    assert verdicts(results(0.66, 24.9, 151.0)) == [
        "save p95 at 50,000 / at 100: 1.32 (at most 1.3): does not hold",
        "JSONStorage's save / ours at 15,000, medians: 49.80 (at least 50): does not hold",
        "open at 15,000: 151.00 ms (at most 150 ms): does not hold",
        "open at 15,000, a ninth not yet compacted: 152.00 ms (at most 150 ms): does not hold",
    ]


def test_what_was_not_measured_has_no_verdict() -> None:
    assert verdicts({size: {"save": [1.0]} for size in (100, 1_000)}) == []


def test_the_table_has_a_column_for_each_size_and_says_how_much_was_measured() -> None:
    lines = table("Somewhere", results(0.65, 25.0, 149.0)).splitlines()
    assert lines[0] == "Somewhere"
    assert lines[1].split() == ["check-ins", "100", "15,000", "50,000"]
    row = {line[:33].strip(): line[33:].split() for line in lines[2:]}
    assert row["file, MB"] == ["2.00", "2.00", "2.00"]
    assert row["saves measured"] == ["1", "3", "1"]
    assert row["save, median"] == ["0.50", "0.50", "0.65"]
    assert row["open, the quickest"] == ["2,000,000", "149", "2,000,000"]
    assert row["save, p95"] == ["0.50", "90", "0.65"]


def test_a_number_has_the_digits_that_matter() -> None:
    assert [number(value) for value in (0.456, 9.996, 12.4, 1234.5)] == ["0.46", "10.00", "12", "1,234"]
