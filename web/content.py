"""Sees that the content Tend ships is sound before it ships: read as the app itself reads it. Imports `web`.

The build may not import the app, so it has Python read the content in a process of its own.
"""

from __future__ import annotations

import re
import subprocess
import sys

from web.errors import BuildError

READS = """
from storage.help_content import help_lines
from storage.learn_content import articles
from storage.skills_content import built_in
built_in(), help_lines(), articles()
"""
# What a class of errors of ours is called before its message.
NAMES = re.compile(r"^.*(?:ContentUnsound|StorageForeign): ")


def check(reads: str = READS) -> None:
    """See that every built-in skill, every crisis line and every page of Learn can be read.

    Raises:
        BuildError: one cannot; the message names it and what is the matter with it.
    """
    ran = subprocess.run([sys.executable, "-c", reads], capture_output=True, text=True, check=False)
    if ran.returncode:
        last = ran.stderr.strip().splitlines()[-1:] or ["it was not said why"]
        raise BuildError(f"The content is not sound: {NAMES.sub('', last[0])}")
