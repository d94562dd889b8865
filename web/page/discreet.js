// Keeps Tend from other eyes: the name and the icon that were chosen, and the way out that asks nothing.
// Runs while the head is read, so that the tab never shows another name first; Python only remembers what was chosen.
(() => {
    const LOOKS = "tend-looks"; // as files.js has it
    const LEFT = "left";
    const AWAY = new URL("notes.html", document.baseURI).href;
    const SAVE_MS = 500; // how long Python may take to save and to lock before the page is gone
    const ESCAPES = 3;
    const ESCAPES_MS = 2000;
    const STUCK_MS = 2000;
    const root = document.documentElement;
    let isLeaving = false;

    const looks = () => {
        try {
            return JSON.parse(localStorage.getItem(LOOKS)) ?? {};
        } catch {
            return {}; // nothing was chosen, or nothing may be stored
        }
    };

    // Back from the neutral page: it comes again instead of Tend. An address that is opened anew is meant.
    const hasLeft = () => { try { return sessionStorage.getItem(LEFT) !== null; } catch { return false; } };
    const comesBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
    if (hasLeft() && comesBack) location.replace(AWAY);
    else if (hasLeft()) sessionStorage.removeItem(LEFT);
    window.addEventListener("pageshow", ({ persisted }) => { if (persisted && hasLeft()) location.replace(AWAY); });

    // The elements that say who this is, each with what it says by itself and what it says instead. The manifest has no
    // address before: a browser that began to fetch the one would go on with it, though the other was named meanwhile.
    const wear = () => {
        const isNeutral = looks().is_neutral === true;
        for (const element of document.querySelectorAll("[data-neutral]")) {
            const name = element.tagName === "LINK" ? "href" : element.tagName === "META" ? "content" : "textContent";
            element.dataset.own ??= name === "href" ? element.getAttribute(name) : element[name];
            const said = isNeutral ? element.dataset.neutral : element.dataset.own;
            if (name === "href") element.setAttribute(name, said);
            else element[name] = said;
        }
        root.toggleAttribute("data-is-neutral", isNeutral);
    };
    const neutralName = document.querySelector("meta[name=apple-mobile-web-app-title]").dataset.neutral;
    wear();
    // For the first page alone, and once: what is chosen while it stands moves nothing on it.
    root.toggleAttribute("data-has-exit", looks().quick_exit === true);
    root.toggleAttribute("data-is-plain", looks().is_plain === true);
    if (looks().is_neutral === true) document.title = neutralName; // before the page's own is read: the first one counts
    document.addEventListener("DOMContentLoaded", wear); // what comes after this

    // Flutter empties the title until Python has given it one; a tab without a name would show the address.
    const named = () => {
        const own = document.querySelector("title[data-own]")?.dataset.own;
        const name = looks().is_neutral === true || isLeaving ? neutralName : own;
        if (name && !document.title) document.title = name;
    };
    new MutationObserver(named).observe(document.head, { childList: true, subtree: true, characterData: true });

    // Flutter opens addresses through window.open; ours is taken within the tap, before Python hears of it.
    const go = () => location.replace(AWAY);
    const leave = () => {
        if (isLeaving) return;
        isLeaving = true;
        root.dataset.leaving = ""; // covered at once
        document.title = neutralName;
        try { sessionStorage.setItem(LEFT, ""); } catch { /* Back then finds Tend */ }
        globalThis.tendWorker?.tell({ leave: true });
        setTimeout(go, SAVE_MS);
    };
    const open = window.open.bind(window);
    window.open = (address, ...more) => {
        if (new URL(address, document.baseURI).href !== AWAY) return open(address, ...more);
        leave();
        return null;
    };

    // The button of the first page is drawn before any other script runs, and works from then on.
    document.addEventListener("click", ({ target }) => { if (target.id === "boot-leave") leave(); }, true);

    let escapes = [];
    window.addEventListener("keydown", ({ key, timeStamp, repeat }) => {
        if (key !== "Escape" || looks().quick_exit !== true) escapes = [];
        else if (!repeat) escapes = [...escapes, timeStamp].filter((pressed) => timeStamp - pressed < ESCAPES_MS);
        if (escapes.length >= ESCAPES) leave();
    }, { capture: true });

    // The neutral cover names nobody to call. Where it does not go by itself, help comes first.
    document.addEventListener("visibilitychange", () => {
        const cover = document.getElementById("cover");
        delete cover.dataset.stuck;
        if (document.visibilityState === "visible") setTimeout(() => { cover.dataset.stuck = ""; }, STUCK_MS);
    });

    // What the first page says of the app, under the name that was chosen.
    const said = (text) => root.hasAttribute("data-is-neutral") ? text.replace(/\bTend\b/g, neutralName) : text;

    globalThis.tendDiscreet = { leave, go, wear, said };
})();
