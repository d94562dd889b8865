// What the first page keeps, for Tend: its copy, written anew when Tend says so; and what was tapped and picked on it.
(() => {
    const { COPY, COUNTRY, SHOWN, TAP, OWN, OWN_URL, attempt, parsed, read, write, tell } = tendFirst;
    let isErased = false;
    let writing = Promise.resolve(); // the own part, one write after the other

    // A cache that is deleted may stay on the disk until the browser starts again; what is deleted from it does not.
    const forgetOwn = async () => {
        if (await globalThis.caches?.has(OWN)) await (await caches.open(OWN)).delete(OWN_URL);
        await globalThis.caches?.delete(OWN);
    };
    const keepOwn = async (own) => {
        if (isErased || !globalThis.caches) return;
        if (Object.values(own).every((part) => !part || part.length === 0)) await forgetOwn();
        else await (await caches.open(OWN)).put(OWN_URL, Response.json(own));
    };
    const inTurn = (doing) => {
        writing = writing.then(doing).catch((error) => console.warn("The first page could not be kept:", error.name));
        return writing;
    };

    Object.assign(tendFirst, {
        // Without "own", what lies there of it stays; without anything, nothing does.
        keep(text) {
            if (isErased) return;
            const { own = text ? null : { people: [], steps: [] }, ...copy } = parsed(text);
            if (text) write(COPY, JSON.stringify(copy));
            else attempt(() => localStorage.removeItem(COPY));
            if (copy.country) attempt(() => localStorage.removeItem(SHOWN)); // nobody has to guess any more
            if (own) inTurn(() => keepOwn(own));
        },
        left() {
            const keys = Object.keys(localStorage).filter((key) => key.startsWith(TAP));
            return JSON.stringify({ taps: keys.map((key) => [key, localStorage.getItem(key)]), country: read(COUNTRY) ?? "" });
        },
        forget(text) {
            const { taps, country } = parsed(text);
            for (const [key, content] of [...taps, [COUNTRY, country]]) if (read(key) === content) localStorage.removeItem(key);
        },
        erase() {
            isErased = true;
            attempt(() => Object.keys(localStorage).forEach((key) => { if (key.startsWith("tend-")) localStorage.removeItem(key); }));
            return inTurn(forgetOwn);
        },
    });
    addEventListener("storage", ({ key }) => { if (key?.startsWith(TAP) || key === COUNTRY) tell(); });
})();
