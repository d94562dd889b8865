"""A session bus and a notification daemon for a test; `python -m tests.reminders.daemon` gets them ahead of the tests.

They are those on this machine, else Debian's (as root, and said so). Never none: the tests that need them would be
silently absent. What is started here is stopped here, by its own process.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

PROGRAMS = {"dunst": "dunst", "dbus-daemon": "dbus-daemon", "dbus-send": "dbus-bin", "notify-send": "libnotify-bin"}
PROGRAMS |= {"Xvfb": "xvfb", "dunstctl": "dunst"}  # dunst draws on a screen; this one nobody sees
NAME = "org.freedesktop.Notifications"
PATIENCE = 20  # seconds
SHOWN, BUTTON = "shown", "button"  # files: what dunst showed, and the words of the button to be tapped


class NoDaemon(Exception):
    """There is no notification daemon here and none could be had; the message says what to install."""


def see_programs() -> None:
    """See that all that is needed is here.

    Raises:
        NoDaemon: something is not, and could not be had.
    """
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing and Path("/etc/debian_version").exists() and os.geteuid() == 0:
        packages = sorted({PROGRAMS[program] for program in missing})
        print(f"Installing Debian's {', '.join(packages)} …", flush=True)  # noqa: T201 - nothing comes unsaid
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *command], env=environment, capture_output=True, check=False, timeout=900)
        missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        needed = " ".join(sorted(set(PROGRAMS.values())))
        raise NoDaemon(f"The reminder tests need {', '.join(missing)} (on Debian or Ubuntu: apt-get install {needed})")


class Desktop:
    """A desktop with a daemon that shows notices, and what a program needs to know to reach it."""

    def __init__(self, dunst: subprocess.Popen[bytes], folder: Path, environment: dict[str, str]) -> None:
        self._dunst, self._folder, self.environment = dunst, folder, environment

    def shown(self, at_least: int = 0) -> list[tuple[str, str]]:
        """Title and words of every notice the daemon showed, once there are so many."""
        until = time.monotonic() + PATIENCE
        while True:
            text = (self._folder / SHOWN).read_text("utf-8")
            found = re.findall(r"\n\tsummary: '(.*?)'\n\tbody: '(.*?)'\n", text, re.DOTALL)
            if len(found) >= at_least or time.monotonic() > until:
                return found
            time.sleep(0.02)

    def tap(self, button: str = "") -> None:
        """Tap the latest notice, or the button on it that says so; the daemon tells whoever showed it."""
        (self._folder / BUTTON).write_text(f"{button}\n", "utf-8")
        command = ["dunstctl", *(["context"] if button else ["action", "0"])]
        subprocess.run(command, env={**os.environ, **self.environment}, check=True, timeout=PATIENCE)

    def leave(self) -> None:
        """The daemon ends; the bus stays."""
        _stop(self._dunst)

    def hang(self) -> None:
        """The daemon takes calls and never answers."""
        self._dunst.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It answers again."""
        self._dunst.send_signal(signal.SIGCONT)


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """Start a screen, a bus and a daemon of our own."""
    see_programs()
    with ExitStack() as stack:
        display = stack.enter_context(_says(["Xvfb", "-screen", "0", "320x240x24", "-nolisten", "tcp", "-displayfd"]))
        config = folder / "bus.conf"  # a bus that starts no daemon by itself
        config.write_text(
            f"<busconfig><type>session</type><listen>unix:tmpdir={tempfile.gettempdir()}</listen><auth>EXTERNAL</auth>"
            '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
            '<allow own="*"/></policy></busconfig>'
        )
        bus = [f"--config-file={config}", "--nofork", "--print-address"]
        address = stack.enter_context(_says(["dbus-daemon", *bus], joined="="))
        environment = {"DISPLAY": f":{display}", "DBUS_SESSION_BUS_ADDRESS": address}
        settings = folder / "dunstrc"  # it asks a program which button is meant, and shows what is alike one by one
        chooses = f"dmenu = grep --fixed-strings --file={folder / BUTTON}"
        settings.write_text(f"[global]\n{chooses}\nstack_duplicates = false\n")
        with (folder / SHOWN).open("wb") as out:
            command = ["dunst", "-print", "-config", str(settings)]
            dunst = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, **environment})
        stack.callback(_stop, dunst)
        _wait_for_name({**os.environ, **environment})
        yield Desktop(dunst, folder, environment)


@contextmanager
def _says(command: list[str], joined: str = " ") -> Iterator[str]:
    """Start a program that takes a file descriptor to say a line on; what it said."""
    ours, its = os.pipe()
    last = command[:-1] + ([f"{command[-1]}={its}"] if joined == "=" else [command[-1], str(its)])
    process = subprocess.Popen(last, pass_fds=(its,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(its)
    try:
        with os.fdopen(ours) as said:
            line = said.readline().strip()
        assert line, f"{command[0]} did not start"
        yield line
    finally:
        _stop(process)


def _wait_for_name(environment: dict[str, str]) -> None:
    ask = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]
    ask += ["org.freedesktop.DBus.NameHasOwner", f"string:{NAME}"]
    until = time.monotonic() + PATIENCE
    while b"true" not in subprocess.run(ask, env=environment, capture_output=True, check=False).stdout:
        assert time.monotonic() < until, "dunst did not start"
        time.sleep(0.05)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGCONT)
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    try:
        see_programs()
    except NoDaemon as error:
        sys.exit(str(error))
