import { asFeedError, FeedError } from '../../catalog/feed/feed-error.ts';
import { fingerprint } from '../../catalog/feed/signature.ts';
import {
  assertAcceptable,
  seenIn,
  seenUnderNewKey,
  type Verified,
} from '../../catalog/feed/verify-manifest.ts';
import { holdFiles } from '../catalog-db/held-files.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { now } from '../clock.ts';
import { within } from '../within.ts';
import { fetchManifest } from './fetch.ts';
import { assertNotHeldBack, assertNotReplaced } from './held-back.ts';
import { labelFor } from './labels.ts';
import { activateLayer, activeLayer, deleteUnused, rebuildCatalog } from './rebuild.ts';
import { runUpdate, stopUpdates } from './running-updates.ts';
import { downloadLayer } from './store-layer.ts';
import {
  changeSubscriptions,
  isSameFeed,
  readSubscriptions,
  withoutUndefined,
  type Subscription,
} from './subscriptions.ts';

/**
 * Fetches the newer version of every feed that is on, or of one feed that is on or paused; no feed waits for another.
 * Refusals are stored with the feed; nothing is thrown.
 */
export async function refreshFeeds(only?: string): Promise<void> {
  const feeds = (await readSubscriptions()).filter(({ feed, use }) =>
    only ? feed === only && use !== 'off' : use === 'on',
  );
  await Promise.all(feeds.map((feed) => runUpdate(feed, refresh)));
}

// Who asked waits for what is fetched again, but not for a slow host.
const maxRefetchMs = 6_000;

/** Rebuilds the stored catalog. Updates that run are stopped before, and begun again after; feeds whose files were lost are fetched. */
export async function repairCatalog(): Promise<void> {
  const stopped = stopUpdates(() => true);
  await rebuildCatalog().finally(() => {
    for (const feed of stopped) void refreshFeeds(feed);
  });
  const feeds = (await readSubscriptions()).filter(
    ({ feed, use }) => use === 'on' && !stopped.includes(feed),
  );
  const isLost = await Promise.all(feeds.map(async ({ feed }) => !(await activeLayer(feed))));
  const lost = feeds.filter((_, at) => isLost[at]).map(({ feed }) => refreshFeeds(feed));
  await within(maxRefetchMs, Promise.all(lost), 'A feed does not answer.').catch(() => undefined);
}

async function refresh(subscription: Subscription, signal: AbortSignal): Promise<void> {
  const lastChecked = new Date(now()).toISOString();
  try {
    await updateFeed(subscription, signal);
    await record(subscription, { lastChecked, lastError: undefined });
  } catch (error) {
    // Files of versions that were refused or not finished would pile up on the disk.
    await deleteUnused().catch(() => undefined);
    // A person, or a newer request, stopped it: that is not an error of the feed.
    if (signal.aborted && !(signal.reason instanceof FeedError)) return;
    const { code, message } = asFeedError(error);
    const lastError = { code, message, date: lastChecked };
    await record(subscription, { lastChecked, lastError }).catch((error: unknown) =>
      console.warn('The refusal of an update could not be stored.', error),
    );
  }
}

async function updateFeed(subscription: Subscription, signal: AbortSignal): Promise<void> {
  const { feed } = subscription;
  let { highestSeen } = subscription;
  const verified = await fetchManifest(subscription, signal, async (keys) => {
    signal.throwIfAborted();
    highestSeen = seenUnderNewKey(highestSeen);
    const rotated = { date: new Date(now()).toISOString(), fingerprint: await fingerprint(keys.trustedKey) };
    await record(subscription, { ...keys, highestSeen, rotated });
  });
  signal.throwIfAborted();
  const { manifest, sha256 } = verified;
  assertAcceptable(manifest, sha256, { feed, highestSeen }, now());
  // Stored before the files are fetched, so that a mirror cannot go back to an older version by failing this one.
  await record(subscription, ({ name, url }, all) => {
    // Another name than the label that the person confirmed only asks.
    const label = labelFor({ ...manifest, url }, all);
    return { highestSeen: seenIn(verified), claimedName: label === name ? undefined : label };
  });
  const active = await activeLayer(feed);
  if (active?.manifest === sha256) return;
  assertNotHeldBack(verified, subscription);
  try {
    await downloadAndActivate(subscription, verified, { active, anew: !active, signal });
  } catch (error) {
    if (!active || signal.aborted || asFeedError(error).code !== 'unexpected') throw error;
    // A stored file is missing or damaged, which is not the feed's fault: all are fetched again.
    await downloadAndActivate(subscription, verified, { active, anew: true, signal });
  }
}

async function downloadAndActivate(
  subscription: Subscription,
  verified: Verified,
  { active, anew, signal }: { active: Layer | undefined; anew: boolean; signal: AbortSignal },
): Promise<void> {
  const release = holdFiles();
  try {
    const over = anew ? undefined : active;
    const layer = await downloadLayer(subscription.url, verified, { name: subscription.name, over, signal });
    if (active) await assertNotReplaced(active, layer, subscription);
    await activateLayer(layer, { isWanted: () => isWanted(subscription, layer), release, signal });
    await record(subscription, { tools: layer.tools, bytes: verified.manifest.pack.unpacked });
  } finally {
    release();
  }
}

/** Whether the feed is still followed as it was when the download began, and no later version was seen since. */
async function isWanted(begunWith: Subscription, { manifest }: Layer): Promise<boolean> {
  const now = (await readSubscriptions()).find((each) => isSameFeed(each, begunWith));
  return now !== undefined && now.use !== 'off' && now.highestSeen.sha256 === manifest;
}

type Change =
  Partial<Subscription> | ((now: Subscription, all: readonly Subscription[]) => Partial<Subscription>);

// Only while it is the same feed: it may have been removed, and followed again with another key, since the update began.
async function record(subscription: Subscription, change: Change): Promise<void> {
  await changeSubscriptions((all) =>
    all.map((each) => {
      if (!isSameFeed(each, subscription)) return each;
      return withoutUndefined({ ...each, ...(typeof change === 'function' ? change(each, all) : change) });
    }),
  );
}
