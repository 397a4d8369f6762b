import type { Page } from 'puppeteer-core';
import type { Bucket } from '../browser/catalog-db/badge-lookup.ts';
import type { Subscription } from '../browser/feed-client/subscriptions.ts';
import { until } from './until.ts';
import { readUserItems, storeUserItems } from './user-items.ts';

/** The stored catalog, walked whole: every layer's tools counted, every badge bucket looked at. */
export type StoredCatalog = {
  generation: number;
  layers: { feed: string; version: number; tools: number; found: number }[];
  /** The votes of the badge on each page, of those who were asked. */
  votes: Record<string, string>;
};

/** Asks the background to check a feed now and gives its subscription then. */
export async function refresh(page: Page, feed: string): Promise<Subscription> {
  await page.evaluate(send, { type: 'refresh-feed', data: { feed } });
  return (await subscriptions(page)).find((each) => each.feed === feed)!;
}

/** Has the background begin to check a feed, and does not wait for what comes of it. */
export async function startRefresh(page: Page, feed: string): Promise<void> {
  await page.evaluate(sendOnly, { type: 'refresh-feed', data: { feed } });
}

/** Whether every layer holds as many tools as it says. */
export const isWhole = ({ layers }: StoredCatalog): boolean =>
  layers.every(({ tools, found }) => tools === found);

/** Puts a list of feeds in place, as Options does after a fingerprint was confirmed. */
export async function subscribe(page: Page, feeds: readonly Subscription[]): Promise<void> {
  await page.evaluate(storeUserItems, { feeds });
  await page.evaluate(send, { type: 'feeds-changed', data: null });
}

export async function subscriptions(page: Page): Promise<Subscription[]> {
  return ((await page.evaluate(readUserItems, ['feeds'])).feeds ?? []) as Subscription[];
}

/** Waits until a catalog is stored and walks all of it. */
export const readStored = (page: Page): Promise<StoredCatalog> =>
  until('the stored catalog', () => page.evaluate(walk));

type Area = { get(): Promise<Record<string, unknown>> };
type Api = { runtime: { sendMessage(message: unknown): Promise<void> }; storage: { local: Area } };
type Global = Record<string, Api | undefined>;

// These run inside a page of the extension.
function send(message: unknown): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.runtime.sendMessage(message);
}

function sendOnly(message: unknown): void {
  const { browser, chrome } = globalThis as unknown as Global;
  // Nobody waits for the answer of a browser that is about to be killed.
  (browser ?? chrome)!.runtime.sendMessage(message).catch(() => undefined);
}

async function walk(): Promise<StoredCatalog | undefined> {
  const { browser, chrome } = globalThis as unknown as Global;
  const stored = await (browser ?? chrome)!.storage.local.get();
  const generation = (stored.catalog as { generation?: number } | undefined)?.generation;
  if (generation === undefined) return undefined;
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  const db = await done(indexedDB.open('catalog'));
  // One transaction, since hundreds of them take half a second.
  const transaction = db.transaction(['catalogs', 'files']);
  const read = <T>(store: string, key: IDBValidKey) =>
    done(transaction.objectStore(store).get(key)) as Promise<T>;
  type Layer = { feed: string; version: number; tools: number; index: string[] };
  type FileOfIndex = { sha256: string } | null;
  const { layers } = await read<{ layers: Layer[] }>('catalogs', generation);
  const counted = await Promise.all(
    layers.map(async ({ feed, version, tools, index }) => {
      const buckets = await Promise.all(index.map((file) => read<FileOfIndex[]>('files', `index:${file}`)));
      const sizes = buckets
        .flat()
        .map(async (bucket) =>
          bucket ? (await read<unknown[]>('files', `bucket:${bucket.sha256}`)).length : 0,
        );
      return { feed, version, tools, found: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) };
    }),
  );
  db.close();
  const votes: Record<string, string> = {};
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith('badges:')) continue;
    const { since, badges, previous } = value as Bucket;
    for (const [page, record] of Object.entries((since <= generation ? badges : previous) ?? {}))
      votes[page] = (record as { votes: string }).votes.replaceAll('-', '');
  }
  return { generation, layers: counted, votes };
}
