// The picture: Python's memory with Flet and Tend imported, kept in the browser's private files, so that the next start
// need not import anything. It is taken on the device (photographer.js), from the same files an ordinary start reads,
// and before any record is opened: it holds nobody's words. It fits one build in one browser.
//
//   SHA-256 of all that follows (32 bytes) | length of the head (4, little endian) | head | memory | files
//   head: {build, browser, memory: bytes, files: [[path, bytes], …]}, filled up with spaces to four bytes
//
// Shipped with the build it would add 9 MB to a first visit of 12; made here it costs nobody a byte.
const NAME = "tend-python.picture"; // storage/opfs.py erases it
const SEAL = 32, HEAD = SEAL + 4;

// What goes into it, with its hashes. The build fills this in.
export const MADE_OF = {{made_of}};

const BUILD = JSON.stringify(MADE_OF);
const BROWSER = navigator.userAgent;

const sealOf = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const evenly = (length) => Math.ceil(length / 4) * 4; // Pyodide reads numbers of four bytes

export class Unfit extends Error {}

export const pack = async (memory, files) => {
    const sizes = files.map(([path, content]) => [path, content.length]);
    const text = JSON.stringify({ build: BUILD, browser: BROWSER, memory: memory.length, files: sizes });
    const head = new TextEncoder().encode(text);
    const from = HEAD + evenly(head.length);
    const all = new Uint8Array(from + memory.length + files.reduce((sum, [, content]) => sum + content.length, 0));
    all.fill(0x20, HEAD, from);
    all.set(head, HEAD);
    new DataView(all.buffer).setUint32(SEAL, from - HEAD, true);
    all.set(memory, from);
    let at = from + memory.length;
    for (const [, content] of files) {
        all.set(content, at);
        at += content.length;
    }
    all.set(await sealOf(all.subarray(SEAL)));
    return all;
};

// Gives {memory, files, sound}; `sound` is a promise that fails when a byte is not as it was.
// Throws Unfit where it can be told at once.
const unpack = (buffer) => {
    const all = new Uint8Array(buffer);
    let head;
    try {
        const from = HEAD + new DataView(buffer).getUint32(SEAL, true);
        head = { from, ...JSON.parse(new TextDecoder().decode(all.subarray(HEAD, from))) };
    } catch {
        throw new Unfit("the picture is damaged");
    }
    if (head.build !== BUILD) throw new Unfit("the picture was taken of another version");
    if (head.browser !== BROWSER) throw new Unfit("the picture was taken in another browser");
    const sound = sealOf(all.subarray(SEAL)).then((seal) => {
        if (!seal.every((byte, place) => byte === all[place])) throw new Unfit("the picture is damaged");
    });
    sound.catch(() => {});
    let at = head.from + head.memory;
    const files = head.files.map(([path, size]) => [path, all.slice(at, at += size)]);
    return { memory: all.subarray(head.from, head.from + head.memory), files, sound };
};

const folder = () => navigator.storage.getDirectory();

export const read = async () => {
    let file;
    try {
        file = await (await (await folder()).getFileHandle(NAME)).getFile();
    } catch {
        throw new Unfit("there is no picture");
    }
    return unpack(await file.arrayBuffer());
};

export const keep = async (bytes) => {
    const handle = await (await (await folder()).getFileHandle(NAME, { create: true })).createSyncAccessHandle();
    try {
        handle.truncate(0);
        if (handle.write(bytes, { at: 0 }) !== bytes.length) throw new DOMException("", "QuotaExceededError");
        handle.flush();
    } finally {
        handle.close();
    }
};

export const discard = async () => {
    try {
        await (await folder()).removeEntry(NAME);
    } catch { /* none there, or in use, or no folder: as well */ }
};
