// Loads Pyodide and Tend's storage as web/page/worker.js does, and runs saves.py beside it.
import { loadPyodide } from "../pyodide/pyodide.mjs";
import { device } from "../page/device.js";

const given = new URLSearchParams(location.search);
const bytes = async (path) => (await fetch(new URL(path, import.meta.url))).arrayBuffer();
const run = async () => {
    const pyodide = await loadPyodide({ env: { HOME: "/home/tend" }, fullStdLib: false });
    pyodide.unpackArchive(await bytes("../app.tar.gz"), "gztar", { extractDir: "/home/tend" });
    pyodide.FS.writeFile("/home/tend/saves.py", new Uint8Array(await bytes("saves.py")));
    pyodide.registerJsModule("tend_js", device);
    await pyodide.runPythonAsync(`
import sys
sys.path[:0] = ["/home/tend", "/home/tend/__pypackages__"]
import saves
await saves.main(${JSON.stringify(given.get("mode"))}, ${Number(given.get("start"))})
`);
};
run().catch((error) => fetch("/told", { method: "POST", body: JSON.stringify(["failed", String(error)]) }));
