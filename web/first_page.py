"""The first page, `index.html`, as the build makes it: words, style, scripts and pictures in one file; and the table of
all countries' lines.

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
DESCRIPTION = "A private recovery companion. It works offline and stays on your phone."
STEPS = range(1, 6)
LEVELS = (0, 2.5, 5.5, 8.5, 11.5)  # how high a battery is filled, of 12
PICTURE = re.compile(r"\{\{(mood|energy)-([1-5])\}\}")
# Flet puts its settings in the place of one comment, which stays.
COMMENT = re.compile(r"(?m)^\s*(/\*.*?\*/|<!--(?! fletAppConfig)(?:(?!-->).)*-->)\s*?$", re.DOTALL)
AFTER = re.compile(r"(?<=[;,{})\]]) +// .*$")  # a comment after what a line of a script says
PART = re.compile(r"\{\{(\w+\.(?:css|js))\}\}")  # a file that stands in the page itself
READS = """
import sys
from storage.first_aid import table
from storage.help_content import help_lines
sys.stdout.buffer.write(table(help_lines()).encode())
"""


def drawn(locale: str = "en") -> str:
    """The page with its words, style, scripts and pictures in place."""
    page = words.said(PAGE.read_text("utf-8"), locale).replace("{{sprout}}", SPROUT.read_text("utf-8").strip())
    page = page.replace("{{description}}", DESCRIPTION)
    page = PICTURE.sub(lambda found: (_face if found[1] == "mood" else _battery)(int(found[2])), page)
    return PART.sub(lambda found: _part(found[1]), lean(page))


def lean(text: str) -> str:
    """A file of the page without indentation, empty lines and comments.

    >>> lean("  a = b; // what\\n\\n  // why\\n  /* how */\\nc")
    'a = b;\\nc\\n'
    """
    lines = (AFTER.sub("", line).strip() for line in COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def lean_style(text: str) -> str:
    """A style sheet without what no browser reads.

    >>> lean_style("/* why */\\n.a, .b > p {\\n  margin: 0 1px;\\n  top: 0;\\n}")
    '.a,.b > p{margin:0 1px;top:0}'
    """
    close = re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return close.replace(": ", ":").replace(", ", ",").replace(";}", "}").strip()


def _part(name: str) -> str:
    text = (PAGE.parent / name).read_text("utf-8")
    return lean_style(text) if name.endswith(".css") else lean(text).strip()


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
    # What is drawn with a line is in a <g>, and the style sheet says how.
    return re.sub(r"<svg [^>]*(viewBox=[^>]*)>", r'<svg aria-hidden="true" \1>', re.sub(r"<g [^>]*>", "<g>", parts))


def _battery(value: int) -> str:
    """A battery, filled as far as the energy goes."""
    level = LEVELS[value - 1]
    case = '<g><path d="M8 5h8v16H8zM10.5 3.5h3"/></g>'
    fill = f'<path d="M9.5 {19.5 - level:g}h5v{level:g}h-5z"/>' if level else ""
    return f'<svg aria-hidden="true" viewBox="0 0 24 24">{case}{fill}</svg>'
