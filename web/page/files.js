// What only the page can do for Python's worker: hand the person a file, take one, cover the screen, keep it lit, buzz,
// ask the browser to keep what it stores. Browsers want a tap for much of it; where the tap is too long ago, a sheet
// asks for another.
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

    // A small copy of a photo, drawn anew: it stands upright, and nothing of what the camera wrote beside it (where,
    // when) comes along. Safari writes no WebP, so there it is a JPEG.
    const LONG_SIDES = [1280, 1024, 800, 640]; // pixels
    const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35];
    const LARGEST_PHOTO = 200000; // bytes; as domain/hopes.py has it
    const MOST_POINTS = 52000000; // four bytes each once it is opened; a phone drops a page that asks for much more

    const redrawn = (picture, longSide) => {
        const share = Math.min(1, longSide / Math.max(picture.width, picture.height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round(picture.width * share));
        canvas.height = Math.max(1, Math.round(picture.height * share));
        const pen = canvas.getContext("2d", { alpha: false });
        pen.fillStyle = "#fff"; // a JPEG would show black where a picture is clear
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.imageSmoothingQuality = "high";
        pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
        return canvas;
    };

    const written = async (canvas, quality) => {
        for (const type of ["image/webp", "image/jpeg"]) {
            const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, quality));
            if (blob?.type === type) return blob;
        }
        throw new DOMException("no picture came of it", "EncodingError");
    };

    const small = async (picture) => {
        for (const longSide of LONG_SIDES) {
            const canvas = redrawn(picture, longSide);
            let blob = null;
            for (const quality of QUALITIES) {
                if (!blob || blob.size > LARGEST_PHOTO) blob = await written(canvas, quality);
            }
            canvas.width = 0; // its memory is free at once: Safari keeps it for a while otherwise
            if (blob.size <= LARGEST_PHOTO) return { bytes: new Uint8Array(await blob.arrayBuffer()) };
        }
        return { tooLarge: true };
    };

    // How many points a photo has, from its beginning: an image that is not shown is not opened.
    const points = (file) => new Promise((resolve, reject) => {
        const image = Object.assign(new Image(), { onerror: reject, src: URL.createObjectURL(file) });
        image.onload = () => resolve(image.naturalWidth * image.naturalHeight);
        setTimeout(() => URL.revokeObjectURL(image.src), 60000);
    });

    const photo = async ({ limit }) => {
        const file = await pickOne(words().photo, "image/*");
        if (!file) return null;
        if (file.size > limit) return { tooLarge: true };
        let picture;
        try {
            if (await points(file) > MOST_POINTS) return { tooLarge: true };
            picture = await createImageBitmap(file, { imageOrientation: "from-image" });
        } catch {
            return { unreadable: true }; // no picture, or of a kind that this browser does not know
        }
        try {
            return await small(picture);
        } finally {
            picture.close();
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

    let covers = false;
    let hiddenSince = 0;
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") {
            hiddenSince = Date.now();
            $("cover").hidden = !covers;
        } else {
            stayAwake();
            if (elsewhere) return wishes.uncover();
            // Python says when the screen may be seen again: it may have to lock first.
            tendWorker.tell({ seen: Date.now() - hiddenSince });
        }
    });

    const wishes = {
        putAway: () => putAway?.(),
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
    const answers = { pick, photo, save, give, persist, remembered, canBuzz, canCall, wantsStillness, stands, left };
    const answer = async (kind, value) => {
        try {
            return await answers[kind](value);
        } catch (error) {
            console.warn(`The page could not ${kind}:`, error.name);
            return { failed: true };
        }
    };

    globalThis.tendPage = { answers, wishes, ask, away, isFresh, words }; // print.js adds to them
    window.addEventListener("tend-worker", async ({ detail: { ask, tell, number, value } }) => {
        if (tell) wishes[tell](value);
        else tendWorker.tell({ answer: number, value: await answer(ask, value) });
    });
})();
