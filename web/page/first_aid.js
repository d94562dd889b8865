// The first page: fills it from a small copy that Tend writes, keeps what is tapped, and gives way when Tend is ready.
// It works without everything else; what is missing or damaged is left out. In localStorage lie
//   tend-first-aid   the copy (storage/first_aid.py)      tend-country   the country picked here
//   tend-shown       whose lines stood here last while Tend knew no country: {isGuess, help}
//   tend-tap:<id>    one visit's answers: {id, at, offset, mood?, energy?, was?: [[mood, energy] before, …]}
// and the copy's own part, people, steps and names on the scales, in a cache: what is removed from localStorage stays
// on the disk for long.
(() => {
    const COPY = "tend-first-aid";
    const COUNTRY = "tend-country", SHOWN = "tend-shown", LOOKS = "tend-looks"; // as files.js has it
    const TAP = "tend-tap:";
    const OWN = "tend-own", OWN_URL = new URL("page/own.json", document.baseURI).href;
    const AT_ONCE = 3; // lines
    const LARGE = 150; // % from which rows become lists
    const $ = (id) => document.getElementById(id);
    const said = globalThis.tendDiscreet?.said ?? ((text) => text); // under the chosen name
    const boot = $("boot"), words = Object.fromEntries(Object.entries(boot.dataset).map(([key, text]) => [key, said(text)]));
    for (const part of [$("boot-title"), $("boot-hidden")]) part.textContent = said(part.textContent);
    boot.dataset.said = ""; // boot.css shows the title from now on
    const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

    const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
    const write = (key, value) => { try { localStorage.setItem(key, value); return true; } catch { return false; } };
    const parsed = (text) => { try { return JSON.parse(text) ?? {}; } catch { return {}; } };
    const attempt = (doing) => { try { doing(); } catch (error) { console.warn("A part of the page is left out:", error.name); } };
    const tell = () => globalThis.tendWorker?.tell({ tapped: true });

    const make = (tag, text, type = "") => Object.assign(document.createElement(tag), { textContent: text, className: type });
    // Tend makes the links, by its own rules; one that is no plain number is no link here either.
    const link = (text, href, type, name) => {
        const made = make("a", text, type);
        if (/^(tel:[+*]?[0-9]+|sms:\+?[0-9]+(\?&body=[\w.~%-]*)?)$/.test(href)) made.href = href;
        if (name) made.setAttribute("aria-label", name);
        return made;
    };

    // Times as they are read here: 9:12, or 9:12 am.
    const hasTwelve = /h1[12]/.test(new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hourCycle);
    const clock = (minutes) => {
        const hour = Math.floor(minutes / 60) % 24, minute = String(minutes % 60).padStart(2, "0");
        return hasTwelve ? `${hour % 12 || 12}:${minute} ${hour < 12 ? "am" : "pm"}` : `${hour}:${minute}`;
    };
    const minuteOf = (time) => time.getHours() * 60 + time.getMinutes();
    const day = (iso) => new Date(`${iso}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });

    // The lines of a country
    const today = (line) => Array.isArray(line.hours) ? line.hours[(new Date().getDay() + 6) % 7] : [];
    const isOpen = (line) => line.hours === 1 || today(line).some(([from, to]) => from <= minuteOf(new Date()) && minuteOf(new Date()) < to);
    const rank = (line) => isOpen(line) ? 0 : line.hours ? 2 : 1;
    const hoursOf = (line) => {
        if (line.hours === 1) return words.always;
        if (!line.hours) return words.unknown;
        const stretches = today(line).map(([from, to]) => `${clock(from)}–${clock(to)}`).join(", ");
        return `${isOpen(line) ? words.open : words.closed} ${stretches && fill(words.hours, { hours: stretches })}`;
    };
    const languagesOf = (line) => {
        const names = new Intl.DisplayNames(["en-GB"], { type: "language" });
        return line.languages && String(line.languages) !== "en" ? fill(words.languages, { names: line.languages.map((code) => names.of(code)).join(", ") }) : "";
    };
    const lineParts = (line, country, isFirst) => {
        const facts = [hoursOf(line), line.free && words.free, line.local && words.local,
            line.press && fill(words.press, { key: line.press }), languagesOf(line),
            line.inside && fill(words.inside, { country })];
        const buttons = [
            line.call && [fill(words.call, { number: line.call[0] }), line.call[1]],
            line.text && [fill(line.text[2] ? words.word : words.text, { number: line.text[0], word: line.text[2] }), line.text[1]],
        ].filter(Boolean);
        const shown = buttons.map(([text, href], at) => link(text, href, isFirst && !at ? "boot-call" : "boot-call boot-next"));
        if (isFirst && shown[0]) shown[0].setAttribute("elementtiming", "call"); // a test asks when it was drawn
        return [make("h3", line.name), make("p", facts.filter(Boolean).join(" "), "boot-small"), ...shown];
    };
    const fallback = [...$("boot-lines").children].slice(1); // 112 and 911, for where no number is known

    const showHelp = (help, isGuess) => {
        const lines = [...help.lines].sort((one, other) => rank(one) - rank(other));
        const parts = lines.slice(0, AT_ONCE).flatMap((line, at) => lineParts(line, help.name, !at));
        if (!lines.length) parts.push(make("p", fill(words.none, { country: help.name })));
        if (help.danger) {
            if (help.general) parts.push(make("p", fill(words.general, { number: help.danger }), "boot-small"));
            parts.push(link(fill(words.danger, { number: help.danger }), `tel:${help.danger}`,
                lines.length ? "boot-call boot-next boot-danger" : "boot-call"));
        } else parts.push(...fallback);
        const checked = [...lines.slice(0, AT_ONCE), help].map((row) => row.checked).filter(Boolean).sort()[0];
        if (checked) parts.push(make("p", fill(words.checked, { date: day(checked) }), "boot-small"));
        if (isGuess) parts.push(make("p", fill(words.here, { country: help.name }), "boot-small"));
        for (const line of lines.slice(AT_ONCE)) parts.push(...lineParts(line, help.name, false));
        $("boot-lines").replaceChildren(...parts);
    };

    // Without a country: the one the browser's language names (as domain/countries.py has it), and a list to pick from.
    const guessed = () => {
        const region = new Intl.Locale(new Intl.DateTimeFormat().resolvedOptions().locale).region ?? "";
        const hours = -new Date().getTimezoneOffset() / 60;
        return region !== "US" || (hours >= -10 && hours <= -4) ? region : "";
    };
    // What stood here last is there from the first frame, so that nothing moves once the table has come.
    const offerCountries = async () => {
        let shown = read(SHOWN);
        const { help, isGuess } = parsed(shown);
        if (help) attempt(() => showHelp(help, isGuess));
        $("boot-where").hidden = false;
        const table = await (await fetch(new URL("page/lines.json", document.baseURI))).json();
        const select = $("boot-country");
        const show = (code, isGuess) => {
            const now = table[code] && JSON.stringify({ isGuess, help: table[code] });
            if (!now || now === shown) return;
            attempt(() => showHelp(table[code], isGuess));
            write(SHOWN, shown = now);
        };
        const names = Object.entries(table).map(([code, { name }]) => [name, code]).sort(([one], [other]) => one.localeCompare(other));
        select.append(...names.map(([name, code]) => new Option(name, code)));
        select.onchange = () => {
            show(select.value, false);
            if (select.value && write(COUNTRY, select.value)) tell();
        };
        const picked = read(COUNTRY);
        select.value = picked in table ? picked : "";
        // What is under a finger stays where it is.
        if (!touched) show(select.value || guessed(), !select.value);
    };

    // What is the person's own
    const personRow = (person) => {
        const row = make("li", "");
        const told = [words[person.role], person.typed, person.typed && words.typed].filter(Boolean).join(". ");
        const name = make("div", "");
        name.append(make("h3", person.name), make("p", told, "boot-small boot-quiet"));
        row.append(name);
        for (const [kind, href] of [["call", person.call], ["text", person.text]]) {
            const spoken = fill(words[`${kind}Person`], { name: person.name });
            if (href) row.append(link(spoken.split(" ")[0], href, "boot-way", spoken));
        }
        return row;
    };
    const fillList = (section, rows) => {
        section.hidden = !rows.length;
        section.lastElementChild.replaceChildren(...rows);
    };
    const nameScale = (question, names) => document.getElementsByName(question).forEach((input, at) => {
        if (Array.isArray(names) && names[at]?.trim?.()) input.parentElement.lastElementChild.textContent = names[at];
    });
    const showOwn = ({ people = [], steps = [], hidden = false, moods, energies }) => {
        attempt(() => { nameScale("mood", moods); nameScale("energy", energies); });
        attempt(() => fillList($("boot-people"), people.map(personRow)));
        attempt(() => fillList($("boot-steps"), steps.map((step) => make("li", step))));
        $("boot-plan").hidden = $("boot-steps").hidden;
        $("boot-hidden").hidden = !hidden;
    };
    const showCopy = (copy) => {
        if (copy.look === "light" || copy.look === "dark") document.documentElement.dataset.look = copy.look;
        else delete document.documentElement.dataset.look;
        if (copy.size >= 90 && copy.size <= 200) boot.style.setProperty("--size", copy.size / 100);
        boot.toggleAttribute("data-large", copy.size >= LARGE);
    };
    // The answers come below them, and wait for them: nothing moves under a finger.
    const showOwnPart = async () => {
        const kept = await globalThis.caches?.match(OWN_URL, { cacheName: OWN });
        const own = parsed(await kept?.text());
        attempt(() => showOwn(own));
    };

    // The home screen
    const STANDALONE = ["standalone", "minimal-ui", "fullscreen"].map((mode) => `(display-mode: ${mode})`).join(",");
    const isThere = () => navigator.standalone === true || matchMedia(STANDALONE).matches;
    // An iPad calls itself a Mac, but no Mac is touched with several fingers.
    const isApple = () => /iPhone|iPad|iPod/.test(navigator.userAgent)
        || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

    // Mood and energy
    const stamp = () => {
        const now = new Date();
        return { at: now.toISOString().replace(/\.\d+Z$/, "+00:00"), offset: -now.getTimezoneOffset(), minute: minuteOf(now) };
    };
    let answers = null; // of this visit
    const answer = (question, value) => {
        const { at, offset, minute } = stamp();
        const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
        const before = answers && [...(answers.was ?? []), [answers.mood ?? null, answers.energy ?? null]];
        const next = { ...(answers ?? { id, at, offset }), [question]: value, ...(before && { was: before.slice(-20) }) };
        const isKept = write(TAP + next.id, JSON.stringify(next));
        if (isKept) answers = next;
        $("boot-saved").textContent = isKept ? fill(words[question], { time: clock(minute) }) : words.refused;
        $("boot-saved").scrollIntoView({ block: "nearest" });
        tell();
    };
    $("boot-check").onchange = ({ target }) => answer(target.name, Number(target.value));

    // Giving way
    let touched = false;
    let isHeld = false; // what stands behind it is no app but the reason why not: nobody is brought there unasked
    let leave = null; // takes the page away, once Tend stands behind it
    const hint = $("boot-hint").textContent;
    // Whatever it says, it keeps its room: nothing below it moves.
    const say = (title, line) => {
        const told = $("boot-hint").parentElement;
        told.style.minHeight = `${told.getBoundingClientRect().height}px`;
        [$("boot-title").textContent, $("boot-hint").textContent] = [title, line];
    };
    const touch = () => { touched = true; };
    for (const kind of ["pointerdown", "touchstart", "focusin", "change", "scroll"]) boot.addEventListener(kind, touch, { passive: true });
    // Flutter takes keys from the whole window, Tab and arrows too: not those that are meant for this page.
    addEventListener("keydown", (event) => {
        if (!boot.isConnected) return;
        touch();
        event.stopImmediatePropagation();
    }, true);
    // Until the page is gone, what stands behind it is not for fingers, keys or readers; and Flutter, which wants no zoom,
    // gets its way with language and viewport no sooner.
    const root = document.documentElement;
    const own = [root.lang, document.querySelector("meta[name=viewport]").content];
    let theirs = null;
    const guard = () => {
        document.querySelectorAll("flutter-view").forEach((view) => { view.inert = true; });
        if (root.lang !== own[0]) root.lang = own[0];
        const meta = document.querySelector("meta[name=viewport]");
        if (meta && meta.content !== own[1]) [theirs, meta.content] = [meta.content, own[1]];
    };
    const watcher = new MutationObserver(guard);
    watcher.observe(document.head, { childList: true, subtree: true, attributes: true });
    watcher.observe(root, { attributeFilter: ["lang"] });
    watcher.observe(document.body, { childList: true });
    const go = () => {
        watcher.disconnect();
        document.querySelectorAll("flutter-view").forEach((view) => { view.inert = false; });
        if (theirs) document.querySelector("meta[name=viewport]").content = theirs;
        boot.remove();
        leave();
    };
    $("boot-open").onclick = () => { go(); document.querySelector("flutter-view")?.focus(); };
    $("boot-again").onclick = () => location.reload();
    $("boot-plan").onclick = () => {
        $("boot-steps").scrollIntoView();
        $("boot-steps-title").focus({ preventScroll: true });
    };
    const isStoreThere = async () => {
        try {
            const file = await (await navigator.storage.getDirectory()).getFileHandle("tend-a.ledger");
            if ((await file.getFile()).size) return true;
        } catch { /* not there, or this browser has no such place */ }
        return (await indexedDB.databases()).some(({ name }) => name === "tend");
    };

    // For the scripts that start Tend; first_kept.js adds what Tend itself asks for.
    globalThis.tendFirst = {
        COPY, COUNTRY, SHOWN, TAP, OWN, OWN_URL, attempt, parsed, read, write, tell, isThere, isApple,
        ready(then) {
            leave = then;
            if (isHeld) say(words.failed, words.works);
            else if (touched) say(words.ready, hint);
            else return go();
            $("boot-bar").classList.add("boot-done");
            $("boot-open").hidden = false;
        },
        hold() { isHeld = true; },
        slow() { if (!leave && $("boot-after").hidden) say($("boot-title").textContent, words.slow); },
        async failed() {
            if (leave) return;
            $("boot-bar").classList.add("boot-done");
            $("boot-after").hidden = false;
            say(words.failed, await isStoreThere().catch(() => false) ? words.safe : words.works);
        },
    };

    // Tend writes the looks when it opens for the first time, and then says it itself. What is answered before in an
    // Apple browser would not move to the home screen.
    $("boot-home").hidden = read(LOOKS) !== null || isThere() || !isApple();
    const copy = parsed(read(COPY));
    attempt(() => showCopy(copy));
    showOwnPart().catch(() => {}).finally(() => { $("boot-check").hidden = false; });
    if (copy.country && copy.help) attempt(() => showHelp(copy.help, false));
    else offerCountries().catch(() => { $("boot-where").hidden = true; }); // what stands there stays
})();
