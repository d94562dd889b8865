"""Power cuts and kills at any moment of anything that writes: what was acknowledged stands, and the next save works.

A kill point is a moment, and one of the ways in which what was not flushed by then may be lost, reordered or torn.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from storage import ledger as ledger_module
from storage.disk import DiskPlace
from tests.storage.byte_file_fakes import Contents, Journal, journalled
from tests.storage.ledgers import as_text, looked_at, opened, put, reopened, run
from tests.storage.stories import AFTER, FEW, NOTE, STORIES, Step, kept
from tests.storage.torture import say, share


def told(before: Contents, steps: list[Step]) -> tuple[Journal, list[tuple[int, str]]]:
    """The journal of opening and of the steps; and after how many operations which state was acknowledged."""

    async def tell() -> None:
        ledger = await opened(both)
        states.append((0, as_text(ledger.tables)))
        for step in steps:
            await step(ledger)
            states.append((len(journal.operations), as_text(ledger.tables)))

    journal, both = journalled(before)
    states: list[tuple[int, str]] = []
    run(tell())
    return journal, states


def may_stand(states: list[tuple[int, str]], done: int) -> set[str]:
    """The state that was acknowledged by then, and the one that was being written."""
    acknowledged = max(number for number, (at, _) in enumerate(states) if at <= done)
    return {text for _, text in states[acknowledged : acknowledged + 2]}


def survives(image: Contents, possible: set[str], is_damaged: bool) -> tuple[str, Contents]:
    """Open what a kill left: one of these states, nothing damaged that was not, a note as hidden as it says."""
    ledger, contents = reopened(image)
    text = as_text(ledger.tables)
    assert text in possible
    assert is_damaged or not ledger.damaged
    assert not (ledger.lock and any(NOTE.encode() in content for content in contents))
    return text, contents


@pytest.mark.parametrize("story", STORIES)
def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged_and_the_next_save_works(
    story: str,
) -> None:
    before, steps = STORIES[story]
    is_damaged = story.startswith("mending")
    journal, states = told(before, steps)
    points = 0
    for done in range(len(journal.operations) + 1):
        possible = may_stand(states, done)
        for image in journal.images(done, share(23, 2)):
            text, mended = survives(image, possible, is_damaged)
            again, saved = told(mended, [kept(AFTER)])
            assert saved[0][1] == text
            assert again.operations[0][1][0] == "write"  # mended is tidy: nothing is left to do but the save
            points += 1
    say(f"{points} kill points of {story}, 0 acknowledged records lost")
    assert points >= share(20, 150)


@pytest.mark.parametrize("story", STORIES)
def test_a_kill_during_the_recovery_from_a_kill_changes_nothing(story: str) -> None:
    before, steps = STORIES[story]
    is_damaged = story.startswith("mending")
    journal, states = told(before, steps)
    points = 0
    for done in range(len(journal.operations) + 1):
        possible = may_stand(states, done)
        images = list(journal.images(done, 97))
        for image in images[:: share(9, 2)]:
            recovery, _ = told(image, [])
            survivor = as_text(looked_at(image).tables)
            assert survivor in possible
            for second_done in range(len(recovery.operations) + 1):
                for second in list(recovery.images(second_done, 211))[:: share(3, 1)]:
                    survives(second, {survivor}, is_damaged)
                    points += 1
    say(f"{points} kill points of the recovery from a kill of {story}, 0 records changed")
    assert points >= share(20, 100)


def test_a_kill_while_a_save_compacts_first_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "ROOM_TO_GROW", 0)
    steps = [kept(put(f"more {number}", NOTE * 9)) for number in range(8)]
    journal, states = told(FEW, steps)
    assert sum(name == "truncate" for _, (name, _, _) in journal.operations) >= 3  # it compacted so often
    points = 0
    for done in range(len(journal.operations) + 1):
        for image in journal.images(done, share(23, 2)):
            survives(image, may_stand(states, done), is_damaged=False)
            points += 1
    say(f"{points} kill points of saves that compact first, 0 acknowledged records lost")
    assert points >= share(200, 2_000)


def test_what_was_acknowledged_last_is_flushed_whole() -> None:
    for before, steps in STORIES.values():
        journal, states = told(before, steps)
        (image,) = set(journal.images(len(journal.operations)))
        assert as_text(looked_at(image).tables) == states[-1][1]


WRITER = """
import asyncio, sys
from pathlib import Path
from storage import ledger as of, openssl
from storage.disk import DiskPlace

of.ROOM_TO_GROW = 60_000

async def write():
    ledger = await of.Ledger.open(await DiskPlace(Path(sys.argv[1])).open(), openssl.OpenSsl())
    count = ledger.tables.get("counts", {}).get("mine", {}).get("count", 0)
    while True:
        count += 1
        await ledger.commit((("counts", "mine", {"count": count, "padding": "x" * (count * 7919 % 50_000)}),))
        print(count, flush=True)

asyncio.run(write())
"""


@pytest.mark.slow
def test_a_killed_process_loses_nothing_it_acknowledged_and_its_lock_is_gone(tmp_path: Path) -> None:
    acknowledged, rounds = 0, share(8, 100)
    for number in range(rounds):
        command = [sys.executable, "-c", WRITER, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            for _ in range(3 + number % 17):
                acknowledged = int(writer.stdout.readline())
            writer.kill()
            acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
        contents = run(DiskPlace(tmp_path).contents())
        ledger = looked_at(contents)
        count = ledger.tables["counts"]["mine"]["count"]
        assert count - acknowledged in (0, 1)  # one more may be safe already and not yet said to be
        assert ledger.damaged == 0
        acknowledged = count
    say(f"{rounds} processes killed during {acknowledged} saves, 0 acknowledged records lost")
