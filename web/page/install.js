// What this browser can do about the phone's home screen. Chromium offers a prompt of its own at a moment of its own; it
// is kept until the person asks for it. Adds to what files.js does for Python's worker.
(() => {
    const { answers } = tendPage;
    const { isThere, isApple } = tendFirst;
    let offer = null;

    window.addEventListener("beforeinstallprompt", (event) => {
        event.preventDefault(); // nothing pops up by itself
        offer = event;
    });
    window.addEventListener("appinstalled", () => { offer = null; });

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
