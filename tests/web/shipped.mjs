// Does in Node what page/worker.js does in a browser, as far as it goes without one: node shipped.mjs DIST CODE
// Prints what the code prints. Pyodide is the one that ships, with the standard library that ships.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [dist, code] = process.argv.slice(2);
const folder = join(resolve(dist), "pyodide/");
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: folder, env: { HOME: "/home/tend" }, packages: [] });
pyodide.unpackArchive(new Uint8Array(readFileSync(join(dist, "app.tar.gz"))), "gztar", { extractDir: "/home/tend" });
pyodide.registerJsModule("flet_js", {});
pyodide.registerJsModule("tend_js", {});
pyodide.runPython(`
import os, sys
os.chdir("/home/tend")
sys.path[:0] = ["/home/tend", "/home/tend/__pypackages__"]
`);
pyodide.runPython(code);
process.exit(0);
