// Takes the picture (picture.js) in a worker of its own, while Tend stands idle: a second Python imports everything,
// and is kept as it is then. Message out: {taken: bytes} or {refused}. The page ends this worker afterwards.
import { loadPyodide } from "../pyodide/pyodide.mjs";
import { MADE_OF, discard, keep, pack } from "./picture.js";

const HOME = "/home/tend";
const site = (path) => new URL(`../${path}`, import.meta.url);

const bytesOf = async (path) => {
    const response = await fetch(site(path));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.arrayBuffer();
};

// What lies behind the last byte that is not zero grows back by itself.
const withoutEnd = (memory) => {
    let end = memory.length;
    while (end && !memory[end - 1]) end -= 1;
    return memory.subarray(0, Math.ceil(end / 4) * 4);
};

const take = async () => {
    const pyodide = await loadPyodide({ env: { HOME }, _makeSnapshot: true });
    pyodide.unpackArchive(await bytesOf("app.tar.gz"), "gztar", { extractDir: HOME });
    const paths = pyodide.runPython(`
import sys
from pathlib import Path
sys.path[:0] = ["${HOME}", "${HOME}/__pypackages__"]
import picture
"\\n".join(picture.pose(Path("${HOME}")))
`).split("\n");
    const files = paths.map((path) => [path, pyodide.FS.readFile(`${HOME}/${path}`)]);
    const memory = withoutEnd(pyodide.makeMemorySnapshot());
    // A new version may have come in while all this was read; files are only ever followed by newer ones.
    for (const [path, integrity] of Object.entries(MADE_OF)) await fetch(site(path), { integrity });
    const picture = await pack(memory, files);
    try {
        await keep(picture);
    } catch (error) {
        await discard(); // half of one
        throw error;
    }
    return picture.length;
};

const alone = (doing) => navigator.locks.request("tend-picture", { ifAvailable: true }, (lock) => {
    if (!lock) throw new Error("another window is taking it");
    return doing();
});

alone(take).then(
    (taken) => self.postMessage({ taken }),
    (error) => self.postMessage({ refused: `${error.name}: ${error.message}` }),
);
