"""Fonts for the build: fallback fonts from our own folder, and the icon font cut to the icons in use.

Imports the standard library, fontTools and `web.errors`. It reads the files of the installed `flet` and `flet_web`
without importing them.

Flutter's engine holds three tables: the fallback fonts it may fetch (724 Noto files), the sets of fonts that share
characters, and the set of each code point. It picks the font that covers most of a text, and the Chinese, Japanese and
Korean slices cover Cyrillic, Greek and Vietnamese too: "Привет" fetches "Noto Sans SC 97". So answering the same names
with other files draws such words as boxes; `point_fallbacks` writes all three tables anew, from what our files hold.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

from web.errors import BuildError

FOLDER = Path(__file__).parent.parent / "assets" / "fonts"
MAIN_FACE = "AtkinsonHyperlegibleNext.woff2"
EMPTY_FACE = "none.woff2"
# Engine family -> our file; a code point in two files belongs to the first. The engine puts a family whose name starts
# with "Noto Color Emoji" before the others, and looks for one named "Noto Sans Symbols" at start.
FALLBACKS = {
    "Noto Sans Arabic": "notosansarabic.woff2",
    "Noto Sans Hebrew": "notosanshebrew.woff2",
    "Noto Sans": "notosans.woff2",
    "Noto Color Emoji": "notocoloremoji.woff2",
}
SYMBOLS_FAMILY = "Noto Sans Symbols"
FIRST_ASKED = 0xA0  # the engine never looks for anything below
CODE_POINTS = 0x110000
# Joiners and marks with nothing to draw: alone, they are no reason to fetch a font.
INVISIBLE = frozenset(
    {0xAD, 0x34F, 0x61C, 0xFEFF}.union(
        range(0x200B, 0x2010), range(0x2028, 0x202F), range(0x2060, 0x2070), range(0xFE00, 0xFE10)
    )
)

# Material icons that Flutter's and Flet's own widgets draw (pickers, menus, fields, tables, players), with no mention
# in our code. The tests compare the list with the installed client.
FLUTTER_ICONS = frozenset(
    """
    ACCESS_TIME ARROW_BACK ARROW_DOWNWARD ARROW_DROP_DOWN ARROW_DROP_UP ARROW_LEFT ARROW_RIGHT ARROW_UPWARD
    BRIGHTNESS_HIGH BRIGHTNESS_LOW BRIGHTNESS_MEDIUM CALENDAR_TODAY CANCEL CANCEL_OUTLINED CHECK CHECK_BOX
    CHECK_BOX_OUTLINE_BLANK CHEVRON_LEFT CHEVRON_RIGHT CLEAR CLOSE CONTENT_COPY DONE DRAG_HANDLE EDIT EDIT_OUTLINED
    ERROR_OUTLINE EXPAND_MORE FAST_FORWARD FAST_REWIND FAVORITE FULLSCREEN FULLSCREEN_EXIT INFO_OUTLINED
    KEYBOARD_OUTLINED MENU MORE_HORIZ MORE_VERT SKIP_NEXT SKIP_PREVIOUS VISIBILITY VISIBILITY_OFF VOLUME_DOWN
    VOLUME_OFF VOLUME_UP
    """.split()  # noqa: SIM905 (a literal list would fill a page)
)

_FONT_TABLE = re.compile(r'\[(?:[\w$]+\.[\w$]+\("Noto [^"]*","[^"]*"\),?){2,}\]')
_FONT_SETS = re.compile(r'"[0-9a-z,]{3000,}"')
_SET_OF_CODE_POINT = re.compile(r'"[0-9A-Za-z]{3000,}"')
_ROBOTO = re.compile(r'"roboto/v\d+/[^"]*"')
_FONT_NAME = re.compile(r'"((?:noto|roboto)[a-z0-9]*/v\d+/[^"]*)"')
_ICON = re.compile(r'\b([\w$]+\.[\w$]+)=new [\w$.]+\(([\de]+),"MaterialIcons",[^(),]*,![01]\)')
_ICON_TABLE = re.compile(r"\[((?:[\w$]+\.[\w$]+,){999,}[\w$]+\.[\w$]+)\]")
_ICON_NAME = re.compile(r"[A-Z][A-Z0-9_]*")


class FontTableNotFound(BuildError):
    """The Flutter client no longer holds its font or icon tables in the form this module knows."""


class IconNotFound(BuildError):
    """An icon that the app names has no glyph in the client's icon font."""


