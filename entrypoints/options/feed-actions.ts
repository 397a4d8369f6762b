import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { originOf } from '../../browser/host-access/match-patterns.ts';
import { fetchKey, fetchManifest } from '../../browser/feed-client/fetch.ts';
import {
  changeSubscription,
  changeSubscriptions,
  readSubscriptions,
  subscriptionTo,
  type Subscription,
  type Use,
} from '../../browser/feed-client/subscriptions.ts';
import { message, type Messages } from '../../browser/messages.ts';
import { assertWithinLimits } from '../../catalog/feed/verify-manifest.ts';
import { feedAddress } from '../../catalog/feed/feed-address.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { asFeedError, FeedError } from '../../catalog/feed/feed-error.ts';
import { fingerprint, type PublicKey } from '../../catalog/feed/signature.ts';
import { load, notice, type Notice } from './preferences.ts';

/** A feed that was found and whose key waits to be confirmed by a person. */
export type Found = { url: string; key: PublicKey; fingerprint: string; manifest: Manifest };

export const found = signal<Found | undefined>(undefined);
/** What the page is doing with feeds just now, in words. */
export const busy = signal('');
/** The host that did not answer or may not be asked, for which the browser can be asked for access. */
export const unreachable = signal<string | undefined>(undefined);

/** Looks for a feed at an address and shows its key for confirmation. Nothing is followed by that. */
export async function findFeed(typed: string): Promise<void> {
  found.value = unreachable.value = undefined;
  await whileBusy('Looking for the feed…', async () => {
    const url = feedAddress(typed);
    try {
      const key = await fetchKey(url);
      const { manifest } = await fetchManifest({ url, trustedKey: key, feed: '' });
      assertWithinLimits(manifest);
      await notFollowedYet(manifest.feed);
      found.value = { url, key, fingerprint: await fingerprint(key), manifest };
    } catch (error) {
      const { hostname, protocol } = new URL(url);
      const isGranted = await browser.permissions.contains({ origins: [originOf(hostname)] });
      if (protocol === 'https:' && !isGranted) unreachable.value = hostname;
      throw error;
    }
  });
}

/** Asks the browser for access to a host whose server does not allow being read from elsewhere, then looks again. */
export async function allowHost(host: string, typed: string): Promise<void> {
  // The request comes first: browsers grant it only in the same turn as the click.
  if (await browser.permissions.request({ origins: [originOf(host)] })) await findFeed(typed);
}

/** Asks the browser for access to a followed feed's host, then asks the feed. */
export async function allowFeed({ feed, url }: Subscription): Promise<void> {
  if (await browser.permissions.request({ origins: [originOf(new URL(url).hostname)] })) await checkNow(feed);
}

/** Follows the feed whose key was confirmed and fetches it. */
export async function follow({ url, key, manifest: { feed, name } }: Found): Promise<void> {
  found.value = undefined;
  await whileBusy(`Fetching “${name}”…`, async () => {
    await changeSubscriptions((before) => [...before, subscriptionTo({ feed, name, url, key })]);
    await tell('feeds-changed', null);
    return ask(feed);
  });
}

/** Has the background ask a feed for a newer version, and says what came of it. */
export function checkNow(feed: string): Promise<void> {
  return whileBusy('Asking the feed…', () => ask(feed));
}

/** Changes whether a feed is used; can be taken back. */
export async function setUse({ feed, name, use }: Subscription, next: Use): Promise<void> {
  const said = {
    on: `“${name}” is followed.`,
    paused: `“${name}” is paused.`,
    off: `“${name}” is not used.`,
  };
  await whileBusy('', async () => {
    await putUses({ [feed]: next });
    return { text: said[next], undo: () => whileBusy('', () => putUses({ [feed]: use })) };
  });
}

/** Stops following a feed and drops its tools; can be taken back. */
export async function remove({ feed, name }: Subscription): Promise<void> {
  const before = await readSubscriptions();
  await whileBusy('', async () => {
    await changeSubscriptions((list) => list.filter((each) => each.feed !== feed));
    await tell('feeds-changed', null);
    return { text: `“${name}” was removed.`, undo: () => whileBusy('', () => putBack(before)) };
  });
}

/** Uses no feed any more, only the catalog that came with the extension; can be taken back. */
export async function switchToBundled(): Promise<void> {
  const before = await readSubscriptions();
  await whileBusy('', async () => {
    await putUses(Object.fromEntries(before.map(({ feed }) => [feed, 'off' as const])));
    return {
      text: 'Only the catalog that came with the extension is used.',
      undo: () => whileBusy('', () => putBack(before)),
    };
  });
}

async function ask(feed: string): Promise<Notice> {
  await tell('refresh-feed', { feed });
  const after = (await readSubscriptions()).find((each) => each.feed === feed);
  return {
    text: after?.lastError ? `Refused: ${after.lastError.message}` : `“${after?.name}” is up to date.`,
  };
}

async function putBack(before: Subscription[]): Promise<Notice> {
  await changeSubscriptions(() => before);
  return putUses({});
}

// A feed that was off has no tools here any more, so that it is asked for them at once.
async function putUses(uses: Record<string, Use>): Promise<Notice> {
  for (const [feed, use] of Object.entries(uses)) await changeSubscription(feed, { use });
  await tell('feeds-changed', null);
  for (const { feed, use } of await readSubscriptions())
    if (use === 'on') await tell('refresh-feed', { feed });
  return { text: 'Taken back.' };
}

async function notFollowedYet(feed: string): Promise<void> {
  const same = (await readSubscriptions()).find((each) => each.feed === feed);
  if (same)
    throw new FeedError('already-followed', `The feed “${feed}” is followed already, from ${same.url}.`);
}

function tell<T extends keyof Messages>(type: T, data: Messages[T]): Promise<void> {
  return browser.runtime.sendMessage(message(type, data));
}

async function whileBusy(words: string, work: () => Promise<Notice | void>): Promise<void> {
  busy.value = words;
  const said = await work().catch((error: unknown): Notice => ({ text: asFeedError(error).message }));
  busy.value = '';
  await load();
  notice.value = said ?? undefined;
}
