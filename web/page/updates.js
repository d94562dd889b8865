// Registers the service worker once the first screen stands, and offers a waiting update; it never applies one unasked.
(() => {
    if (!("serviceWorker" in navigator)) return;
    const bar = document.getElementById("update");
    const HOUR = 3600 * 1000;

    const offer = (registration) => {
        if (!registration.waiting || !navigator.serviceWorker.controller) return;
        bar.hidden = false;
        document.getElementById("update-later").onclick = () => { bar.hidden = true; };
        document.getElementById("update-now").onclick = () => {
            navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
            tendPicture.forgive(); // what did not go well may with the new version
            if (registration.waiting) registration.waiting.postMessage("activate");
            else location.reload(); // another window took it already
        };
    };

    const watch = (registration) => {
        offer(registration);
        registration.addEventListener("updatefound", () => {
            const worker = registration.installing;
            worker?.addEventListener("statechange", () => { if (worker.state === "installed") offer(registration); });
        });
        let checked = Date.now();
        document.addEventListener("visibilitychange", () => {
            if (document.visibilityState !== "visible" || Date.now() - checked < HOUR) return;
            checked = Date.now();
            registration.update().catch(() => {}); // offline: the next time will do
        });
        // From the second visit on the rest comes in quietly, so that an emoji typed offline has its glyph.
        navigator.serviceWorker.controller?.postMessage("keep the rest");
    };

    const register = async () => {
        // Only Chromium draws with the small CanvasKit; this must choose as flutter_bootstrap.js does.
        const small = navigator.vendor === "Google Inc." && Boolean(Intl.v8BreakIterator) && "ImageDecoder" in window;
        const url = new URL(`sw.js?canvaskit=${small ? "chromium" : "full"}`, document.baseURI);
        try {
            watch(await navigator.serviceWorker.register(url, { updateViaCache: "none" }));
        } catch (error) {
            console.warn("Tend will not open offline on this browser:", error.message);
        }
    };

    // Also when Python does not start: an update may be what mends it.
    const begin = Promise.race([
        new Promise((resolve) => window.addEventListener("tend-ready", resolve, { once: true })),
        new Promise((resolve) => setTimeout(resolve, 30000)),
    ]);
    if ("ready" in document.documentElement.dataset) register(); else begin.then(register);
})();
