// A worker with Tend in it, for tests/bench: Python as in web/page/worker.js, without Flet's connection.
// Messages in: {base, files} once, then {code}. Each is answered with {done} or {failed}.
let pyodide;

const begin = async ({ base, files }) => {
    const { loadPyodide } = await import(`${base}pyodide/pyodide.mjs`);
    const { device } = await import(`${base}page/device.js`);
    const app = await (await fetch(`${base}app.tar.gz`)).arrayBuffer();
    pyodide = await loadPyodide({ env: { HOME: "/home/tend", TEND_LOCALE: "en" }, fullStdLib: false });
    pyodide.unpackArchive(app, "gztar", { extractDir: "/home/tend" });
    for (const [name, text] of Object.entries(files)) {
        pyodide.FS.mkdirTree(`/home/tend/${name.split("/").slice(0, -1).join("/")}`);
        pyodide.FS.writeFile(`/home/tend/${name}`, text);
    }
    pyodide.registerJsModule("flet_js", {});
    pyodide.registerJsModule("tend_js", device);
    return pyodide.runPythonAsync(`
import os, sys
os.chdir("/home/tend")
sys.path[:0] = ["/home/tend", "/home/tend/__pypackages__"]
from js import performance
"Python " + sys.version.split()[0]
`);
};

const work = (data) => (data.code ? pyodide.runPythonAsync(data.code) : begin(data));

self.onmessage = ({ data }) => work(data).then(
    (done) => self.postMessage({ done }),
    (error) => self.postMessage({ failed: String(error) }),
);
