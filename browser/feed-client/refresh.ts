import browser from 'webextension-polyfill';
import { assertAcceptable } from '../../catalog/feed/accept-manifest.ts';
import { errorMessage, FeedError } from '../../catalog/feed/feed-error.ts';
import { now } from '../clock.ts';
import { withCatalogLock } from './catalog-lock.ts';
import { applyLayers, activeLayers } from './apply-layers.ts';
import { downloadLayer } from './download.ts';
import { fetchManifest } from './fetch-manifest.ts';
import { canFetch, missingAccessMessage } from './feed-access.ts';
import { deleteUnusedFiles } from '../catalog-db/activate.ts';
import { changeSubscription, readSubscriptions, type Subscription } from './subscriptions.ts';

// A worker is stopped after thirty seconds in which it asked the browser nothing.
const keepAliveMs = 20_000;

/** Asks every feed in use for a newer version, or one feed that is asked for by hand. Refusals are kept with the feed; nothing is thrown. */
export function refreshFeeds(only?: string): Promise<void> {
  return withCatalogLock(async () => {
    const awake = setInterval(() => void browser.runtime.getPlatformInfo(), keepAliveMs);
    try {
      for (const feed of await readSubscriptions()) {
        if (only ? feed.feed === only && feed.use !== 'off' : feed.use === 'on') await refresh(feed);
      }
    } finally {
      clearInterval(awake);
    }
  });
}

async function refresh(subscription: Subscription): Promise<void> {
  const checked = new Date(now()).toISOString();
  try {
    await updateFeed(subscription);
    await changeSubscription(subscription.feed, { checked, refusal: undefined });
  } catch (error) {
    // Files of a version that is not taken would fill the disk, refusal by refusal.
    await deleteUnusedFiles().catch(() => undefined);
    const refusal = { text: errorMessage(error), date: checked };
    await changeSubscription(subscription.feed, { checked, refusal });
  }
}

async function updateFeed(subscription: Subscription): Promise<void> {
  const { feed, url } = subscription;
  if (!(await canFetch(url))) throw new FeedError(missingAccessMessage(url));
  const verified = await fetchManifest(subscription);
  const { manifest, sha256, key } = verified;
  assertAcceptable(manifest, sha256, subscription, now());
  // Remembered before the files come, so that a mirror cannot go back to an older version by failing this one.
  await changeSubscription(feed, { key, name: manifest.name, seen: { version: manifest.version, sha256 } });
  const layers = await activeLayers();
  const active = layers.find((layer) => layer.feed === feed);
  if (active?.manifest === sha256) return;
  const take = async (whole: boolean) =>
    applyLayers([...layers.filter((layer) => layer !== active), await downloadLayer(url, verified, whole)]);
  try {
    await take(!active);
  } catch (error) {
    if (error instanceof FeedError || !active) throw error;
    // A stored file that is gone or damaged is none of the feed's faults: the pack brings them all anew.
    await take(true);
  }
}
