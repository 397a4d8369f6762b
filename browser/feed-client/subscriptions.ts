import browser from 'webextension-polyfill';
import type { FeedErrorCode } from '../../catalog/feed/feed-error.ts';
import type { PublicKey } from '../../catalog/feed/signature.ts';
import data from '../../data/feed.json' with { type: 'json' };
import product from '../../product.json' with { type: 'json' };

/** `on` is refreshed every day; `paused` stays in the catalog as it is; `off` is left out of the catalog. */
export type Use = 'on' | 'paused' | 'off';

/**
 * A feed this device follows. `pinnedKey` is the key that a person or the build confirmed, `trustedKey` the one that it led
 * to since; `highestSeen` is the highest version ever verified; dates are ISO 8601 with time.
 */
export type Subscription = {
  feed: string;
  name: string;
  url: string;
  pinnedKey: PublicKey;
  trustedKey: PublicKey;
  use: Use;
  highestSeen: { version: number; sha256?: string };
  lastChecked?: string;
  lastError?: { code: FeedErrorCode; message: string; date: string };
};

const storageKey = 'feeds';

/** The feed that the build follows by itself, if any: the bundled catalog is a version of it. */
export const defaultFeed: Subscription | undefined = product.feed.url
  ? subscriptionTo({ feed: data.id, name: data.name, ...product.feed })
  : undefined;

/** A new subscription. Of the bundled catalog's own feed no version below the bundled one is ever accepted. */
export function subscriptionTo({
  key,
  ...feed
}: Pick<Subscription, 'feed' | 'name' | 'url'> & { key: PublicKey }): Subscription {
  const version = feed.feed === data.id ? data.version : 0;
  return { ...feed, pinnedKey: key, trustedKey: key, use: 'on', highestSeen: { version } };
}

/** The feeds this device follows, the build's own first. Damaged entries are left out. */
export async function readSubscriptions(own = defaultFeed): Promise<Subscription[]> {
  const { [storageKey]: stored } = await browser.storage.local.get(storageKey);
  const all = Array.isArray(stored) ? stored.filter(isSubscription).map(notBelowBundled) : [];
  if (!own) return all;
  const known = all.find(({ feed }) => feed === own.feed);
  // A build with another key has it for a reason; with the same key, this device may know a later one.
  const mine = known?.pinnedKey === own.pinnedKey ? { ...known, url: own.url } : { ...known, ...own };
  return [mine, ...all.filter((each) => each !== known)];
}

function notBelowBundled(subscription: Subscription): Subscription {
  const isOlder = subscription.feed === data.id && subscription.highestSeen.version < data.version;
  return isOlder ? { ...subscription, highestSeen: { version: data.version } } : subscription;
}

/** Changes the list under a lock, and returns the new one. */
export function changeSubscriptions(
  change: (before: Subscription[]) => Subscription[],
): Promise<Subscription[]> {
  return navigator.locks.request('feeds', async () => {
    const next = change(await readSubscriptions());
    await browser.storage.local.set({ [storageKey]: next });
    return next;
  });
}

/** Changes one feed of the list, if it is still there. */
export function changeSubscription(feed: string, part: Partial<Subscription>): Promise<Subscription[]> {
  return changeSubscriptions((before) =>
    before.map((each) => (each.feed === feed ? withoutUndefined({ ...each, ...part }) : each)),
  );
}

// The browsers differ in what they store for `undefined`.
function withoutUndefined(subscription: Subscription): Subscription {
  return Object.fromEntries(
    Object.entries(subscription).filter(([, value]) => value !== undefined),
  ) as Subscription;
}

function isSubscription(value: unknown): value is Subscription {
  const subscription = Object(value) as Partial<Subscription>;
  const { feed, name, url, pinnedKey, trustedKey, use, highestSeen } = subscription;
  return (
    [feed, name, url, pinnedKey, trustedKey].every((text) => typeof text === 'string') &&
    ['on', 'paused', 'off'].includes(use as Use) &&
    Number.isSafeInteger(highestSeen?.version)
  );
}
