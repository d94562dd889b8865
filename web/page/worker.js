// Python's worker: loads Pyodide, unpacks the app and runs it. Everything comes from beside this file; nothing is
// installed. Messages out: Uint8Array (Flet's frames), {step}, {ready}, {failed}, {ask} and {tell} (see device.js).
// Messages in: {start} once, then frames, and from files.js {answer} and {seen}, from discreet.js {leave}, from
// first_aid.js {tapped}, from reminders.js {heard}.
import { loadPyodide } from "../pyodide/pyodide.mjs";
import { device, fromPage } from "./device.js";

const report = (message) => self.postMessage(message);

const fletJs = {
    documentUrl: null,
    args: null,
};

let started;
const start = new Promise((resolve) => { started = resolve; });

self.onmessage = ({ data }) => {
    if (data.start) started(data.start);
    else if (data.answer || ["seen", "leave", "tapped", "heard"].some((kind) => kind in data)) fromPage(data);
    else fletJs.send(data);
};

// A frame arrives as a proxy of Python bytes; the copy made here is handed over without another.
const sendFrame = (frame) => {
    const bytes = frame.toJs();
    self.postMessage(bytes, [bytes.buffer]);
};

const fetchApp = async () => {
    const response = await fetch(new URL("../app.tar.gz", import.meta.url));
    if (!response.ok) throw new Error(`app.tar.gz: ${response.status}`);
    return response.arrayBuffer();
};

// What Python cannot ask the browser without importing it: the clock's style and the language.
const surroundings = () => {
    const { hourCycle, locale } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
    return { HOME: "/home/tend", TEND_HOUR_CYCLE: hourCycle || "h23", TEND_LOCALE: locale };
};

const boot = async () => {
    const app = fetchApp();
    const pyodide = await loadPyodide({ env: surroundings(), fullStdLib: false });
    report({ step: 0.6 });
    pyodide.unpackArchive(await app, "gztar", { extractDir: "/home/tend" });
    report({ step: 0.7 });
    Object.assign(fletJs, await start);
    pyodide.registerJsModule("flet_js", fletJs);
    pyodide.registerJsModule("tend_js", device);
    await pyodide.runPythonAsync(`
import os, runpy, sys
os.chdir("/home/tend")
sys.path[:0] = ["/home/tend", "/home/tend/__pypackages__"]
runpy.run_module("main", run_name="__main__")
`);
    report({ step: 0.9 });
    await fletJs.start_connection(sendFrame);
    report({ ready: true });
};

// The kind of an error and no more: Python's message may quote what somebody wrote.
boot().catch((error) => report({ failed: error.type || error.name || "Error" }));
