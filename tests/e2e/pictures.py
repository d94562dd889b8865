"""The picture of Python's memory, as it lies on the device: seen past Tend."""

from __future__ import annotations

from tests.e2e.phone import Phone, until

KEY = "tend-picture"
NAME = "tend-python.picture"
SECONDS = 150  # a second Python starts beside the first on a loaded machine
_BYTES = f"""const root = await navigator.storage.getDirectory();
    const read = async (name) => new Uint8Array(await (await (await root.getFileHandle(name)).getFile()).arrayBuffer());
    const name = "{NAME}";"""
_SIZE = f"async () => {{ {_BYTES} return (await read(name).catch(() => [])).length; }}"
_HOLDING = f"""async (word) => {{
    {_BYTES}
    const found = [];
    for await (const file of root.keys())
        if (new TextDecoder("latin1").decode(await read(file)).includes(word)) found.push(file);
    return found;
}}"""


def taken(phone: Phone) -> None:
    """Wait until one was taken."""
    until(lambda: str(phone.page.evaluate(f"() => localStorage['{KEY}']")).startswith("ready"), SECONDS)


def opened(phone: Phone) -> str:
    """Which way this start went: "picture" or "ordinary"."""
    return str(phone.page.evaluate("() => document.documentElement.dataset.opened"))


def size(phone: Phone) -> int:
    """Its bytes; 0 where there is none."""
    return int(phone.page.evaluate(_SIZE))


def files_with(phone: Phone, word: str) -> list[str]:
    """The private files in which a word stands."""
    return sorted(phone.page.evaluate(_HOLDING, word))


def said(phone: Phone, words: str) -> list[str]:
    """The console's lines with these words in them."""
    return [line for line in phone.console if words in line]
