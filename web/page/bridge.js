// Between Flutter and Python: starts both once the first page is drawn, and hands Python's worker over when Dart asks.
// Dart calls jsConnect, jsSend and jsDisconnect; the contract is Flet's (its own python.js holds the stock version).
(() => {
    const base = new URL(document.querySelector("base").href);
    const $ = (id) => document.getElementById(id);
    const SLOW_AFTER = 20000; // ms
    const NOT_DRAWN_AFTER = 1000; // ms; a page that nobody looks at is drawn when somebody does
    const ON_THE_GLASS = 100; // ms

    let worker = null;
    let toDart = null;
    let begun = null; // what Flutter said when it asked for Python
    let drawn = false;
    let settle;
    const ready = new Promise((resolve, reject) => { settle = { resolve, reject }; });
    ready.catch(() => {});

    const progress = (share) => { const bar = $("boot-bar"); if (bar) bar.firstElementChild.style.width = `${share * 100}%`; };

    const fail = (reason) => {
        console.error("Tend did not open:", reason);
        settle.reject(new Error(reason));
        if (!drawn) tendFirst.failed();
    };
    // Python may have opened the records already: another window can have them.
    const giveUp = (reason) => {
        fail(reason);
        worker.terminate();
    };

    // The screens ask Flutter for news of their size (views/components/frame.py); it comes when one has been laid out,
    // in the frame that draws it. Two frames later the first page can go without uncovering an empty canvas.
    const SIZE_NEWS = "size_change";
    const watchForScreen = (frame) => {
        if (drawn || !new TextDecoder("latin1").decode(frame).includes(SIZE_NEWS)) return;
        drawn = true;
        worker.postMessage({ drawn });
        tendPicture.drawn();
        requestAnimationFrame(() => requestAnimationFrame(() => tendFirst.ready(() => {
            document.documentElement.dataset.ready = "";
            window.dispatchEvent(new Event("tend-ready"));
        })));
    };

    const open = (isQuick) => {
        worker = new Worker(new URL("page/worker.js", base), { type: "module", name: isQuick ? "quick" : "ordinary" });
        worker.onmessage = listen;
        worker.onerror = (event) => {
            const reason = event.message || "the worker did not load";
            if (isQuick && !drawn) again(reason);
            else fail(reason);
        };
        if (begun) worker.postMessage(begun);
    };
    // Whatever goes wrong on the quick way, the ordinary one is still there.
    const again = (reason) => {
        tendPicture.useless(reason);
        worker.terminate();
        open(false);
    };

    const listen = ({ data }) => {
        if (data instanceof Uint8Array) {
            toDart(data);
        } else if (data.step) progress(data.step);
        else if (data.ready) settle.resolve();
        else if (data.unfit) tendPicture.unfit(data.unfit);
        else if (data.again) again(data.again);
        else if (data.failed) giveUp(data.failed);
        else window.dispatchEvent(new CustomEvent("tend-worker", { detail: data }));
    };
    globalThis.tendWorker = { tell: (message) => worker?.postMessage(message) };

    globalThis.jsConnect = async (appId, args, dartOnMessage) => {
        toDart = dartOnMessage;
        begun = { start: { args, documentUrl: document.URL } };
        worker.postMessage(begun);
        await ready;
    };
    globalThis.jsSend = async (appId, data) => {
        watchForScreen(data);
        worker.postMessage(data, [data.buffer]);
    };
    globalThis.jsDisconnect = async () => worker.terminate();

    flet.flutterAppLoaded = new Promise((resolve) => { flet.flutterAppResolve = resolve; });

    // A browser that has no graphics chip to draw with plays one on the processor, and every frame has to be read back
    // from it: Flutter's own drawing on the processor takes less of it then.
    const PLAYED = /swiftshader|llvmpipe|softpipe|software|basic render/i;
    const drawsWithoutChip = () => {
        const graphics = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
        if (!graphics) return true;
        const { UNMASKED_RENDERER_WEBGL } = graphics.getExtension("WEBGL_debug_renderer_info") ?? {};
        const chip = graphics.getParameter(UNMASKED_RENDERER_WEBGL ?? graphics.RENDERER);
        graphics.getExtension("WEBGL_lose_context")?.loseContext();
        return PLAYED.test(chip);
    };

    const start = () => {
        if (worker) return;
        progress(0.2);
        setTimeout(() => tendFirst.slow(), SLOW_AFTER);
        open(tendPicture.mayTry());
        flet.canvasKitForceCpuOnly = drawsWithoutChip();
        // Flutter's small script would ask for the large one only when it runs itself.
        document.head.append(Object.assign(document.createElement("link"), {
            rel: "preload", as: "script", href: new URL("main.dart.js", base),
        }));
        const flutter = document.createElement("script");
        flutter.src = new URL("flutter_bootstrap.js", base);
        flutter.onerror = () => giveUp("Flutter did not load");
        document.head.append(flutter);
    };
    // The way to help comes before everything that takes the phone's strength. Some browsers say when it stands on the
    // glass; else it is drawn after two frames, and stands there a moment later.
    if (globalThis.PerformanceObserver?.supportedEntryTypes.includes("element")) {
        new PerformanceObserver(() => start()).observe({ type: "element", buffered: true });
    }
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(start, ON_THE_GLASS)));
    setTimeout(start, NOT_DRAWN_AFTER);

    // Flet can only go forward: closing a sheet would leave it one press of the phone's back button away. An address
    // that lies right behind us is gone back to, so that back always leads out, one step at a time; and so is one with
    // nothing but the steps of the first run in between, which are over once they are left.
    const FIRST_RUN = "#/welcome";
    const push = history.pushState.bind(history);
    const trail = [location.href];
    history.pushState = (state, title, url) => {
        const address = new URL(url, document.baseURI).href;
        const between = trail.slice(trail.lastIndexOf(address) + 1);
        const isBehind = between.length && between.length < trail.length;
        if (isBehind && (between.length === 1 || between.every((one) => one.includes(FIRST_RUN)))) {
            history.go(-between.length);
        } else {
            trail.push(address);
            push(state, title, url);
        }
    };
    window.addEventListener("popstate", () => {
        const place = trail.lastIndexOf(location.href);
        if (place >= 0) trail.length = place + 1;
        else trail.push(location.href);
    });

    // WebKit brings a page back from its back/forward cache with Flutter's frames stopped (flet PR 6802): start afresh.
    window.addEventListener("pageshow", (event) => {
        if (event.persisted && navigator.vendor?.startsWith("Apple")) location.reload();
    });

    // Screen readers get the tree without having to ask for it. On WebKit the layer still misplaces the keyboard
    // (flutter/flutter#192451), so there Flutter's own button stays, unless the address asks with ?a11y=1.
    const asked = new URLSearchParams(location.search).get("a11y");
    const treeOn = asked === null ? !navigator.vendor?.startsWith("Apple") : asked === "1";
    window.addEventListener("tend-ready", () => {
        if (!treeOn) return;
        const placeholder = document.querySelector("flt-semantics-placeholder");
        if (!placeholder) return;
        const { x, y, width, height } = placeholder.getBoundingClientRect();
        placeholder.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 }));
    });
})();
