import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Extension } from '../../harness/extension.ts';
import { startFakeWeb, type FakeWeb } from '../../harness/fake-web.ts';
import { install, startBrowser } from '../../harness/launch.ts';
import { buildOf, type Target } from '../../harness/target.ts';

type Running = { browser: Browser; web: FakeWeb };

// Modules live as long as their worker, since the browser projects run without isolation.
let running: Promise<Running> | undefined;

/** The one browser of this worker, with the fake web around it; started again only where it has crashed. */
export async function sharedBrowser(target: Target): Promise<Running> {
  if (running && !(await running).browser.connected) await stopSharedBrowser();
  return (running ??= start(target));
}

/** Starts the browser of this worker anew, in the same fake web, after one in which nothing can be installed. */
export async function restartBrowser(target: Target): Promise<void> {
  const shared = await running;
  if (!shared) return;
  await shared.browser.close().catch(() => undefined);
  shared.browser = await startBrowser(target, shared.web);
}

export async function stopSharedBrowser(): Promise<void> {
  const stopped = await running;
  running = undefined;
  await stopped?.browser.close();
  await stopped?.web.close();
}

async function start(target: Target): Promise<Running> {
  const web = await startFakeWeb();
  return { web, browser: await startBrowser(target, web) };
}

const copies = new WeakMap<Extension, string>();

/** Installs a copy of the build: Chromium makes an id of its path, so that nothing of an earlier installation is left. */
export async function installAnew(target: Target, browser: Browser): Promise<Extension> {
  const directory = mkdtempSync(join(tmpdir(), 'hullmark-build-'));
  cpSync(buildOf(target), directory, { recursive: true });
  const extension = await install(target, browser, { directory });
  copies.set(extension, directory);
  return extension;
}

/** Removes the extension and all tabs but a blank one, which keeps the browser open. */
export async function uninstall(extension: Extension): Promise<void> {
  const { browser } = extension;
  // One in which nothing could be installed has been replaced.
  if (browser.connected) {
    const blank = await browser.newPage();
    const others = (await browser.pages()).filter((page) => page !== blank);
    await Promise.all(others.map((page) => page.close().catch(() => undefined)));
    // A test may have removed it.
    await extension.remove().catch(() => undefined);
  }
  rmSync(copies.get(extension)!, { recursive: true });
}
