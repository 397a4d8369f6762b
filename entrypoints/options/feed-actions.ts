import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { canFetch, feedOrigin, fetchKey, fetchManifest } from '../../browser/feed-client/fetch.ts';
import { labelFor } from '../../browser/feed-client/labels.ts';
import {
  changeSubscriptions,
  readSubscriptions,
  subscriptionTo,
  withoutUndefined,
  type Subscription,
  type Use,
} from '../../browser/feed-client/subscriptions.ts';
import { message, type Messages } from '../../browser/messages.ts';
import { feedAddress } from '../../catalog/feed/feed-address.ts';
import { asFeedError, FeedError } from '../../catalog/feed/feed-error.ts';
import { maxFeeds } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { fingerprint, type PublicKey } from '../../catalog/feed/signature.ts';
import { assertWithinLimits } from '../../catalog/feed/verify-manifest.ts';
import { load, notice, type Notice } from './preferences.ts';

/** A feed that was found and whose key a person has yet to confirm; `name` is the label it would have. */
export type Candidate = {
  url: string;
  name: string;
  key: PublicKey;
  fingerprint: string;
  manifest: Manifest;
};

export const candidate = signal<Candidate | undefined>(undefined);
/** What the page is doing with feeds now, in words. */
export const progress = signal('');
/** Where on the page it does that. */
export const progressAt = signal('');
/** The place of what is done with a new feed, and with all of them. */
export const [addFeed, allFeeds] = ['add-feed', 'feeds'];
/** The host that did not answer or must not be fetched from, and to which access can be requested. */
export const unreachable = signal<string | undefined>(undefined);

let unreachableOrigin = '';
let lookup = new AbortController();

/** The place of what is done with one feed. */
export function feedPlace(feed: string): string {
  return `feed ${feed}`;
}

/** Looks for a feed at an address and shows its key for confirmation, without following it yet; a later look-up replaces it. */
export async function findFeed(address: string): Promise<void> {
  candidate.value = unreachable.value = undefined;
  lookup.abort();
  const { signal } = (lookup = new AbortController());
  await act(addFeed, 'Looking for the feed…', async () => {
    const url = feedAddress(address);
    try {
      const found = await lookUp(url, signal);
      if (!signal.aborted) candidate.value = found;
    } catch (error) {
      if (signal.aborted) return undefined;
      const origin = feedOrigin(url);
      const mayHelp = url.startsWith('https:') || !(await canFetch(url));
      if (mayHelp && !(await browser.permissions.contains({ origins: [origin] }))) {
        unreachable.value = new URL(url).hostname;
        unreachableOrigin = origin;
      }
      throw error;
    }
    return undefined;
  });
}

async function lookUp(url: string, signal: AbortSignal): Promise<Candidate> {
  const key = await fetchKey(url, signal);
  const { manifest } = await fetchManifest({ url, trustedKey: key, feed: '' }, signal);
  assertWithinLimits(manifest);
  const all = await readSubscriptions();
  assertFollowable(manifest, all);
  const name = labelFor({ ...manifest, url }, all);
  return { url, name, key, fingerprint: await fingerprint(key), manifest };
}

/** Requests access to the host that did not answer, whose server may allow no other origin (CORS), then looks again. */
export async function allowHost(address: string): Promise<void> {
  // The request comes first: browsers grant it only in the same turn as the click.
  if (await browser.permissions.request({ origins: [unreachableOrigin] })) await findFeed(address);
}

/** Requests access to the host of a followed feed, then checks the feed. */
export async function allowFeed({ feed, url }: Subscription): Promise<void> {
  if (await browser.permissions.request({ origins: [feedOrigin(url)] })) await checkNow(feed);
}

/** Follows the feed whose key and size were confirmed and fetches it. */
export async function follow({ url, key, manifest }: Candidate): Promise<void> {
  candidate.value = undefined;
  const { feed, pack } = manifest;
  await act(addFeed, 'Downloading…', async () => {
    await changeSubscriptions((before) => {
      assertFollowable(manifest, before);
      const name = labelFor({ ...manifest, url }, before);
      return [...before, { ...subscriptionTo({ feed, name, url, key }), bytes: pack.unpacked }];
    });
    await followChange();
    return refresh(feed);
  });
}

/** Has the background check a feed for a newer version, and tells the result. */
export function checkNow(feed: string): Promise<void> {
  return act(feedPlace(feed), 'Checking for updates…', () => refresh(feed));
}

/** Accepts the version of a feed that was held back, the newest one seen, and fetches it. */
export function acceptDrop(feed: string): Promise<void> {
  return act(feedPlace(feed), 'Downloading…', async () => {
    await change(feed, ({ highestSeen }) => ({ acceptedDrop: highestSeen.sha256 }));
    return refresh(feed);
  });
}

/** Shows a feed under the name that it gives itself now, with undo. */
export function acceptClaimedName(feed: string): Promise<void> {
  return act(feedPlace(feed), '', async () => {
    const before = await change(feed, ({ claimedName, name }) => ({
      name: claimedName ?? name,
      claimedName: undefined,
    }));
    if (!before?.claimedName) return undefined;
    await followChange();
    const { name, claimedName } = before;
    const undo = async () => {
      await change(feed, () => ({ name, claimedName }));
      await followChange();
    };
    return { text: `“${name}” is now called “${claimedName}”.`, undo: undoing(feedPlace(feed), undo) };
  });
}

