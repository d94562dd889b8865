// Tend's service worker. The build puts `const BUILD = {scope, version, csp, files, later, harmless}` above this line:
//   version   hash over every file; names the cache
//   files     {path: {hash, only?: "chromium" | "full"}}, all needed before the worker activates
//   later     {path: hash}, kept when first used: fallback fonts, for which `harmless` answers where one cannot be had,
//             and texts of licences
const PREFIX = `tend:${BUILD.scope}:`;
const CACHE = PREFIX + BUILD.version;
const INDEX = "index.html";
const KEPT_LIST = "kept-list.json";
const CANVASKIT = new URL(location.href).searchParams.get("canvaskit") || "full";
const TRIES = 3;

const absolute = (path) => new URL(path, self.registration.scope).href;
const wanted = Object.entries(BUILD.files).filter(([, file]) => !file.only || file.only === CANVASKIT);
const isFont = (path) => path.startsWith("assets/fonts/");
const scripted = (path) => [INDEX, "page/worker.js", "page/photographer.js"].includes(path);

// A page and a worker take their Content-Security-Policy from their own response, and a static host may send none.
const guarded = async (response) => {
    const headers = new Headers(response.headers);
    headers.set("Content-Security-Policy", BUILD.csp);
    return new Response(await response.blob(), { status: 200, headers });
};

const download = async (path, hash) => {
    for (let attempt = 1; ; attempt++) {
        try {
            // A wrong copy in the browser's own cache does not match its hash: the second try goes past that cache.
            const response = await fetch(absolute(path), { integrity: hash, cache: attempt === 1 ? "no-cache" : "reload" });
            if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
            return response;
        } catch (error) {
            if (attempt === TRIES) throw error;
            await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
        }
    }
};

const olderCopies = async () => {
    const copies = new Map(); // hash -> [cache, path]
    for (const name of await caches.keys()) {
        if (!name.startsWith(PREFIX) || name === CACHE) continue;
        const cache = await caches.open(name);
        const list = await (await cache.match(absolute(KEPT_LIST)))?.json();
        for (const [path, hash] of Object.entries(list || {})) copies.set(hash, [cache, path]);
    }
    return copies;
};

// File by file, so that an interrupted visit goes on where it stopped; unchanged files come from the older cache.
// The worker, and with it the offline app, counts only when all of them are here.
const install = async () => {
    const cache = await caches.open(CACHE);
    const older = await olderCopies();
    const list = Object.fromEntries([...wanted.map(([path, { hash }]) => [path, hash]), ...Object.entries(BUILD.later)]);
    await cache.put(absolute(KEPT_LIST), Response.json(list));
    const keep = async (path, hash) => {
        if (await cache.match(absolute(path))) return;
        const [from, name] = older.get(hash) || [];
        const copy = from && !scripted(path) ? await from.match(absolute(name)) : undefined;
        const response = copy || await download(path, hash);
        await cache.put(absolute(path), scripted(path) ? await guarded(response) : response);
    };
    const queue = wanted.map(([path, { hash }]) => [path, hash]);
    let missing; // one file that cannot be had keeps none of the others from coming in
    const line = async () => {
        for (let next; (next = queue.shift());) await keep(...next).catch((error) => { missing = error; });
    };
    await Promise.all([line(), line(), line(), line()]);
    if (missing) throw missing;
    for (const [path, hash] of Object.entries(BUILD.later)) {
        const [from, name] = older.get(hash) || [];
        const copy = from && await from.match(absolute(name));
        if (copy) await cache.put(absolute(path), copy);
    }
};

// What is put away while installing, Chromium compiles whole: of the largest script that is 24 MB, which take longer to
// read than what a start needs of them takes to compile. Put away once more, it keeps compiled what the next start runs.
// It comes from an older version's copy or the browser's own cache: nothing goes over the wire.
const LARGEST = "main.dart.js";
const compiledAsItRuns = async () => {
    const { hash } = BUILD.files[LARGEST];
    const [older, name] = (await olderCopies()).get(hash) || [];
    const copy = await older?.match(absolute(name));
    const again = copy || await fetch(absolute(LARGEST), { integrity: hash, cache: "only-if-cached", mode: "same-origin" });
    if (again.ok) await (await caches.open(CACHE)).put(absolute(LARGEST), again);
};

const activate = async () => {
    await compiledAsItRuns().catch(() => {}); // the start is slower, and works
    for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
};

