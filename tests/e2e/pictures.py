"""The picture of Python's memory, as it lies on the device: taken, seen, spoilt and laid back past Tend."""

from __future__ import annotations

from tests.e2e import device
from tests.e2e.phone import Host, Phone, until

KEY = "tend-picture"
NAME = "tend-python.picture"
CANARY = "canarybird4410"
SECONDS = 150  # a second Python starts beside the first on a loaded machine
_BYTES = f"""const root = await navigator.storage.getDirectory();
    const read = async (name) => new Uint8Array(await (await (await root.getFileHandle(name)).getFile()).arrayBuffer());
    const name = "{NAME}";"""
_SIZE = f"async () => {{ {_BYTES} return (await read(name).catch(() => [])).length; }}"
_HOLDING = f"""async (words) => {{
    {_BYTES}
    const found = [];
    for await (const file of root.keys()) {{
        const text = new TextDecoder("latin1").decode(await read(file));
        if (words.some((word) => text.includes(word))) found.push(file);
    }}
    return found;
}}"""
_SPOIL = f"""async () => {{
    {_BYTES}
    const bytes = await (%s)(await read(name));
    if (!bytes) return root.removeEntry(name);
    const file = await (await root.getFileHandle(name)).createWritable();
    await file.write(bytes);
    await file.close();
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


def photographed(host: Host, phone: Phone) -> None:
    """Open Tend, say one thing, and wait until a picture was taken; the browser stands at another page then.

    What was said stands in the records, and they are open, before the picture is taken.
    """
    phone.visit(host.url("#/history/now"))
    phone.button("Done").wait_for(state="attached")
    phone.tap("Mood, OK, 3 of 5")
    phone.swipe_up(3000)
    phone.write("Note", f"{CANARY} ż")  # Python keeps such words as UTF-16
    until(lambda: files_with(phone, CANARY))
    phone.wait_for_offline()
    assert size(phone) == 0, "none is taken unasked"
    phone.picture_after = 0
    phone.restart()
    phone.console.clear()
    phone.visit(host.url("#/history"))
    phone.button(CANARY, exact=False).wait_for(state="attached")
    assert opened(phone) == "ordinary"
    assert said(phone, "Tend opens the ordinary way") == ["info: Tend opens the ordinary way: there is no picture"]
    until(lambda: state(phone).startswith("ready"), SECONDS)
    put_the_camera_away(host, phone)


def put_the_camera_away(host: Host, phone: Phone) -> None:
    """Take no other picture from now on, and look at a page of the site on which Tend does not run."""
    phone.picture_after = None
    phone.restart()
    phone.page.goto(host.url(device.ELSEWHERE))


def state(phone: Phone) -> str:
    """What the page knows of it, as `camera.js` tells; empty where it knows nothing yet."""
    return str(phone.page.evaluate(f"() => localStorage['{KEY}'] ?? ''"))


def opened(phone: Phone) -> str:
    """Which way this start went: "picture" or "ordinary"."""
    return str(phone.page.evaluate("() => document.documentElement.dataset.opened"))


def size(phone: Phone) -> int:
    """Its bytes; 0 where there is none."""
    return int(phone.page.evaluate(_SIZE))


def files_with(phone: Phone, word: str) -> list[str]:
    """The private files in which a word stands, in any of the forms that Python keeps words in."""
    forms = [word.encode(form).decode("latin-1") for form in ("utf-8", "utf-16-le", "utf-32-le")]
    return sorted(phone.page.evaluate(_HOLDING, forms))


def spoil(phone: Phone, how: str) -> None:
    """Do something to it, as if it had been taken so; Tend must not run."""
    phone.page.evaluate(_SPOIL % how)


def said(phone: Phone, words: str) -> list[str]:
    """The console's lines with these words in them, up to now.

    Playwright hands lines on while it is asked for something else: without a question none would ever come.
    """
    phone.page.evaluate("() => null")
    return [line for line in phone.console if words in line]
