// What only the page can do for Python's worker: hand the person a file, take one, cover the screen, keep it lit, buzz,
// ask the browser to keep what it stores. Browsers want a tap for much of it; where the tap is too long ago, a sheet
// asks for another. print.js and photos.js add what they can do.
(() => {
    const $ = (id) => document.getElementById(id);
    const words = () => $("file-sheet").dataset;
    const isTouch = () => matchMedia("(pointer: coarse)").matches;
    // An app on the iPhone's home screen shows a download without a way back (WebKit bugs 236943 and 275288).
    const cannotDownload = () => navigator.standalone === true;
    const isFresh = () => navigator.userActivation?.isActive ?? false;

    // A sheet over everything; resolves with the name of the button that was tapped. One at a time: where another
    // stands already, that one is answered as put off.
    let putAway = null;
    const show = (title, buttons) => new Promise((resolve) => {
        const sheet = $("file-sheet");
        putAway = () => resolve("later");
        sheet.onkeydown = (event) => { if (event.key === "Escape") putAway(); };
        $("file-title").textContent = title;
        $("file-buttons").replaceChildren(...buttons.map(([name, label]) => {
            const button = document.createElement("button");
            button.textContent = label;
            button.onclick = () => resolve(name);
            return button;
        }));
        sheet.hidden = false;
        $("file-buttons").firstElementChild.focus();
    });
    const ask = async (title, buttons) => {
        putAway?.();
        const shown = show(title, buttons), mine = putAway;
        const tapped = await shown;
        if (putAway !== mine) return tapped; // another stands there now
        $("file-sheet").hidden = true;
        putAway = null;
        document.querySelector("flutter-view")?.focus();
        return tapped;
    };

    // The phone's own pickers and sheets hide the page: that is no leaving.
    let elsewhere = 0;
    const away = async (doing) => {
        elsewhere += 1;
        try {
            return await doing();
        } finally {
            setTimeout(() => { elsewhere -= 1; }, 1000); // the page is seen again a moment before or after
        }
    };

    const download = (file) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(file);
        link.download = file.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        return "downloaded";
    };

    // Some share sheets take only kinds of files they know; they all know text.
    const shareable = (file) => [file, new File([file], `${file.name}.txt`, { type: "text/plain" })]
        .find((one) => navigator.canShare?.({ files: [one] }));

    const share = async (file) => {
        try {
            await away(() => navigator.share({ files: [file] }));
            return "shared";
        } catch (error) {
            return error.name === "AbortError" ? "closed" : "refused";
        }
    };

    const save = async ({ name, type, bytes }) => {
        const file = new File([bytes], name, { type });
        const forSharing = isTouch() ? shareable(file) : undefined;
        if (!forSharing) return download(file);
        let outcome = isFresh() ? await share(forSharing) : "refused";
        while (outcome !== "shared") {
            const buttons = [["share", words().share], ["download", words().download], ["later", words().later]];
            const tapped = await ask(words().ready, buttons.filter(([kind]) => kind !== "download" || !cannotDownload()));
            if (tapped === "later") return null;
            if (tapped === "download") return download(file);
            outcome = await share(forSharing);
        }
        return outcome;
    };

    const chosen = (input) => new Promise((resolve) => {
        input.onchange = () => resolve(input.files[0] ?? null);
        input.oncancel = () => resolve(null);
        input.click();
    });

    const pickOne = async (which, accept) => {
        const input = document.createElement("input");
        input.type = "file";
        input.accept = accept;
        if (!isFresh() && await ask(which, [["choose", words().choose], ["later", words().later]]) === "later") return null;
        return away(() => chosen(input));
    };

    // The size is looked at before a byte is read.
    const pick = async ({ limit }) => {
        const file = await pickOne(words().which, "");
        if (!file) return null;
        if (file.size > limit) return { tooLarge: true };
        try {
            return { bytes: new Uint8Array(await file.arrayBuffer()) };
        } catch {
            return { unreadable: true };
        }
    };

    // A file of the site itself, for the person to keep.
    const fetched = async (path) => (await fetch(new URL(path, document.baseURI))).arrayBuffer();
    const kindOf = (name) => name.endsWith(".txt") ? "text/plain" : "text/html";
    const give = async ({ path, name }) => save({ name, type: kindOf(name), bytes: await fetched(path) });

    const LOOKS = "tend-looks"; // the looks alone, for the locked screen: nothing a person wrote
    const remembered = () => localStorage.getItem(LOOKS) ?? "";

    const persist = async () => (await navigator.storage?.persist?.()) ?? null;

    // The browser lets go of the screen whenever the page is hidden; it is taken again when it is seen.
    let staysAwake = false;
    let lit = null;
    const settle = async () => {
        if (!staysAwake) {
            await lit?.release();
        } else if (!lit && document.visibilityState === "visible") {
            lit = (await navigator.wakeLock?.request("screen")) ?? null;
            lit?.addEventListener("release", () => { lit = null; });
        }
    };
    // One after the other; what saves power, or will not, goes dark as it always does.
    let settling = Promise.resolve();
    const stayAwake = (wanted = staysAwake) => {
        staysAwake = wanted;
        settling = settling.then(settle).catch(() => {});
    };

    const canBuzz = () => "vibrate" in navigator && isTouch();
    const canCall = () => navigator.maxTouchPoints > 0 || !matchMedia("(pointer: fine)").matches;
    const wantsStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

    // What was sent before is laid out in the next frame; the one after it begins once that stands.
    const stands = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))); });

    // A computer that sleeps with Tend in sight holds every timer: the first movement afterwards tells how late they are.
    const LATE_MS = 30000;
    const timersAgo = () => Date.now() - performance.now();
    let began = timersAgo();
    const lookForSleep = () => {
        const late = timersAgo() - began;
        began += late;
        if (late < LATE_MS || elsewhere || document.visibilityState === "hidden") return;
        $("cover").hidden = !covers;
        tendWorker.tell({ seen: late });
    };
    for (const kind of ["pointermove", "pointerdown", "keydown", "focus"]) {
        window.addEventListener(kind, lookForSleep, { capture: true, passive: true });
    }

    let covers = false;
    let hiddenSince = 0;
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") {
            hiddenSince = Date.now();
            $("cover").hidden = !covers;
        } else {
            began = timersAgo();
            stayAwake();
            if (elsewhere) return wishes.uncover();
            // Python says when the screen may be seen again: it may have to lock first.
            tendWorker.tell({ seen: Date.now() - hiddenSince });
        }
    });

    const wishes = {
        putAway: () => putAway?.(),
        holdFirst: () => tendFirst.hold(),
        stayAwake,
        buzz: (milliseconds) => { if (canBuzz()) navigator.vibrate(milliseconds); },
        covers: (value) => { covers = value; },
        uncover: () => requestAnimationFrame(() => requestAnimationFrame(() => { $("cover").hidden = true; })),
        remember: (value) => { localStorage.setItem(LOOKS, value); tendDiscreet.wear(); },
        leave: () => tendDiscreet.go(),
        first: (value) => tendFirst.keep(value),
        forgetLeft: (value) => tendFirst.forget(value),
        reload: async () => {
            await tendFirst.erase();
            location.replace(document.querySelector("base").href);
        },
    };

    // Python waits for an answer, so that there always is one.
    const left = () => tendFirst.left();
    const answers = { pick, save, give, persist, remembered, canBuzz, canCall, wantsStillness, stands, left };
    const answer = async (kind, value) => {
        try {
            return await answers[kind](value);
        } catch (error) {
            console.warn(`The page could not ${kind}:`, error.name);
            return { failed: true };
        }
    };

    globalThis.tendPage = { answers, wishes, ask, away, isFresh, pickOne, words };
    window.addEventListener("tend-worker", async ({ detail: { ask, tell, number, value } }) => {
        if (tell) wishes[tell](value);
        else tendWorker.tell({ answer: number, value: await answer(ask, value) });
    });
})();
