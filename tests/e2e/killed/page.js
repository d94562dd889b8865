new Worker(`worker.js${location.search}`, { type: "module" });
