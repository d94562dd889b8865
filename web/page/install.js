// What this browser can do about the phone's home screen. Chromium offers a prompt of its own at a moment of its own; it
// is kept until the person asks for it. Adds to what files.js does for Python's worker.
(() => {
    const { answers } = tendPage;
    const STANDALONE = ["standalone", "minimal-ui", "fullscreen"].map((mode) => `(display-mode: ${mode})`).join(",");
    let offer = null;

    window.addEventListener("beforeinstallprompt", (event) => {
        event.preventDefault(); // nothing pops up by itself
        offer = event;
    });
    window.addEventListener("appinstalled", () => { offer = null; });

    const isThere = () => navigator.standalone === true || matchMedia(STANDALONE).matches;
    // An iPad calls itself a Mac, but no Mac is touched with several fingers.
    const isApple = () => /iPhone|iPad|iPod/.test(navigator.userAgent)
        || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

    // As domain/installing.py has them.
    const home = () => {
        if (isThere()) return "there";
        if (isApple()) return "share";
        return offer ? "prompt" : "menu";
    };

    // A prompt can be shown once; Chromium offers another when it sees fit.
    const install = async () => {
        if (!offer) return false;
        const asked = offer;
        offer = null;
        await asked.prompt();
        return (await asked.userChoice).outcome === "accepted";
    };

    Object.assign(answers, { home, install });
})();