class Client(NamedTuple):
    """What the installed client knows of Material icons."""

    index_of: Mapping[str, int]  # ft.Icons name -> place in its table
    code_points: tuple[int, ...]  # place in its table -> code point
    glyphs: frozenset[int]  # the code points that its icon font draws


def point_fallbacks(main_dart_js: str, folder: Path = FOLDER) -> str:
    """The client's `main.dart.js`, asking for the fonts in `folder` and for no others.

    A character that none of them draws is then missing to the engine too, and nothing is fetched for it.

    Raises:
        FontTableNotFound: a table is not there exactly once, or a name of the engine's own remains.
    """
    owners = _owners(folder)
    families = {**FALLBACKS, SYMBOLS_FAMILY: EMPTY_FACE}
    table = _only(_FONT_TABLE, main_dart_js, "table of fallback fonts")
    make = table[1 : table.index("(")]
    entries = ",".join(f'{make}("{family}","{name}")' for family, name in families.items())
    font_sets = ",".join(["", *(_numeral(place) for place in range(len(FALLBACKS)))])
    text = main_dart_js
    for pattern, what, ours in (
        (_FONT_TABLE, "table of fallback fonts", f"[{entries}]"),
        (_FONT_SETS, "list of font sets", f'"{font_sets}"'),
        (_SET_OF_CODE_POINT, "map of code points", f'"{_code_point_map(owners)}"'),
        (_ROBOTO, "default font", f'"{MAIN_FACE}"'),
    ):
        text = text.replace(_only(pattern, text, what), ours)
    if remaining := font_names(text):
        raise FontTableNotFound(f"main.dart.js still asks for {remaining[0]}; check web/fonts.py against flet-web.")
    return text


def font_names(main_dart_js: str) -> list[str]:
    """The engine's own names of the font files it may fetch, in order; empty after `point_fallbacks`."""
    return _FONT_NAME.findall(main_dart_js)


