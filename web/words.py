"""`python -m web.words`: gathers every word on screen into `assets/locale/`, keeping what is translated already."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

LOCALES = Path("assets/locale")
TEMPLATE = LOCALES / "tend.pot"
SOURCES = ("views",)
PAGE, NEUTRAL = Path("web/page/index.html"), Path("web/page/neutral.html")
# `{{_ words}}` or, where a word means several things, `{{_ context | word}}`; words may end in a place of their own.
PLACEHOLDER = re.compile(r"\{\{_ (?:(\w+) \| )?(.+?)\}\}(?!\})")
# Header fields that change without the words, or that Babel fills with placeholders.
NOT_OURS = tuple(
    f'"{name}'
    for name in ("POT-Creation", "PO-Revision", "Generated-By", "Report-Msgid", "Last-Translator", "Language-Team")
)
HEADER = "# Words of Tend."
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def said(page: str, locale: str = "en") -> str:
    """The page with its words, `{{_ …}}`, in a language; what that one lacks stays in English."""
    with (LOCALES / locale / "LC_MESSAGES" / "tend.po").open("rb") as source:
        catalogue = pofile.read_po(source)

    def words(found: re.Match[str]) -> str:
        message = catalogue.get(found[2], found[1])
        return html.escape(str(message.string) if message and message.string else found[2])

    return PLACEHOLDER.sub(words, page)


def gather() -> Catalog:
    """The catalogue of every message in the views, without dates or line numbers: it changes with words only."""
    catalogue = Catalog(project="Tend", version="1", fuzzy=False, header_comment=HEADER)
    for folder in SOURCES:
        for name, _, message, comments, context in sorted(extract_from_dir(folder, keywords=KEYWORDS)):
            catalogue.add(message, locations=[(f"{folder}/{name}", 0)], auto_comments=comments, context=context)
    for page in (PAGE, NEUTRAL):
        for context, message in PLACEHOLDER.findall(page.read_text("utf-8")):
            catalogue.add(message, locations=[(page.as_posix(), 0)], context=context or None)
    return catalogue


def as_text(catalogue: Catalog) -> str:
    """The catalogue as a .po file."""
    out = io.BytesIO()
    pofile.write_po(out, catalogue, omit_header=False, sort_output=True, include_lineno=False, width=110)
    lines = out.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not line.startswith(NOT_OURS)) + "\n"


def main() -> int:
    """Write the template and bring each language's catalogue up to it."""
    template = gather()
    TEMPLATE.write_text(as_text(template), "utf-8")
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/tend.po")):
        with path.open("rb") as source:
            catalogue = pofile.read_po(source, locale=path.parts[-3])
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.project, catalogue.version, catalogue.fuzzy, catalogue.header_comment = "Tend", "1", False, HEADER
        path.write_text(as_text(catalogue), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
