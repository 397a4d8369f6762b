import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// All test files run in two processes, since a process for each doubles the time (seen 2026-11).
// So each starts by forgetting the modules, globals and variables of the one before it.
vi.resetModules();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
// The fake browser has no `getKeys` yet.
Object.assign(fakeBrowser.storage.local, {
  getKeys: async () => Object.keys(await fakeBrowser.storage.local.get()),
});
Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
// No test asks a public server; one that has a server of its own names it.
process.env.HULLMARK_UPSTREAM = 'http://127.0.0.1:9';
