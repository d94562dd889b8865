// The page's part of the reminders: notices by the service worker's registration, the dot on the icon, and what may be
// said while Tend is closed, which sw.js reads. It holds times and neutral words, and goes with everything else.
(() => {
    const { answers, wishes, ask, isFresh, words } = tendPage;
    const BASE = new URL(document.querySelector("base").href);
    const CACHE = `tend-reminders:${BASE.pathname}`; // these names as sw.js has them
    const AHEAD = new URL("ahead.json", BASE).href;
    const HEARD = new URL("heard.json", BASE).href;
    const SYNC = "reminders";
    const HALF_A_DAY = 12 * 3600 * 1000; // ms, the shortest that browsers grant

    // The constructor of Notification does not work on phones; an iPhone has none of this in a tab.
    const canNotify = () => "Notification" in window && Boolean(globalThis.ServiceWorkerRegistration?.prototype.showNotification);
    const mayNotify = () => (canNotify() ? Notification.permission : "none");
    const registration = async () => (await navigator.serviceWorker?.getRegistration()) ?? null;

    const shown = ({ title, words: body, address, tag }) => {
        const looks = document.documentElement.hasAttribute("data-is-neutral") ? "notes-" : "";
        return {
            title,
            options: {
                body,
                tag,
                icon: new URL(`icons/${looks}icon-192.png`, BASE).href,
                lang: document.documentElement.lang,
                data: { address },
                actions: [{ action: "later", title: words().again }], // where the system shows such buttons
            },
        };
    };

    const notify = async (json) => {
        const registered = await registration();
        if (mayNotify() !== "granted" || !registered?.active) return false;
        const { title, options } = shown(JSON.parse(json));
        await registered.showNotification(title, options);
        // A dot without a number: nothing adds up.
        if (document.visibilityState === "hidden") await navigator.setAppBadge?.().catch(() => {});
        return true;
    };

    // Browsers want a tap; where it is too long ago, a sheet asks for another.
    const askToNotify = async () => {
        if (mayNotify() === "default") {
            if (!isFresh() && await ask(words().notices, [["yes", words().yes], ["later", words().later]]) === "later") return mayNotify();
            await Notification.requestPermission();
        }
        known = mayNotify();
        if (globalThis.caches) inTurn(wakeSometimes);
        return known;
    };

    // The person may allow or forbid it in the browser's own settings.
    let known = mayNotify();
    const look = () => {
        if (mayNotify() === known) return;
        known = mayNotify();
        tendWorker.tell({ heard: "allowed", value: known });
    };
    navigator.permissions?.query({ name: "notifications" }).then((status) => { status.onchange = look; }, () => {});
    const seen = () => {
        if (document.visibilityState !== "visible") return;
        look();
        navigator.clearAppBadge?.().catch(() => {});
    };
    document.addEventListener("visibilitychange", seen);
    seen();

    // What comes while Tend is closed. One after the other, so that the last word stands.
    const forget = async () => {
        await caches.delete(CACHE);
        await (await registration())?.periodicSync?.unregister(SYNC);
    };
    const wakeSometimes = async () => {
        if (mayNotify() !== "granted" || !await caches.has(CACHE)) return;
        // Refused where Tend is not installed, and absent but for Chromium.
        await (await registration())?.periodicSync?.register(SYNC, { minInterval: HALF_A_DAY }).catch(() => {});
    };
    const keep = async (coming) => {
        if (!coming.length) return forget();
        const entries = coming.map((notice) => ({ at: notice.at, ...shown(notice) }));
        await (await caches.open(CACHE)).put(AHEAD, Response.json(entries));
        await wakeSometimes();
        return null;
    };
    let keeping = Promise.resolve();
    const inTurn = (work) => {
        keeping = keeping.then(work).catch((error) => console.warn("The reminders were not kept:", error.name));
        return keeping;
    };

    // What the service worker noted while no window was there; given out once.
    const heard = async () => {
        if (!globalThis.caches || !await caches.has(CACHE)) return "";
        const cache = await caches.open(CACHE);
        const noted = await (await cache.match(HEARD))?.text() ?? "";
        await cache.delete(HEARD);
        return noted;
    };

    // A tapped notice: the worker has brought this window to the front.
    navigator.serviceWorker?.addEventListener("message", ({ data }) => {
        if (data?.address?.startsWith("/")) location.hash = `#${data.address}`;
        if (data?.heard) tendWorker.tell({ heard: "heard", value: JSON.stringify([data.heard]) });
    });

    const takeBack = async () => {
        for (const notice of await (await registration())?.getNotifications() ?? []) notice.close();
        await navigator.clearAppBadge?.();
    };

    Object.assign(answers, { notify, mayNotify, askToNotify, heard });
    wishes.foresee = (json) => { if (globalThis.caches) inTurn(() => keep(JSON.parse(json))); };
    const reload = wishes.reload; // everything was erased
    wishes.reload = async () => {
        if (globalThis.caches) await inTurn(forget);
        await takeBack().catch(() => {});
        await reload();
    };
})();
