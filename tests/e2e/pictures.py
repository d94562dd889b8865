"""The picture of Python's memory, as it lies on the device: seen, spoilt and laid back past Tend."""

from __future__ import annotations

from tests.e2e.phone import Phone, until

KEY = "tend-picture"
NAME = "tend-python.picture"
SOUND = "sound.picture"
SECONDS = 150  # a second Python starts beside the first on a loaded machine
_BYTES = f"""const root = await navigator.storage.getDirectory();
    const read = async (name) => new Uint8Array(await (await (await root.getFileHandle(name)).getFile()).arrayBuffer());
    const write = async (name, bytes) => {{
        const file = await (await root.getFileHandle(name, {{ create: true }})).createWritable();
        await file.write(bytes);
        await file.close();
    }};
    const name = "{NAME}", sound = "{SOUND}";"""
_SIZE = f"async () => {{ {_BYTES} return (await read(name).catch(() => [])).length; }}"
_PUT_ASIDE = f"async () => {{ {_BYTES} await write(sound, await read(name)); }}"
_HOLDING = f"""async (word) => {{
    {_BYTES}
    const found = [];
    for await (const file of root.keys())
        if (new TextDecoder("latin1").decode(await read(file)).includes(word)) found.push(file);
    return found;
}}"""
_LAY = f"""async () => {{
    {_BYTES}
    localStorage.setItem("{KEY}", "ready:0");
    const spoil = %s;
    const bytes = await spoil(await read(sound));
    if (bytes) await write(name, bytes); else await root.removeEntry(name).catch(() => null);
}}"""
# What may have happened to it; each gives the bytes that lie there then, or nothing.
CUT_SHORT = "(bytes) => bytes.slice(0, bytes.length / 2)"
CUT_TO_NOTHING = "(bytes) => new Uint8Array()"
MISSING = "() => null"


def flipped(place: str) -> str:
    """One bit, at a place told in JavaScript by the length of the picture, as `length / 2`."""
    return f"(bytes) => {{ const {{ length }} = bytes; bytes[Math.floor({place})] ^= 4; return bytes; }}"


# Sealed as a sound one is, so that nothing is noticed before Python wakes.
WITHOUT_SENSE = """async (bytes) => {
    const from = 36 + new DataView(bytes.buffer).getUint32(32, true);
    bytes.fill(0, from + 200000, from + 30000000);
    bytes.set(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.subarray(32))));
    return bytes;
}"""


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


def put_aside(phone: Phone) -> None:
    """Keep a copy of it to spoil."""
    phone.page.evaluate(_PUT_ASIDE)


def lay(phone: Phone, spoil: str) -> None:
    """Put the copy back, spoilt, as if it had been taken so."""
    phone.page.evaluate(_LAY % spoil)


def said(phone: Phone, words: str) -> list[str]:
    """The console's lines with these words in them."""
    return [line for line in phone.console if words in line]
