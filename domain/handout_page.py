"""A handout as a page of its own: large print, black on white, A4, nothing that is fetched. Pure functions.

Imports the standard library and `domain`.
"""

from __future__ import annotations

from html import escape
from unicodedata import bidirectional

from domain.handout import REPLACED, Entry, Handout, Section, whole

# `:host`: web/page/print.js stands it in a page around it too, whose `@page` says the same as this one.
# The device's own fonts come last, so that every script it can draw is drawn. Colours are left alone in print: black.
_STYLE = """
@page { size: A4; margin: 15mm; }
:root { color-scheme: light; }
body, :host { margin: 0; background: #fff; color: #000; font: 16pt/1.45 system-ui, sans-serif; }
main { max-width: 180mm; margin: 0 auto; }
h1, h2, p { margin: 0; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
h1 { font-size: 26pt; line-height: 1.2; }
h2 { font-size: 19pt; line-height: 1.25; margin: 9mm 0 2mm; padding-top: 2mm; border-top: .6mm solid #000;
  break-after: avoid; break-inside: avoid; }
.dated { font-size: 13pt; margin-top: 1mm; }
.closing { font-size: 13pt; margin-top: 9mm; break-inside: avoid; }
.entry { margin: 0 0 4mm; padding-inline-start: 6mm; border-inline-start: 1mm solid #000; break-inside: avoid; }
.entry.long { break-inside: auto; }
.words, .more { white-space: pre-wrap; orphans: 3; widows: 3; }
@media screen { body { padding: 20px 16px 40px; } }
"""
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
ENGLISH = "en-GB"
LONG = 1_500  # characters: about a page; one that is longer may go over to the next, between two lines


def as_page(handout: Handout, language: str) -> str:
    """The whole document; `language` is that of the headings ("en-GB").

    Every character of what was ticked stands in it, in order; a NUL, which no such document can hold, becomes U+FFFD.

    >>> page = as_page(Handout("My plan", "", (Section("Alone", (Entry("<b>Tea</b> & toast"),)),)), "en-GB")
    >>> "&lt;b&gt;Tea&lt;/b&gt; &amp; toast" in page, "<b>" in page
    (True, False)
    """
    dated = [f'<p class="dated">{marked(handout.dated)}</p>'] if handout.dated else []
    body = ["<main>", f"<h1>{marked(handout.title)}</h1>", *dated]
    body += [line for section in handout.sections for line in _section(section)]
    body += [f'<p class="closing">{marked(handout.closing)}</p>'] if handout.closing else []
    return document(handout.title, language, _STYLE, "\n".join([*body, "</main>"]))


def document(title: str, language: str, style: str, body: str) -> str:
    """A page that runs nothing, fetches nothing and sends nothing; `body` is marked up already."""
    return _PAGE.format(language=marked(language), title=marked(title), style=style, body=body)


def marked(text: str) -> str:
    """Words as they stand in a document: no markup, and a line's end of any kind comes through.

    >>> marked("a <b> & 'c'\\r")
    'a &lt;b&gt; &amp; &#x27;c&#x27;&#13;'
    """
    return escape(whole(text)).replace("\0", REPLACED).replace("\r", "&#13;")


def reads_from_right(words: str) -> bool:
    """Whether a browser begins such words on the right: their first letter with a direction says so.

    >>> [reads_from_right(words) for words in ("Tea", "12 شاي", "שלום", "", "Tea שלום")]
    [False, True, True, False, False]
    """
    directions = (bidirectional(letter) for letter in words)
    return next((found for found in directions if found in ("L", "R", "AL")), "L") != "L"


def _section(section: Section) -> list[str]:
    entries = [line for entry in section.entries for line in _entry(entry)]
    return [f"<h2>{marked(section.heading)}</h2>", *entries]


def _entry(entry: Entry) -> list[str]:
    length = sum(map(len, (entry.words, *entry.more)))
    name = "entry long" if length > LONG else "entry"
    more = [f'<p class="more">{marked(words)}</p>' for words in entry.more]
    # Its direction is that of its first letter; each line has its own, by `unicode-bidi`.
    return [f'<div class="{name}" dir="auto">', f'<p class="words">{marked(entry.words)}</p>', *more, "</div>"]
