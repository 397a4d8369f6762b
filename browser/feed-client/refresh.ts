import browser from 'webextension-polyfill';
import type { Change } from '../../catalog/changes.ts';
import { asFeedError, FeedError } from '../../catalog/feed/feed-error.ts';
import { assertAcceptable, seenIn, seenUnderNewKey } from '../../catalog/feed/verify-manifest.ts';
import { activate } from '../catalog-db/activate.ts';
import { bundledCatalog } from '../catalog-db/bundled-catalog.ts';
import { withCatalogLock } from '../catalog-db/catalog-lock.ts';
import { publishAgain } from '../catalog-db/check-published.ts';
import { publish } from '../catalog-db/publish.ts';
import { storedBadges, UnreadableError } from '../catalog-db/published-catalog.ts';
import { activeCatalog, openOrRecreate } from '../catalog-db/database.ts';
import { deleteInactive } from '../catalog-db/layer-files.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { layerChanges } from '../catalog-db/merge-layers.ts';
import { now, today } from '../clock.ts';
import { addNews } from '../user-data/news.ts';
import { fetchManifest } from './fetch.ts';
import { downloadLayer, storeBundledLayer } from './store-layer.ts';
import { changeSubscription, readSubscriptions, type Subscription } from './subscriptions.ts';

// Chrome stops a service worker after thirty seconds without an extension API call: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
const keepAliveMs = 20_000;

/** Fetches the newer version of every feed that is on, or of one feed that is on or paused. Refusals are stored with the feed; nothing is thrown. */
export function refreshFeeds(only?: string): Promise<void> {
  return withCatalogLock(async () => {
    const keepAlive = setInterval(() => void browser.runtime.getPlatformInfo(), keepAliveMs);
    try {
      for (const feed of await readSubscriptions()) {
        if (only ? feed.feed === only && feed.use !== 'off' : feed.use === 'on') await refresh(feed);
      }
    } finally {
      clearInterval(keepAlive);
    }
  });
}

async function refresh(subscription: Subscription): Promise<void> {
  const lastChecked = new Date(now()).toISOString();
  try {
    await updateFeed(subscription);
    await changeSubscription(subscription.feed, { lastChecked, lastError: undefined });
  } catch (error) {
    // Files of refused versions would pile up on the disk.
    await deleteInactive().catch(() => undefined);
    const { code, message } = asFeedError(error);
    const lastError = { code, message, date: lastChecked };
    await changeSubscription(subscription.feed, { lastChecked, lastError });
  }
}

async function updateFeed(subscription: Subscription): Promise<void> {
  const { feed, url } = subscription;
  let { highestSeen } = subscription;
  const verified = await fetchManifest(subscription, (keys) => {
    highestSeen = seenUnderNewKey(highestSeen);
    return changeSubscription(feed, { ...keys, highestSeen });
  });
  const { manifest, sha256 } = verified;
  assertAcceptable(manifest, sha256, { feed, highestSeen }, now());
  // Stored before the files are fetched, so that a mirror cannot go back to an older version by failing this one.
  await changeSubscription(feed, { name: manifest.name, highestSeen: seenIn(verified) });
  const layers = await activeLayers();
  const active = layers.find((layer) => layer.feed === feed);
  if (active?.manifest === sha256) return;
  const update = async (asPack: boolean) => {
    const layer = await downloadLayer(url, verified, asPack);
    await applyLayers([...layers.filter((each) => each !== active), layer]);
  };
  try {
    await update(!active);
  } catch (error) {
    if (error instanceof FeedError || !active) throw error;
    // A stored file is missing or damaged, which is not the feed's fault: the pack replaces them all.
    await update(true);
  }
}

/** Activates the bundled catalog and the feeds that are on or paused; without the feeds if their stored files are damaged. */
export function rebuildCatalog(): Promise<void> {
  return withCatalogLock(rebuild);
}

/** Rebuilds only if no catalog is stored, a damaged one, or another version of the extension stored it; else checks what is published. */
export function ensureCatalog(): Promise<void> {
  return withCatalogLock(async () => {
    const active = await activeCatalog().catch(() => undefined);
    if (active?.extension === browser.runtime.getManifest().version) await publishOrRebuild();
    else await rebuild();
  });
}

async function publishOrRebuild(): Promise<void> {
  try {
    await publish(await storedBadges());
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    await rebuild();
  }
}

// Where nothing can be stored, the bundled badges are published at least.
async function rebuild(): Promise<void> {
  try {
    await openOrRecreate();
    await applyLayers(await activeLayers());
  } catch (error) {
    console.warn('The stored catalogs of feeds cannot be read; using the bundled catalog.', error);
    try {
      await applyLayers([]);
    } catch (error) {
      await publishAgain();
      throw error;
    }
  }
}

/**
 * Activates the bundled catalog, or instead the layer of the same feed if that is as new, and over it the layers of the
 * other feeds in use, in the order of the subscriptions. What changed becomes news. All files must be stored.
 */
async function applyLayers(layers: readonly Layer[]): Promise<void> {
  const [before, catalog, subscriptions] = await Promise.all([
    activeLayers(),
    bundledCatalog(),
    readSubscriptions(),
  ]);
  const used = subscriptions
    .filter(({ use }) => use !== 'off')
    .flatMap(({ feed }) => layers.filter((layer) => layer.feed === feed && layer.manifest));
  const newer = used.find(({ feed, version }) => feed === catalog.feed && version >= catalog.version);
  const base = newer ?? (await storeBundledLayer(catalog));
  const next = [base, ...used.filter(({ feed }) => feed !== catalog.feed)] as const;
  const changes = await Promise.all(next.map((layer) => changesIn(before, layer)));
  await activate(next);
  await addNews(changes.flat(), today()).catch(warnOfNews);
}

// News is no reason to refuse a catalog, as where files of the version before are damaged.
function changesIn(before: readonly Layer[], layer: Layer): Promise<Change[]> {
  return layerChanges(before, layer).catch((error) => {
    warnOfNews(error);
    return [];
  });
}

function warnOfNews(error: unknown): void {
  console.warn('What changed in the catalog cannot be listed.', error);
}

async function activeLayers(): Promise<Layer[]> {
  return (await activeCatalog())?.layers ?? [];
}
