import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';

/** Kills a browser's process, which gets no chance to finish anything, and waits until it is gone. */
export async function killed(browser: Browser): Promise<void> {
  const process = browser.process();
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
}
