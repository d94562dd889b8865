// Python's worker: starts from the picture (picture.js) where its name says so and there is one that fits; else loads
// Pyodide, unpacks the app and imports it. Everything comes from beside this file; nothing is installed.
// Messages out: Uint8Array (Flet's frames), {step}, {unfit} and {again} (why it did not start from the picture; `again`:
// it needs a worker that has not tried), {ready}, {failed}, {ask} and {tell} (see device.js).
// Messages in: {start} and {drawn} once, frames, and from files.js {answer} and {seen}, from discreet.js {leave}, from
// first_aid.js {tapped}, from reminders.js {heard}.
import { device, fromPage } from "./device.js";
import { Unfit, discard, read } from "./picture.js";

const HOME = "/home/tend";
const MOMENT = 1000; // ms after the first screen: whoever taps at once is answered first
const ROOM = 20e6; // bytes above the picture, for what starting makes
const PYODIDE = new URL("../pyodide/", import.meta.url);
const MODULE = new URL("pyodide.asm.wasm", PYODIDE).href;
const LIBRARY = new URL("python_stdlib.zip", PYODIDE).href;

// Pyodide asks for one thing after the other; here all of them are under way before it is there to ask.
const soon = (promise) => {
    promise.catch(() => {}); // whoever waits for it hears of it
    return promise;
};
const compiled = soon((async () => WebAssembly.compileStreaming(fetch(MODULE)))());
const library = soon(fetch(LIBRARY));
const makers = soon(Promise.all([
    import("../pyodide/pyodide.asm.mjs"),
    import("../pyodide/pyodide.mjs"),
]).then(([{ default: createModule }, { loadPyodide }]) => ({ createModule, loadPyodide })));
const picture = self.name === "quick" ? soon(read()) : null;

const report = (message) => self.postMessage(message);

const fletJs = {
    documentUrl: null,
    args: null,
};

let quicken = () => {}; // what a start from the picture leaves for later
let started;
const start = new Promise((resolve) => { started = resolve; });

self.onmessage = ({ data }) => {
    if (data.start) started(data.start);
    else if (data.drawn) setTimeout(quicken, MOMENT);
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
    return { HOME, TEND_HOUR_CYCLE: hourCycle || "h23", TEND_LOCALE: locale };
};

// What Pyodide asks for is what was begun above. Where the browser cannot make the module, for want of memory say,
// Pyodide tells the console and waits for ever.
const load = async (settings) => {
    const { loadPyodide } = await makers;
    const ask = self.fetch;
    self.fetch = (what, ...how) => {
        const address = String(what?.url ?? what);
        if (address === MODULE) return Promise.resolve(new Response());
        return address === LIBRARY ? library : ask(what, ...how);
    };
    return new Promise((resolve, reject) => {
        WebAssembly.instantiateStreaming = async (_, imports) => {
            try {
                const module = await compiled;
                return { module, instance: await WebAssembly.instantiate(module, imports) };
            } catch (error) {
                reject(error);
                throw error;
            }
        };
        loadPyodide(settings).then(resolve, reject);
    });
};

const ordinary = async () => {
    const app = fetchApp();
    const pyodide = await load({ env: surroundings(), fullStdLib: false });
    report({ step: 0.6 });
    pyodide.unpackArchive(await app, "gztar", { extractDir: HOME });
    report({ step: 0.7 });
    pyodide.registerJsModule("flet_js", fletJs);
    pyodide.registerJsModule("tend_js", device);
    pyodide.runPython(`import sys; sys.path[:0] = ["${HOME}", "${HOME}/__pypackages__"]`);
    return pyodide;
};

const write = (FS, files) => {
    const made = new Set();
    for (const [path, content] of files) {
        const folder = `${HOME}/${path}`.slice(0, -path.split("/").at(-1).length - 1);
        if (!made.has(folder)) FS.mkdirTree(folder);
        made.add(folder);
        FS.writeFile(`${HOME}/${path}`, content, { canOwn: true });
    }
};

const fromPicture = async ({ memory, files, sound }) => {
    // A new module has less memory than the picture needs, and Pyodide does not give it more (pyodide#6254).
    const { createModule } = await makers;
    const roomy = async (settings) => {
        const module = await createModule(settings);
        if (!module.growMemory(memory.length + ROOM)) throw new Unfit("there is too little memory for the picture");
        await sound;
        return module;
    };
    const pyodide = await load({ env: { HOME }, _loadSnapshot: memory, createPyodideModule: roomy });
    report({ step: 0.7 });
    write(pyodide.FS, files);
    pyodide.registerJsModule("flet_js", fletJs);
    pyodide.registerJsModule("tend_js", device);
    const waker = pyodide.pyimport("picture");
    waker.wake(pyodide.toPy(surroundings()), fletJs);
    quicken = () => { try { waker.quicken(); } catch { /* no memory for it: what is there works, slower */ } };
    return pyodide;
};

const run = async (pyodide) => {
    pyodide.pyimport("main").run();
    report({ step: 0.9 });
    Object.assign(fletJs, await start);
    await fletJs.start_connection(sendFrame);
    report({ ready: true });
};

// The kind of an error and no more: Python's message may quote what somebody wrote.
const kindOf = (error) => (error instanceof Unfit ? error.message : error.type || error.name || "Error");

const boot = async () => {
    let fitting = null;
    try {
        fitting = await picture;
    } catch (error) {
        report({ unfit: kindOf(error) });
        await discard();
    }
    if (!fitting) return run(await ordinary());
    try {
        await run(await fromPicture(fitting));
    } catch (error) {
        await discard();
        report({ again: kindOf(error) });
    }
};

boot().catch((error) => report({ failed: kindOf(error) }));
