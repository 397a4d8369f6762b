import { feedAddress } from '../../catalog/feed/feed-address.ts';
import type { Seen } from '../../catalog/feed/verify-manifest.ts';
import type { FeedErrorCode } from '../../catalog/feed/feed-error.ts';
import { isSpelledKey, readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import data from '../../data/feed.json' with { type: 'json' };
import product from '../../product.json' with { type: 'json' };
import { changeItem, readItem } from '../user-data/user-db.ts';

/** `on` is refreshed every day; `paused` stays in the catalog as it is; `off` is left out of the catalog. */
export type Use = 'on' | 'paused' | 'off';

/**
 * A feed this device follows. `name` is the label that the person confirmed, `claimedName` another one that the feed asks
 * for since. `pinnedKey` is the key that a person or the build confirmed, `trustedKey` the one that it led to since, by way
 * of `formerKeys`; `rotated` tells when that last changed, and the new fingerprint. `highestSeen` is the highest version
 * ever verified; `tools` and `bytes` are how large the last active version was, or the one that the person confirmed;
 * `acceptedDrop` is the SHA-256 of a held-back manifest that the person accepted. Dates are ISO 8601 with time.
 */
export type Subscription = {
  feed: string;
  name: string;
  url: string;
  pinnedKey: PublicKey;
  trustedKey: PublicKey;
  use: Use;
  formerKeys?: readonly PublicKey[];
  highestSeen: Seen;
  claimedName?: string;
  rotated?: { date: string; fingerprint: string };
  tools?: number;
  bytes?: number;
  acceptedDrop?: string;
  lastChecked?: string;
  lastError?: { code: FeedErrorCode; message: string; date: string };
};

const itemKey = 'feeds';

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

/** The feeds this device follows, the build's own first. Those that could not be used are left out. */
export async function readSubscriptions(own = defaultFeed): Promise<Subscription[]> {
  return usable(await readItem(itemKey), own);
}

function usable(stored: unknown, own: Subscription | undefined): Subscription[] {
  const list: unknown[] = Array.isArray(stored) ? stored : [];
  const read = list.flatMap((each) => usableSubscription(each, own) ?? []).map(notBelowBundled);
  const all = read.filter(({ feed }, at) => read.findIndex((each) => each.feed === feed) === at);
  if (!own) return all;
  const known = all.find(({ feed }) => feed === own.feed);
  // A build with another key has it for a reason; with the same key, this device may know a later one.
  const mine = known?.pinnedKey === own.pinnedKey ? { ...known, url: own.url } : { ...known, ...own };
  return [mine, ...all.filter((each) => each !== known)];
}

function notBelowBundled(subscription: Subscription): Subscription {
  const { version, restart } = subscription.highestSeen;
  // After a restart the numbers start again, so that they cannot be compared with the bundled one.
  const isOlder = subscription.feed === data.id && !restart && version < data.version;
  return isOlder ? { ...subscription, highestSeen: { version: data.version } } : subscription;
}

/** Changes the list in one transaction, and returns the new one. */
export function changeSubscriptions(
  change: (before: Subscription[]) => Subscription[],
): Promise<Subscription[]> {
  return changeItem(itemKey, (stored) => change(usable(stored, defaultFeed)));
}

/** Whether two subscriptions are to the same feed: same id, address and confirmed key. */
export function isSameFeed(a: Subscription, b: Subscription): boolean {
  return a.feed === b.feed && a.url === b.url && a.pinnedKey === b.pinnedKey;
}

// The browsers differ in what they store for `undefined`.
export function withoutUndefined(subscription: Subscription): Subscription {
  return Object.fromEntries(
    Object.entries(subscription).filter(([, value]) => value !== undefined),
  ) as Subscription;
}

// A page would fail at an address that is none and an update at a key that is none, so both count as not stored.
function usableSubscription(value: unknown, own: Subscription | undefined): Subscription | undefined {
  const subscription = Object(value) as Subscription;
  const { feed, name, url, pinnedKey, trustedKey, formerKeys = [], use, highestSeen } = subscription;
  const isUsable =
    [feed, name].every(isText) &&
    (isAddress(url) || feed === own?.feed) &&
    Array.isArray(formerKeys) &&
    // What a former key signs is refused anyway, and doing sums with a hundred of them takes a quarter of a second.
    formerKeys.every(isSpelledKey) &&
    [pinnedKey, trustedKey].every(isKey) &&
    ['on', 'paused', 'off'].includes(use) &&
    [highestSeen?.version, highestSeen?.restart ?? 0].every(Number.isSafeInteger);
  if (!isUsable) return undefined;
  const fields = Object.entries(subscription);
  return Object.fromEntries(fields.filter(([key, field]) => optional[key]?.(field) ?? true)) as Subscription;
}

// One that is not what it should be is left out by itself, since the feed can be used without it.
const optional: Partial<Record<string, (field: unknown) => boolean>> = {
  claimedName: isText,
  rotated: (field) => isDate(part(field, 'date')) && isText(part(field, 'fingerprint')),
  tools: isCount,
  bytes: isCount,
  acceptedDrop: isText,
  lastChecked: isDate,
  lastError: (field) => isDate(part(field, 'date')) && isText(part(field, 'message')),
};

function part(field: unknown, key: string): unknown {
  return (Object(field) as Record<string, unknown>)[key];
}

function isText(field: unknown): boolean {
  return typeof field === 'string' && field !== '';
}

function isCount(field: unknown): boolean {
  return Number.isSafeInteger(field) && (field as number) >= 0;
}

function isAddress(url: unknown): boolean {
  try {
    return feedAddress(url as string) === url;
  } catch {
    return false;
  }
}

function isKey(key: unknown): boolean {
  try {
    return readPublicKey(key as string, 'key') === key;
  } catch {
    return false;
  }
}

function isDate(date: unknown): boolean {
  return typeof date === 'string' && !Number.isNaN(Date.parse(date));
}
