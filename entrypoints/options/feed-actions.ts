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

/** A feed that was found and whose key a person has yet to confirm. */
export type Candidate = { url: string; key: PublicKey; fingerprint: string; manifest: Manifest };

export const candidate = signal<Candidate | undefined>(undefined);
/** What the page is doing with feeds now, in words. */
export const progress = signal('');
/** The host that did not answer or must not be fetched from, and to which access can be requested. */
export const unreachable = signal<string | undefined>(undefined);

/** Looks for a feed at an address and shows its key for confirmation, without following it yet. */
export async function findFeed(address: string): Promise<void> {
  candidate.value = unreachable.value = undefined;
  await whileBusy('Looking for the feed…', async () => {
    const url = feedAddress(address);
    try {
      const key = await fetchKey(url);
      const { manifest } = await fetchManifest({ url, trustedKey: key, feed: '' });
      assertWithinLimits(manifest);
      await assertNotFollowed(manifest.feed);
      candidate.value = { url, key, fingerprint: await fingerprint(key), manifest };
    } catch (error) {
      const { hostname, protocol } = new URL(url);
      const isGranted = await browser.permissions.contains({ origins: [originOf(hostname)] });
      if (protocol === 'https:' && !isGranted) unreachable.value = hostname;
      throw error;
    }
  });
}

/** Requests access to a host whose server allows no other origin (CORS), then looks again. */
export async function allowHost(host: string, address: string): Promise<void> {
  // The request comes first: browsers grant it only in the same turn as the click.
  if (await browser.permissions.request({ origins: [originOf(host)] })) await findFeed(address);
}

/** Requests access to the host of a followed feed, then checks the feed. */
export async function allowFeed({ feed, url }: Subscription): Promise<void> {
  if (await browser.permissions.request({ origins: [originOf(new URL(url).hostname)] })) await checkNow(feed);
}

/** Follows the feed whose key was confirmed and fetches it. */
export async function follow({ url, key, manifest: { feed, name } }: Candidate): Promise<void> {
  candidate.value = undefined;
  await whileBusy(`Downloading “${name}”…`, async () => {
    await changeSubscriptions((before) => [...before, subscriptionTo({ feed, name, url, key })]);
    await send('feeds-changed', null);
    return refresh(feed);
  });
}

/** Has the background check a feed for a newer version, and tells the result. */
export function checkNow(feed: string): Promise<void> {
  return whileBusy('Checking for updates…', () => refresh(feed));
}

/** Turns a feed on or off, or pauses it, with undo. */
export async function setUse({ feed, name, use }: Subscription, next: Use): Promise<void> {
  const text = `“${name}” is ${next}.`;
  await whileBusy('', async () => {
    await setUses({ [feed]: next });
    return { text, undo: () => whileBusy('', () => setUses({ [feed]: use })) };
  });
}

/** Stops following a feed and drops its tools, with undo. */
export async function remove({ feed, name }: Subscription): Promise<void> {
  const before = await readSubscriptions();
  await whileBusy('', async () => {
    await changeSubscriptions((list) => list.filter((each) => each.feed !== feed));
    await send('feeds-changed', null);
    return { text: `“${name}” was removed.`, undo: () => whileBusy('', () => restore(before)) };
  });
}

/** Turns every feed off, so that only the bundled catalog is used, with undo. */
export async function switchToBundled(): Promise<void> {
  const before = await readSubscriptions();
  await whileBusy('', async () => {
    await setUses(Object.fromEntries(before.map(({ feed }) => [feed, 'off' as const])));
    return {
      text: 'Only built-in data is used.',
      undo: () => whileBusy('', () => restore(before)),
    };
  });
}

async function refresh(feed: string): Promise<Notice> {
  await send('refresh-feed', { feed });
  const after = (await readSubscriptions()).find((each) => each.feed === feed);
  return {
    text: after?.lastError
      ? `Update rejected: ${after.lastError.message}`
      : `“${after?.name}” is up to date.`,
  };
}

async function restore(before: Subscription[]): Promise<Notice> {
  await changeSubscriptions(() => before);
  return setUses({});
}

// The tools of a feed that was off are no longer stored, so it is fetched again at once.
async function setUses(uses: Record<string, Use>): Promise<Notice> {
  for (const [feed, use] of Object.entries(uses)) await changeSubscription(feed, { use });
  await send('feeds-changed', null);
  for (const { feed, use } of await readSubscriptions())
    if (use === 'on') await send('refresh-feed', { feed });
  return { text: 'Undone.' };
}

async function assertNotFollowed(feed: string): Promise<void> {
  const same = (await readSubscriptions()).find((each) => each.feed === feed);
  if (same)
    throw new FeedError('already-followed', `You already follow the feed “${feed}”, from ${same.url}.`);
}

function send<T extends keyof Messages>(type: T, data: Messages[T]): Promise<void> {
  return browser.runtime.sendMessage(message(type, data));
}

async function whileBusy(doing: string, work: () => Promise<Notice | void>): Promise<void> {
  progress.value = doing;
  const result = await work().catch((error: unknown): Notice => ({ text: asFeedError(error).message }));
  progress.value = '';
  await load();
  notice.value = result ?? undefined;
}
