// The page's part of the picture (picture.js): whether this start may use it, and having one taken once Tend stands idle.
// In localStorage lies tend-picture, "<state>:<misses>": "ready", there is one; "trying", a start from it has begun, and
// where that is found at the next start, it never came to an end; "none".
(() => {
    const KEY = "tend-picture";
    const AFTER = globalThis.tendPictureAfter ?? 20_000; // ms the first screen has stood; tests say others, or false
    const MOST_MISSES = 2; // in a row: none could be taken, or a start from it came to nothing; then no more, until an update
    const LEAST_MEMORY = 2; // GB; a browser that does not tell has it
    const PATIENCE = 120000; // ms
    const JUST_LEFT = 5000; // ms

    const read = () => {
        const [state, misses] = (tendFirst.read(KEY) ?? "none:0").split(":");
        return [state, Number(misses) || 0];
    };
    const write = (state, misses) => tendFirst.write(KEY, `${state}:${misses}`);

    let isTrying = false;
    let since = 0;
    const told = (how, why) => {
        document.documentElement.dataset.opened = how;
        if (why) console.info("Tend opens the ordinary way:", why);
    };

    const discard = async () => (await navigator.storage.getDirectory()).removeEntry("tend-python.picture");

    const whyNot = () => {
        if (!navigator.storage?.getDirectory || !navigator.locks) return "this browser has no files of its own";
        if (navigator.deviceMemory < LEAST_MEMORY) return "this device has little memory";
        if (read()[1] >= MOST_MISSES) return "it did not go well twice";
        return "";
    };

    const take = () => new Promise((resolve) => {
        const worker = new Worker(new URL("page/photographer.js", document.baseURI), { type: "module" });
        const end = ({ taken, refused }) => {
            clearTimeout(waiting);
            worker.terminate();
            const [, misses] = read();
            write(taken ? "ready" : "none", taken ? misses : misses + 1);
            if (!taken) console.info("No picture was taken:", refused);
            resolve();
        };
        const waiting = setTimeout(end, PATIENCE, { refused: "it took too long" });
        worker.onmessage = ({ data }) => end(data);
        worker.onerror = (event) => end({ refused: event.message || "the worker did not load" });
    });

    // From the service worker's files alone: nothing is fetched twice, and all of it is of one build.
    const whenIdle = () => new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
    const controlled = () => navigator.serviceWorker.controller || new Promise((resolve) => {
        navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
    const provide = async () => {
        const why = whyNot();
        if (why) return console.info("No picture is taken:", why);
        if (!navigator.serviceWorker) return;
        await controlled();
        await new Promise((resolve) => setTimeout(resolve, AFTER));
        await whenIdle();
        await take();
    };

    const given = (why, misses) => {
        isTrying = false;
        write("none", read()[1] + misses);
        told("ordinary", why);
    };

    globalThis.tendPicture = {
        mayTry() {
            const [state, misses] = read();
            if (state === "trying") {
                write("none", misses + 1);
                told("ordinary", "the last start from the picture did not end");
                discard().catch(() => {}); // gone already
                return false;
            }
            isTrying = state === "ready" && write("trying", misses);
            since = performance.now();
            told(isTrying ? "picture" : "ordinary", isTrying ? "" : "there is no picture");
            return isTrying;
        },
        // It does not fit this build or browser, or is not there: one that is taken now will.
        unfit(why) { given(why, 0); },
        // It fits, and a start from it came to nothing: the next may too.
        useless(why) { given(why, 1); },
        forgive() { write(read()[0], 0); },
        drawn() {
            if (isTrying) write("ready", 0);
            else if (AFTER !== false && read()[0] !== "ready") provide().catch((error) => console.info("No picture was taken:", error.name));
            isTrying = false;
        },
    };
    // Somebody who goes again at once has not seen it crash; somebody who waited and went may have.
    addEventListener("pagehide", () => { if (isTrying && performance.now() - since < JUST_LEFT) write("ready", read()[1]); });
})();
