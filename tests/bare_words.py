"""Finds words in the views that would reach the screen without passing through the catalogue.

Every string with a letter in it is suspect, unless one of these says why no person reads it:

- it documents the code (a docstring);
- it is the message of `_`, `ngettext` or `pgettext`;
- it names something to the code: a dictionary's key, a subscript, one side of a comparison, a part of a path, a
  format's own letters, an argument called as in `NAMING_ARGUMENTS`, or one of a function that takes names (`NAMERS`);
- it is an identifier with underscores, or made of nothing but addresses, colours and placeholders (`NOT_WORDS`);
- it is the name of a control or a type to Flet (`CONTROLS`);
- it is the lower-case value of a constant in capitals, or of a variable in `NAMING_VARIABLES`, that nothing draws;
- it is one of the few proper names (`PROPER`).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

CATALOGUE = {"_", "ngettext", "pgettext"}
NAMERS = {
    *("getattr", "setattr", "hasattr", "get", "pop", "getLogger", "TypeVar", "ParamSpec", "translation", "error"),
    *("split", "strip", "startswith", "endswith", "removeprefix", "removesuffix", "replace", "read_text", "_style"),
    *("use_state", "use_ref", "ask", "on_ask", "stop_asking", "Shelf", "control"),
}
NAMING_ARGUMENTS = {"key", "path", "route", "src"}
NAMING_VARIABLES = {"question"}  # what the sheet asks besides the standing questions
DRAWERS = {"text", "line", "heading", "text_button", "icon_button", "main_button", "choice", "entry", "detail_bar"}
NOT_WORDS = re.compile(
    r"([a-z]+(_[a-z]+)+|(/[\w/:.-]*|#[0-9A-Fa-f]{6}|tel:|sms:|\?&body=|https?://\S*|%s|[^A-Za-zÀ-ÿ])*)"
)
# The font; a site's own name; the codes of a language and its country.
PROPER = {"Atkinson Hyperlegible Next", "findahelpline.com", "en", "GB"}


def bare_words(source: str) -> list[str]:
    """The suspect strings, as "line: words"."""
    module = ast.parse(source)
    excused = {id(node) for node in _excused(module)}
    return [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in excused
        and node.value not in PROPER
        and not NOT_WORDS.fullmatch(node.value)
    ]


def _excused(module: ast.Module) -> Iterator[ast.AST]:
    drawn = _drawn(module)
    for node in ast.walk(module):
        for part in _naming(node, drawn):
            yield from ast.walk(part)


def _drawn(module: ast.Module) -> set[str]:
    """The variables handed to something that draws."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    drawing = [
        call
        for call in calls
        if _called(call) in DRAWERS or (isinstance(call.func, ast.Attribute) and _called(call)[0].isupper())
    ]
    given = [value for call in drawing for value in [*call.args, *(k.value for k in call.keywords)]]
    return {value.id for value in given if isinstance(value, ast.Name)}


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "?")


def _naming(node: ast.AST, drawn: set[str]) -> list[ast.expr]:
    """The parts of `node` that document or name, and that no person reads."""
    match node:
        case ast.Expr(value=ast.Constant() as documentation):
            return [documentation]
        case ast.Dict(keys=keys):
            return [key for key in keys if key]
        case ast.Subscript(slice=part) | ast.FormattedValue(format_spec=ast.expr() as part):
            return [part]
        case ast.Compare(left=left, comparators=others):
            return [left, *others]
        case ast.BinOp(op=ast.Div(), left=left, right=right):
            return [left, right]
        case ast.keyword(arg=name, value=value) if name in NAMING_ARGUMENTS:
            return [value]
        case ast.Assign(targets=[ast.Name() | ast.Tuple() as target], value=value):
            names = {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
            named = names <= NAMING_VARIABLES or (all(map(str.isupper, names)) and _is_lower_case(value))
            return [value] if named and not names & drawn else []
        case ast.Call(args=arguments) if _called(node) in CATALOGUE | NAMERS:
            return [argument for argument in arguments if isinstance(argument, ast.Constant)]
    return []


def _is_lower_case(value: ast.expr) -> bool:
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return all(isinstance(part, ast.Constant) and str(part.value) == str(part.value).lower() for part in parts)
