// Runs compiler.py in Pyodide itself, for the build: node compiler.mjs PYODIDE_FOLDER JOB_FOLDER
// In the job's folder: job.json holds {roots, whole, cut} (see compiler.py), sources.zip the packages and our own code.
// Made there: made-stdlib.zip of Pyodide's own python_stdlib.zip, and made-packages.zip. What Pyodide itself has loaded
// by the time it is ready counts as a root.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder, job] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
// Equal bytes at every build: no random order of sets. Places in a line are for error messages nobody reads.
const env = { HOME: "/home", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" };
const pyodide = await loadPyodide({ indexURL: folder, env, packages: [] });
const put = (name, path) => pyodide.FS.writeFile(name, readFileSync(path));
for (const [name, path] of [
    ["/home/compiler.py", fileURLToPath(new URL("compiler.py", import.meta.url))],
    ["/home/stdlib.zip", join(folder, "python_stdlib.zip")],
    ["/home/sources.zip", join(job, "sources.zip")],
    ["/home/job.json", join(job, "job.json")],
]) pyodide.FS.writeFile(name, readFileSync(path));
pyodide.runPython(`
import sys
loaded = sorted(sys.modules)
sys.path.insert(0, "/home")
import json, compiler
from pathlib import Path
home = Path("/home")
job = json.loads((home / "job.json").read_text("utf-8"))
job["roots"] += loaded
parts = (compiler.unzipped((home / f"{name}.zip").read_bytes()) for name in ("stdlib", "sources"))
for name, part in zip(("stdlib", "packages"), compiler.compiled(*parts, job)):
    (home / f"made-{name}.zip").write_bytes(compiler.zipped(part))
`);
for (const name of ["stdlib", "packages"]) {
    writeFileSync(join(job, `made-${name}.zip`), pyodide.FS.readFile(`/home/made-${name}.zip`));
}
process.exit(0);
