// Out of Tend: a page of the person's to the printer, a text of theirs to the share sheet or the clipboard. Adds to what
// files.js does for Python's worker, and stands in a file of its own for that.
(() => {
    const { answers, wishes, ask, away, isFresh, words } = tendPage;
    const FRAME = "print-frame", TWIN = "print-twin";

    // Phones that lay a page out anew, when another paper is picked, print what stands around the frame (printThis 197,
    // Print.js 312). So the same stands around it too, seen in print alone.
    const AROUND = `
        @page { size: A4; margin: 15mm; }
        #${FRAME} { position: fixed; left: -10000px; top: 0; width: 210mm; height: 297mm; border: 0; }
        @media screen { #${TWIN} { display: none; } }
        @media print {
            html, body { position: static !important; overflow: visible !important; height: auto !important;
                background: #fff !important; }
            body > *:not(#${TWIN}, #${FRAME}) { display: none !important; }
        }`;

    const made = (kind, facts) => Object.assign(document.createElement(kind), facts);

    const frameOf = (html) => new Promise((resolve) => {
        const frame = made("iframe", { id: FRAME, tabIndex: -1, srcdoc: html, onload: () => resolve(frame) });
        frame.setAttribute("sandbox", "allow-same-origin allow-modals"); // nothing runs in it
        frame.setAttribute("aria-hidden", "true");
        document.body.append(frame);
    });

    const twinOf = (html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        const twin = made("div", { id: TWIN });
        twin.attachShadow({ mode: "open" }).append(page.querySelector("style"), ...page.body.childNodes);
        return twin;
    };

    // Nobody can tell when a phone is done printing. The next touch of Tend can only come after it.
    let clear = () => {};
    const onceTouched = (parts) => {
        const kinds = ["pointerdown", "keydown"];
        clear = () => {
            parts.forEach((part) => part.remove());
            kinds.forEach((kind) => window.removeEventListener(kind, clear, true));
        };
        kinds.forEach((kind) => window.addEventListener(kind, clear, true));
    };

    const print = async ({ html }) => {
        clear();
        const frame = await frameOf(html);
        const twin = twinOf(html), style = made("style", { textContent: AROUND });
        document.head.append(style);
        document.body.append(twin);
        onceTouched([frame, twin, style]);
        frame.contentWindow.focus();
        await away(async () => frame.contentWindow.print());
        document.querySelector("flutter-view")?.focus();
        return true;
    };

    const copied = async (text) => {
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch {
            return false;
        }
    };

    const shared = async (content) => {
        try {
            await away(() => navigator.share(content));
            return "shared";
        } catch (error) {
            return error.name === "AbortError" ? "closed" : "refused";
        }
    };

    // Tells what became of it: shared, copied, closed by the person, or refused by the device.
    const text = async ({ title, text }) => {
        const content = { title, text };
        const canShare = navigator.share !== undefined && navigator.canShare?.(content) !== false;
        if (!canShare && !navigator.clipboard) return "refused";
        if (!canShare && await copied(text)) return "copied";
        const buttons = [["share", words().send], ["copy", words().copy], ["later", words().later]];
        const offered = buttons.filter(([kind]) => (kind !== "share" || canShare) && (kind !== "copy" || navigator.clipboard));
        let outcome = canShare && isFresh() ? await shared(content) : "refused";
        while (outcome === "refused") {
            const tapped = await ask(words().text, offered);
            if (tapped === "later") return "closed";
            if (tapped === "copy") return await copied(text) ? "copied" : "refused";
            outcome = await shared(content);
        }
        return outcome;
    };

    Object.assign(answers, { print, text });
    const { putAway } = wishes;
    wishes.putAway = () => { clear(); putAway(); };
})();