const later = async (path) => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(absolute(path));
    if (kept) return kept;
    try {
        const response = await download(path, BUILD.later[path]);
        await cache.put(absolute(path), response.clone());
        return response;
    } catch {
        // The engine asks again without end for a font that answers 404.
        return isFont(path) ? cache.match(absolute(BUILD.harmless)) : Response.error();
    }
};

// Put back where the browser took it away: one such file would end the offline start until an update came.
const again = async (path, cache) => {
    const response = await download(path, BUILD.files[path].hash);
    const kept = scripted(path) ? await guarded(response) : response;
    await cache.put(absolute(path), kept.clone());
    return kept;
};

const answer = async (path, request) => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(absolute(path));
    if (kept) return kept; // unchanged: a rebuilt response would lose the compiled WebAssembly
    return again(path, cache).catch(() => fetch(request)); // no room, or the host has another version by now
};

// The reminders; page/reminders.js writes AHEAD and reads HEARD. Not under PREFIX: an update must not take it away.
const REMINDERS = `tend-reminders:${BUILD.scope}`;
const AHEAD = "ahead.json"; // [{at: ms, title, options}], earliest first
const HEARD = "heard.json"; // [{tag, at: ms, later}]
const LATE = 3 * 3600 * 1000; // ms, as domain/schedule.py has it
const FEW = 3; // notices at once, as it has that; one more leads to Today, where those that are not said stand too

const listed = async (name) => (await (await caches.open(REMINDERS)).match(absolute(name)))?.json() ?? [];
const note = async (name, entries) => (await caches.open(REMINDERS)).put(absolute(name), Response.json(entries));
const hear = async (...entries) => note(HEARD, [...await listed(HEARD), ...entries]);

// Tend's own windows: the neutral page is none, for somebody left Tend there.
const openWindows = async () => (await clients.matchAll({ type: "window", includeUncontrolled: true }))
    .filter(({ url }) => [absolute(""), absolute(INDEX)].includes(url.split(/[?#]/)[0]));

// Some time in a day on which Tend is closed. Of what has come meanwhile, the latest of each reminder, if it is fresh.
const sayWhatCame = async () => {
    if (self.Notification?.permission !== "granted") return; // it was withdrawn: what comes waits for Tend
    if (!await caches.has(REMINDERS) || (await openWindows()).length) return; // a window says it itself
    const now = Date.now();
    const ahead = await listed(AHEAD);
    const latest = new Map();
    for (const entry of ahead) if (entry.at <= now) latest.set(entry.options.tag.split(" ")[0], entry);
    const fresh = [...latest.values()].filter(({ at }) => now - at < LATE);
    await note(AHEAD, ahead.filter(({ at }) => at > now));
    await hear(...fresh.map(({ options }) => ({ tag: options.tag, at: now })));
    if (fresh.length > FEW + 1) fresh[FEW].options.data = { address: "/" };
    for (const { title, options } of fresh.slice(0, FEW + 1)) await self.registration.showNotification(title, options);
    if (fresh.length) await navigator.setAppBadge?.().catch(() => {});
};

const answerNotice = async ({ tag, data }, action) => {
    const [open] = await openWindows();
    if (action === "later") {
        const heard = { tag, at: Date.now(), later: true };
        return open ? open.postMessage({ heard }) : hear(heard);
    }
    if (!open) return self.clients.openWindow(absolute(`#${data.address}`));
    open.postMessage({ address: data.address });
    return open.focus();
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
    if (event.data === "activate") event.waitUntil(self.skipWaiting());
    if (event.data === "keep the rest") event.waitUntil(Promise.all(Object.keys(BUILD.later).map(later)));
});
self.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    const scope = new URL(self.registration.scope);
    if (url.protocol !== "http:" && url.protocol !== "https:") return;
    if (url.origin !== scope.origin) return event.respondWith(Response.error()); // nobody else is ever asked
    if (request.method !== "GET" || !url.pathname.startsWith(scope.pathname)) return;
    const path = url.pathname.slice(scope.pathname.length);
    const isOwnPage = path.endsWith(".html") && path in BUILD.files;
    if (request.mode === "navigate" && !isOwnPage) return event.respondWith(answer(INDEX, request));
    if (path in BUILD.files) return event.respondWith(answer(path, request));
    if (path in BUILD.later) return event.respondWith(later(path));
    if (isFont(path)) return event.respondWith(answer(BUILD.harmless, request));
});
self.addEventListener("periodicsync", (event) => { if (event.tag === "reminders") event.waitUntil(sayWhatCame()); });
self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(answerNotice(event.notification, event.action));
});
