"""What ships to the browser of plyer and icalendar is enough for Tend, without a table of time zones."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from web.packages import ships

PACKAGES = ("icalendar", "dateutil", "tzdata", "plyer")
IN_THE_BROWSER = """
import sys, asyncio
sys.path[:] = [path for path in sys.path if "site-packages" not in path and path]
sys.path[:0] = sys.argv[1:]
from datetime import UTC, datetime
from domain.quieting import Known
from domain.reminders import Notice, Reminder, ReminderKind
from reminders.calendar_file import calendar_file
from reminders.web import WebNotifier
sys.platform = "emscripten"
now = datetime(2026, 11, 24, 9, tzinfo=UTC)
pills = Reminder("r", ReminderKind.OWN, (600,), weekdays=(1,), words="Pills")
aware = lambda naive: naive.replace(tzinfo=UTC)
content, _ = calendar_file([pills], Known(), now, aware, lambda one: one.words, "Tend")
print(content.decode().count("BEGIN:VEVENT"))
async def show(notice):
    print(notice.title, notice.words, notice.address)
    return True
print(asyncio.run(WebNotifier(show).notify(Notice("Tea", "now", "/goals"))))
foreign = [module for module in sys.modules.values() if "site-packages" in (getattr(module, "__file__", None) or "")]
print(foreign)
"""


def shipped(folder: Path) -> int:
    """Copies what ships; the number of files."""
    count = 0
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        assert spec
        assert spec.origin
        home = Path(spec.origin).parent
        for path in home.rglob("*"):
            name = path.relative_to(home.parent).as_posix()
            if path.is_file() and "__pycache__" not in name and ships(name):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, folder / name)
                count += 1
    return count


@pytest.mark.slow
def test_what_ships_writes_a_calendar_file_and_notifies_without_any_time_zones(tmp_path: Path) -> None:
    assert shipped(tmp_path) < 120
    command = [sys.executable, "-S", "-c", IN_THE_BROWSER, str(tmp_path), os.getcwd()]
    environment = {**os.environ, "PYTHONTZPATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (result.stdout.splitlines(), result.stderr) == (["1", "Tea now /goals", "True", "[]"], "")
