// What Python's worker needs of the browser and cannot well say itself; Python imports it as `tend_js`.
// Turns: one tab at a time holds the files. Pieces: files in IndexedDB. Page: what only the page may do.
const TURN = "tend-turn";
const DATABASE = "tend";
const PIECES = "pieces"; // [file, number] -> Uint8Array

let endTurn = null;
const channel = new BroadcastChannel(TURN);

const takeTurn = () => {
    if (!navigator.locks) return true; // an old browser: the files shut others out (IndexedDB is not used there)
    return new Promise((resolve, reject) => {
        navigator.locks.request(TURN, { ifAvailable: true }, (lock) => {
            resolve(lock !== null);
            return lock && new Promise((release) => { endTurn = release; });
        }).catch(reject);
    });
};

const database = () => new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(PIECES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("another tab holds the database", "AbortError"));
});

const within = async (mode, work) => {
    const db = await database();
    try {
        return await new Promise((resolve, reject) => {
            const transaction = db.transaction(PIECES, mode, { durability: "strict" });
            const result = work(transaction.objectStore(PIECES));
            transaction.oncomplete = () => resolve(result?.result);
            // Not on error: that comes first, and then there is no reason yet. Python cannot await a null.
            transaction.onabort = () => reject(transaction.error ?? new DOMException("no reason given", "AbortError"));
        });
    } finally {
        db.close();
    }
};

const readPieces = async (file) => {
    const pieces = await within("readonly", (store) => store.getAll(IDBKeyRange.bound([file, 0], [file, Infinity])));
    const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
    }
    return whole.buffer;
};

const putPieces = (file, count, numbers, pieces) => within("readwrite", (store) => {
    store.delete(IDBKeyRange.bound([file, count], [file, Infinity]));
    numbers.forEach((number, place) => store.put(pieces[place], [file, number]));
});

const erasePieces = () => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("another tab holds the database", "AbortError"));
});

// The page answers each message with one of the same number (web/page/files.js).
const waiting = new Map();
let asked = 0;

let seen = null;
let leaving = null;
let tapped = null;
let heard = null;

export const fromPage = (message) => {
    if ("seen" in message) return seen?.(message.seen);
    if ("leave" in message) return leaving?.();
    if ("tapped" in message) return tapped?.();
    if ("heard" in message) return heard?.(message.heard, message.value);
    waiting.get(message.answer)?.(message.value);
    waiting.delete(message.answer);
};

const askPage = (kind, value = null) => new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    self.postMessage({ ask: kind, number: asked, value });
});

export const device = {
    takeTurn,
    endTurn: () => { endTurn?.(); endTurn = null; },
    askForTurn: () => channel.postMessage("let go"),
    whenAsked: (letGo) => { channel.onmessage = ({ data }) => { if (data === "let go" && endTurn) letGo(); }; },
    hasLocks: () => Boolean(navigator.locks),
    hasPieces: async () => (await indexedDB.databases?.())?.some(({ name }) => name === DATABASE) ?? false,
    readPieces,
    putPieces,
    erasePieces,
    tellPage: (kind, value = null) => self.postMessage({ tell: kind, value }),
    pickFile: (limit) => askPage("pick", { limit }),
    pickPhoto: (limit) => askPage("photo", { limit }),
    saveFile: (name, type, bytes) => askPage("save", { name, type, bytes }),
    printPage: (html) => askPage("print", { html }),
    shareText: (title, text) => askPage("text", { title, text }),
    whenSeen: (callback) => { seen = callback; }, // called with the milliseconds the page was out of sight
    whenLeaving: (callback) => { leaving = callback; },
    whenTapped: (callback) => { tapped = callback; }, // something was tapped or picked on the first page
    leftOnPage: () => askPage("left"),
    notify: (json) => askPage("notify", json), // these five: web/page/reminders.js
    mayNotify: () => askPage("mayNotify"),
    askToNotify: () => askPage("askToNotify"),
    heard: () => askPage("heard"),
    whenHeard: (callback) => { heard = callback; }, // called with "heard" or "allowed", and what
    giveFile: (path, name) => askPage("give", { path, name }),
    remembered: () => askPage("remembered"),
    canBuzz: () => askPage("canBuzz"),
    canCall: () => askPage("canCall"),
    drawn: () => askPage("stands"),
    wantsStillness: () => askPage("wantsStillness"),
    home: () => askPage("home"),
    install: () => askPage("install"),
    askToPersist: () => askPage("persist"),
    isPersistent: async () => (await navigator.storage?.persisted?.()) ?? null,
};