def subset_icons(font: bytes, used: Iterable[int]) -> bytes:
    """The OpenType icon font with the glyphs of the code points `used` only; the same bytes on every run.

    Raises:
        IconNotFound: the font has no glyph for one of them.
    """
    wanted = sorted(set(used))
    icons = TTFont(BytesIO(font), recalcTimestamp=False)
    if missing := set(wanted) - set(icons.getBestCmap()):
        raise IconNotFound(f"The icon font has no glyph for U+{min(missing):04X}.")
    options = subset.Options(layout_features=[], hinting=False, name_IDs=[1, 2], notdef_outline=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(icons)
    result = BytesIO()
    icons.save(result)
    return result.getvalue()


def icon_code_points(names: Iterable[str]) -> dict[str, int]:
    """The code point that the installed client draws for each `ft.Icons` name, in alphabetical order of the names.

    Flet sends an icon as a number: 0x10000 plus its place in a table inside `main.dart.js`, whose entries hold the
    code points. The glyphs' own names would not do: 445 icons are named otherwise there (COPY is `content_copy`).

    Raises:
        IconNotFound: there is no such icon, or the font does not draw it.
        FontTableNotFound: the client's table was not found.
    """
    client = _installed_client()
    points = {}
    for name in sorted(set(names)):
        index = client.index_of.get(name)
        if index is None or client.code_points[index] not in client.glyphs:
            raise IconNotFound(f"ft.Icons.{name} has no glyph in the client's icon font; pick another icon.")
        points[name] = client.code_points[index]
    return points


def used_icon_names(sources: Iterable[Path]) -> frozenset[str]:
    """Every NAME of an `ft.Icons.NAME`, `flet.Icons.NAME` or `Icons.NAME` in the Python files `sources`."""
    return frozenset(name for path in sources for name in _icon_names(ast.parse(path.read_text("utf-8"), str(path))))


def icon_table(main_dart_js: str, count: int) -> tuple[int, ...]:
    """The code points of the client's table of `count` Material icons, by place.

    Raises:
        FontTableNotFound: no list of that length holds Material icons alone.
    """
    # dart2js writes 61000 as 61e3.
    code_points = {name: int(float(number)) for name, number in _ICON.findall(main_dart_js)}
    for listed in _ICON_TABLE.findall(main_dart_js):
        names = listed.split(",")
        if len(names) == count and code_points.keys() >= set(names):
            return tuple(code_points[name] for name in names)
    raise FontTableNotFound(f"main.dart.js holds no table of {count} Material icons; install matching flet versions.")


def _icon_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _ICON_NAME.fullmatch(node.attr):
            owner = node.value
            last = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            if last == "Icons":
                yield node.attr


@cache
def _installed_client() -> Client:
    icons = json.loads((_package("flet") / "controls/material/icons.json").read_text("utf-8"))
    web = _package("flet_web") / "web"
    code_points = icon_table((web / "main.dart.js").read_text("utf-8"), len(icons))
    with TTFont(web / "assets/fonts/MaterialIcons-Regular.otf") as font:
        glyphs = frozenset(font.getBestCmap())
    return Client({name: number & 0xFFFF for name, number in icons.items()}, code_points, glyphs)


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise BuildError(f"{name} is not installed.")
    return Path(spec.origin).parent


def _only(pattern: re.Pattern[str], text: str, what: str) -> str:
    found = [match.group() for match in pattern.finditer(text)]
    if len(found) != 1:
        raise FontTableNotFound(
            f"main.dart.js holds the {what} {len(found)} times, not once; check web/fonts.py against flet-web."
        )
    return found[0]


def _owners(folder: Path) -> dict[int, int]:
    """Code point -> number of the font set that draws it; set n + 1 holds the n-th of `FALLBACKS` alone.

    Left out is what the main face draws: the engine looks up a whole paragraph when one character is missing, and
    "café 😀" should fetch the emoji alone.
    """
    owners: dict[int, int] = {}
    drawn = _covered(folder / MAIN_FACE) | INVISIBLE
    for number, name in enumerate(FALLBACKS.values(), start=1):
        for code_point in sorted(_covered(folder / name) - drawn):
            if code_point >= FIRST_ASKED:
                owners.setdefault(code_point, number)
    return owners


def _covered(font: Path) -> set[int]:
    with TTFont(font) as opened:
        return set(opened.getBestCmap())


def _code_point_map(owners: Mapping[int, int]) -> str:
    """All code points as runs of one font set, in the engine's spelling; the set of no fonts is number 0.

    A run is its length minus 2 as a numeral in lower case (nothing for a length of 1) and its set in upper case:
    160 code points of set 0, then 3 of set 1, read `6cAbB` (158 = 6 * 26 + 2).
    """
    runs = groupby(range(CODE_POINTS), lambda code_point: owners.get(code_point, 0))
    spelled = ((number, sum(1 for _ in run)) for number, run in runs)
    return "".join((_numeral(n - 2) if n > 1 else "") + _numeral(number).upper() for number, n in spelled)


def _numeral(number: int) -> str:
    """The engine's numerals: quotient by 26 in digits (nothing for 0), remainder as a letter: 28 is `1c`."""
    quotient, remainder = divmod(number, 26)
    return f"{quotient or ''}{chr(ord('a') + remainder)}"
