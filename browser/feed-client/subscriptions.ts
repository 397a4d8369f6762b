import browser from 'webextension-polyfill';
import type { PublicKey } from '../../catalog/feed/signature.ts';
import product from '../../product.json' with { type: 'json' };
import data from '../../data/feed.json' with { type: 'json' };

/** `on` asks for news; `paused` keeps what is there; `off` leaves it out of the catalog. */
export type Use = 'on' | 'paused' | 'off';

/**
 * A feed this device follows. `given` is the key that a person or the build confirmed, `key` the one it led to since;
 * `seen` is the highest version ever verified; dates are ISO 8601 with time.
 */
export type Subscription = {
  feed: string;
  name: string;
  url: string;
  given: PublicKey;
  key: PublicKey;
  use: Use;
  seen: { version: number; sha256?: string };
  checked?: string;
  refusal?: { text: string; date: string };
};

const storageKey = 'feeds';

/** The feed that the build was given to follow, if any: the catalog in the package is a version of it. */
export const defaultFeed: Subscription | undefined = product.feed.url
  ? subscriptionTo({ feed: data.id, name: data.name, ...product.feed })
  : undefined;

/** A new subscription. No version below the package's own is ever taken of the feed that the package's catalog is a version of. */
export function subscriptionTo(to: Pick<Subscription, 'feed' | 'name' | 'url' | 'key'>): Subscription {
  const version = to.feed === data.id ? data.version : 0;
  return { ...to, given: to.key, use: 'on', seen: { version } };
}

/** The feeds this device follows, the build's own first. What is stored damaged is left out. */
export async function readSubscriptions(own = defaultFeed): Promise<Subscription[]> {
  const { [storageKey]: stored } = await browser.storage.local.get(storageKey);
  const known = Array.isArray(stored) ? stored.filter(isSubscription).map(notBelowPackage) : [];
  if (!own) return known;
  const before = known.find(({ feed }) => feed === own.feed);
  // A build with another key was given it for a reason; with the same, the device may know a later one.
  const mine = before?.given === own.given ? { ...before, url: own.url } : { ...before, ...own };
  return [mine, ...known.filter((each) => each !== before)];
}

function notBelowPackage(subscription: Subscription): Subscription {
  const isOlder = subscription.feed === data.id && subscription.seen.version < data.version;
  return isOlder ? { ...subscription, seen: { version: data.version } } : subscription;
}

/** Changes the list while nobody else does, and gives what it became. */
export function changeSubscriptions(
  change: (before: Subscription[]) => Subscription[],
): Promise<Subscription[]> {
  return navigator.locks.request('feeds', async () => {
    const next = change(await readSubscriptions());
    await browser.storage.local.set({ [storageKey]: next });
    return next;
  });
}

/** Changes one feed of the list; nothing happens if it is not there any more. */
export function changeSubscription(feed: string, part: Partial<Subscription>): Promise<Subscription[]> {
  return changeSubscriptions((before) =>
    before.map((each) => (each.feed === feed ? withoutEmpty({ ...each, ...part }) : each)),
  );
}

// A missing refusal is told by `undefined`, which storage would not keep the same way in both browsers.
function withoutEmpty(subscription: Subscription): Subscription {
  return Object.fromEntries(
    Object.entries(subscription).filter(([, value]) => value !== undefined),
  ) as Subscription;
}

function isSubscription(value: unknown): value is Subscription {
  const { feed, name, url, given, key, use, seen } = Object(value) as Partial<Subscription>;
  return (
    [feed, name, url, given, key].every((text) => typeof text === 'string') &&
    ['on', 'paused', 'off'].includes(use as Use) &&
    Number.isSafeInteger(seen?.version)
  );
}
