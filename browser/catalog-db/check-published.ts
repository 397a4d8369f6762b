import browser from 'webextension-polyfill';
import { throttled } from '../throttle.ts';
import { bucketPrefix, headKey } from './badge-lookup.ts';
import { withCatalogLock } from './catalog-lock.ts';
import { correct, publish } from './publish.ts';
import { bundledBadges, storedBadges, UnreadableError } from './published-catalog.ts';

const minIntervalMs = 1_000;

/** Publishes the stored catalog once more, writing only what differs; the bundled one if none can be read. For who holds the lock. */
export async function publishAgain(): Promise<void> {
  try {
    await publish(await storedBadges());
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    console.warn('The stored badge records cannot be read; publishing the bundled ones.', error);
    await publish(await bundledBadges());
  }
}

/**
 * For the background: puts right what anything but itself wrote into the head or the badge records, such as a content script
 * in a browser process that was taken over. Its own writes are looked at too, and found to be right. `rebuild` is for when the
 * database cannot say what is right.
 */
export function watchPublished(rebuild: () => Promise<void>): void {
  const check = throttled(async () => {
    try {
      await withCatalogLock(async () => {
        const keys = [...changed];
        changed.clear();
        if (keys.length > 0) await correct(keys, await storedBadges());
      });
    } catch (error) {
      console.warn('What is stored for pages cannot be put right.', error);
      if (error instanceof UnreadableError) await rebuild();
    }
  }, minIntervalMs);
  checkSoon = () => void check().catch((error) => console.warn('The catalog cannot be rebuilt.', error));
  browser.storage.local.onChanged.addListener((changes) => checkPublished(Object.keys(changes)));
}

const changed = new Set<string>();
let checkSoon = () => {};

/** For the background: puts these keys right too, once it watches; others than those of the head and the badge records are left alone. */
export function checkPublished(keys: readonly string[]): void {
  const ours = keys.filter((key) => key === headKey || key.startsWith(bucketPrefix));
  for (const key of ours) changed.add(key);
  if (ours.length > 0) checkSoon();
}
