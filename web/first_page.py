"""The first page, `index.html`, as the build makes it: its words, its pictures, and the table of all countries' lines.

Imports `web`. Files are named from the folder the build runs in.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from web import words
from web.errors import BuildError

PAGE = Path("web/page/index.html")
SPROUT = Path("assets/icons/sprout.svg")
FACES = Path("assets/faces")
TABLE = "lines.json"
STEPS = range(1, 6)
LEVELS = (0, 2.5, 5.5, 8.5, 11.5)  # how high a battery is filled, of 12
PICTURE = re.compile(r"\{\{(mood|energy)-([1-5])\}\}")
COMMENT = re.compile(r"(?m)^\s*(/\*.*?\*/|<!-- .{30,}?-->)\s*?$", re.DOTALL)
LEAN = ("boot.css", "bridge.js", "first_aid.js")
READS = """
import sys
from storage.first_aid import table
from storage.help_content import help_lines
sys.stdout.buffer.write(table(help_lines()).encode())
"""


def drawn(locale: str = "en") -> str:
    """The page with its words and pictures in place."""
    page = words.said(PAGE.read_text("utf-8"), locale).replace("{{sprout}}", SPROUT.read_text("utf-8").strip())
    return lean(PICTURE.sub(lambda found: (_face if found[1] == "mood" else _battery)(int(found[2])), page))


def lean(text: str) -> str:
    """A file of the page without indentation, empty lines and lines that are a comment alone.

    >>> lean("  a: b;   \\n\\n  // why\\n  /* how */\\nc")
    'a: b;\\nc\\n'
    """
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def table() -> str:
    """What can be called in every country, as JSON; read as the app itself reads it.

    Raises:
        BuildError: the content is not sound.
    """
    ran = subprocess.run([sys.executable, "-c", READS], capture_output=True, check=False)
    if ran.returncode:
        raise BuildError("The table of lines could not be written; run make test to see what is the matter with them.")
    return ran.stdout.decode("utf-8")


def _face(value: int) -> str:
    """One of our own faces, in the colour of the words beside it."""
    drawing = (FACES / f"mood-{value}.svg").read_text("utf-8")
    parts = re.sub(r">\s+<", "><", drawing).strip()
    parts = parts.replace("#000", "currentColor").replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return re.sub(r'<svg width="24" height="24"', '<svg aria-hidden="true"', parts)


def _battery(value: int) -> str:
    """A battery, filled as far as the energy goes."""
    level = LEVELS[value - 1]
    case = '<path fill="none" stroke="currentColor" stroke-width="1.9" d="M8 5h8v16H8zM10.5 3.5h3"/>'
    fill = f'<path fill="currentColor" d="M9.5 {19.5 - level:g}h5v{level:g}h-5z"/>' if level else ""
    return f'<svg aria-hidden="true" viewBox="0 0 24 24">{case}{fill}</svg>'
