// Runs page/reminders.js, or the service worker, in Node with a browser made of fakes around it:
//   node reminders.mjs '{"script", "permission", "badge", "sync", "steps"}'
// badge: "works" | "refused" | "absent", and sync as well. Prints what was asked of the browser, in order, as JSON.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const { script, permission, badge, sync, steps } = JSON.parse(process.argv[2]);
const BASE = "http://127.0.0.1/";
const log = [];
const listeners = {};
const listen = (kind, work) => (listeners[kind] ??= []).push(work);
const asked = (how, ...said) => {
    log.push(said);
    return how === "refused" ? Promise.reject(new DOMException("no", "NotAllowedError")) : Promise.resolve();
};
const made = (how, parts) => (how === "absent" ? {} : parts);

class Cache extends Map {
    async put(address, response) { this.set(address, await response.text()); }
    async match(address) { return this.has(address) ? new Response(this.get(address)) : undefined; }
}
const kept = new Map();
const caches = {
    open: async (name) => kept.get(name) ?? kept.set(name, new Cache()).get(name),
    has: async (name) => kept.has(name),
    delete: async (name) => kept.delete(name),
};
class ServiceWorkerRegistration {
    active = {};
    scope = BASE;
    async showNotification(title, { data }) { log.push(["show", title, data.address]); }
    async getNotifications() { return [{ close: () => log.push(["close"]) }]; }
}
const registration = Object.assign(new ServiceWorkerRegistration(), made(sync, {
    periodicSync: {
        register: (tag, { minInterval }) => asked(sync, "register", tag, minInterval / 3600000),
        unregister: (tag) => asked("works", "unregister", tag),
    },
}));
const navigator = {
    serviceWorker: { getRegistration: async () => registration, addEventListener: listen },
    ...made(badge, { setAppBadge: (...said) => asked(badge, "dot", ...said), clearAppBadge: () => asked(badge, "no dot") }),
};
const Notification = { permission, requestPermission: async () => { Notification.permission = "granted"; } };
const document = {
    visibilityState: "visible",
    querySelector: () => ({ href: BASE }),
    documentElement: { lang: "en", hasAttribute: () => false },
    addEventListener: listen,
};
const tendPage = { answers: {}, wishes: { reload: async () => log.push(["reload"]) }, isFresh: () => true, words: () => ({}) };
const clients = { matchAll: async () => [] };
for (const [name, value] of Object.entries({
    window: globalThis, self: globalThis, location: { href: `${BASE}sw.js` }, addEventListener: listen, registration, clients,
    caches, ServiceWorkerRegistration, navigator, Notification, document, tendPage, tendWorker: { tell: () => {} },
    console: { warn: (...said) => log.push(["warn", ...said]) },
})) Object.defineProperty(globalThis, name, { value, configurable: true });

const settle = async () => { for (let turn = 0; turn < 20; turn++) await new Promise((next) => setImmediate(next)); };
const turns = {
    see: (state) => { document.visibilityState = state; for (const work of listeners.visibilitychange) work(); },
    wish: (kind, value) => tendPage.wishes[kind](JSON.stringify(value)),
    ask: (kind, value) => tendPage.answers[kind](JSON.stringify(value)),
    lay: async (name, file, value) => (await caches.open(name)).put(BASE + file, Response.json(value)),
    come: (kind, tag) => { for (const work of listeners[kind]) work({ tag, waitUntil: (done) => done }); },
    permit: (now) => { Notification.permission = now; },
};
const build = 'const BUILD = { scope: "/", version: "1", files: {}, later: {} };';
runInThisContext(`${script.endsWith("sw.js") ? build : ""}${readFileSync(script, "utf-8")}`);
await settle();
for (const [kind, ...said] of steps) {
    await turns[kind](...said);
    await settle();
}
process.stdout.write(JSON.stringify(log));
