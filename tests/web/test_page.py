"""The page that stands before Python does: its words go through the catalogue like all others."""

from __future__ import annotations

import re
from pathlib import Path

from web import words

PAGE = Path("web/page/index.html").read_text("utf-8")
BRIDGE = Path("web/page/bridge.js").read_text("utf-8")
UPDATES = Path("web/page/updates.js").read_text("utf-8")
FIRST = Path("web/page/first_aid.js").read_text("utf-8")


def visible(page: str) -> str:
    """What a person could read on a page: its text without comments, scripts and tags."""
    body = re.search(r"<body>(.*)</body>", page, re.DOTALL)
    assert body
    return re.sub(r"<!--.*?-->|<script.*?</script>|<[^>]*>", " ", body[1], flags=re.DOTALL)


def test_no_word_of_the_page_stands_outside_the_catalogue() -> None:
    bare = words.PLACEHOLDER.sub("", visible(PAGE))
    bare = re.sub(r"\{\{(sprout|(mood|energy)-[1-5])\}\}", "", bare)
    assert re.findall(r"[A-Za-z]+", bare) == []
    assert re.findall(r"[A-Za-z]+", words.PLACEHOLDER.sub("", visible("<body><p>Hello</p></body>"))) == ["Hello"]
    assert re.findall(r'textContent = ["`]', BRIDGE + UPDATES + FIRST) == []


def test_the_page_is_said_in_the_catalogues_words() -> None:
    said = words.said(PAGE)
    assert "{{_" not in said
    assert "Tend is opening…" in visible(said)
    assert words.said("{{_ No such <words>}}") == "No such &lt;words&gt;"