/** Turns a feed on or off, or pauses it, with undo. */
export function setUse({ feed, name }: Subscription, next: Use): Promise<void> {
  return act(feedPlace(feed), '', async () => {
    const before = await change(feed, () => ({ use: next }));
    if (!before || before.use === next) return undefined;
    await followChange([feed]);
    const undo = () => setUses(new Map([[feed, before.use]]));
    return { text: `“${name}” is ${next}.`, undo: undoing(feedPlace(feed), undo) };
  });
}

/** Stops following a feed and drops its tools, with undo. */
export function remove({ feed, name }: Subscription): Promise<void> {
  return act(allFeeds, '', async () => {
    let [removed, place]: [Subscription | undefined, number] = [undefined, 0];
    await changeSubscriptions((list) => {
      place = list.findIndex((each) => each.feed === feed);
      removed = list[place];
      return list.filter((each) => each.feed !== feed);
    });
    if (!removed) return undefined;
    await followChange();
    const [again, at] = [removed, place];
    const undo = async () => {
      await changeSubscriptions((list) =>
        list.some((each) => each.feed === feed) ? list : list.toSpliced(at, 0, again),
      );
      await followChange([feed]);
    };
    return { text: `“${name}” was removed.`, undo: undoing(allFeeds, undo) };
  });
}

/** Turns every feed off, so that only the bundled catalog is used, with undo. */
export function switchToBundled(): Promise<void> {
  return act(allFeeds, '', async () => {
    const before = new Map<string, Use>();
    await changeSubscriptions((list) =>
      list.map((each) => {
        if (each.use !== 'off') before.set(each.feed, each.use);
        return { ...each, use: 'off' };
      }),
    );
    if (before.size === 0) return undefined;
    await followChange();
    return { text: 'Only built-in data is used.', undo: undoing(allFeeds, () => setUses(before)) };
  });
}

async function refresh(feed: string): Promise<Told | undefined> {
  const find = async () => (await readSubscriptions()).find((each) => each.feed === feed);
  const before = await find();
  await send('refresh-feed', { feed });
  const after = await find();
  // Removed, paused or turned off meanwhile: whoever did that was told.
  if (!after || after.lastChecked === before?.lastChecked) return undefined;
  const { name, lastError } = after;
  return { text: lastError ? `Update rejected: ${lastError.message}` : `“${name}” is up to date.` };
}

async function setUses(uses: ReadonlyMap<string, Use>): Promise<void> {
  await changeSubscriptions((list) =>
    list.map((each) => ({ ...each, use: uses.get(each.feed) ?? each.use })),
  );
  await followChange([...uses.keys()]);
}

/** Changes one feed, and returns it as it was; nothing if it is no longer followed. */
async function change(
  feed: string,
  part: (before: Subscription) => Partial<Subscription>,
): Promise<Subscription | undefined> {
  let before: Subscription | undefined;
  await changeSubscriptions((list) =>
    list.map((each) => {
      if (each.feed !== feed) return each;
      before = each;
      return withoutUndefined({ ...each, ...part(each) });
    }),
  );
  return before;
}

// A person does not wait longer than this for the background, which finishes by itself.
const maxWaitMs = 1_000;

/** Has the background follow what changed in the list of feeds; those named here that are on are fetched, without waiting for it. */
async function followChange(changed: readonly string[] = []): Promise<void> {
  const done = send('feeds-changed', null).then(async () => {
    for (const { feed, use } of await readSubscriptions())
      if (use === 'on' && changed.includes(feed)) void send('refresh-feed', { feed }).then(load, ignore);
  });
  const soon = Promise.withResolvers<void>();
  const timer = setTimeout(soon.resolve, maxWaitMs);
  await Promise.race([done, soon.promise]).finally(() => clearTimeout(timer));
  done.then(load, ignore);
}

function assertFollowable({ feed }: Manifest, all: readonly Subscription[]): void {
  const same = all.find((each) => each.feed === feed);
  if (same)
    throw new FeedError('already-followed', `You already follow the feed “${feed}”, from ${same.url}.`);
  if (all.length >= maxFeeds)
    throw new FeedError('too-large', `You already follow ${maxFeeds} feeds, as many as there can be.`);
}

function send<T extends keyof Messages>(type: T, data: Messages[T]): Promise<void> {
  return browser.runtime.sendMessage(message(type, data));
}

const ignore = () => undefined;
const undoing = (at: string, undo: () => Promise<void>) => () =>
  act(at, '', async () => {
    await undo();
    return { text: 'Undone.' };
  });

type Told = Omit<Notice, 'at'>;
let acts = 0;
const unfinished = new Map<number, { at: string; doing: string }>();

/**
 * Does what a press asks for; meanwhile the page says at that place what it is doing. Then it tells the result there, unless there
 * is none or a later press has told its own.
 */
async function act(at: string, doing: string, work: () => Promise<Told | undefined>): Promise<void> {
  const own = (acts += 1);
  const showProgress = () => {
    const last = [...unfinished.values()].findLast((each) => each.doing);
    progress.value = last?.doing ?? '';
    progressAt.value = last?.at ?? '';
  };
  unfinished.set(own, { at, doing });
  showProgress();
  const result = await work().catch((error: unknown): Told => ({ text: asFeedError(error).message }));
  unfinished.delete(own);
  showProgress();
  await load();
  if (result && own > lastTold) {
    lastTold = own;
    notice.value = { at, ...result };
  }
}
let lastTold = 0;
