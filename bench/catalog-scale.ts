import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { lookupKeys } from '../browser/catalog-db/badge-lookup.ts';
import { CliError } from '../cli/cli-error.ts';
import { publishedIn } from '../cli/feed/published.ts';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { withTemporaryFolder } from '../cli/temporary-folder.ts';
import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { readStored, refresh, subscribe } from '../harness/feed-state.ts';
import { launch } from '../harness/launch.ts';
import { startMirror } from '../harness/mirror.ts';
import type { Target } from '../harness/target.ts';
import { until } from '../harness/until.ts';
import { closeWelcomePage } from '../harness/welcome-pages.ts';
import { syntheticFeed } from './built-feed.ts';
import { timeToAnswer, timeToPaint } from './paint.ts';
import { compareSizes, type Row } from './report.ts';

const sizes = [150, 10_000, 100_000];
const changed = 10;
const lookUps = 300;
const updates = 3;
const minuteMs = 60_000;

const titles = {
  lookUp: ['look-up in', 'ms'],
  open: ['comparison from a cold start in', 'ms'],
  list: ['all tools: list from a cold start in', 'ms'],
  search: ['all tools: a search from a cold start in', 'ms'],
  letter: ['all tools: a letter in', 'ms'],
  first: ['first fetch: ms a tool of', 'ms'],
  update: [`update of ${changed} in`, 'ms'],
  bytes: [`update of ${changed}: kB in`, ''],
  heap: [`update of ${changed}: MB of the background's heap in`, ''],
} as const;

/** The extension with catalogs of 150, 10,000 and 100,000 tools, each fetched from a feed; every figure beside that of 150. */
export function catalogScale(target: Target, web: FakeWeb): Promise<Row[]> {
  return compareSizes(sizes, titles, (size) =>
    withTemporaryFolder((folder) => measure(target, web, size, folder)),
  );
}

async function measure(target: Target, web: FakeWeb, size: number, folder: string) {
  const { feed, key, build } = syntheticFeed(folder, size);
  const mirror = startMirror(web, `feed-${size}.example`);
  const { url } = mirror;
  const read = (file: string) => (existsSync(file) ? readFileSync(file) : undefined);
  mirror.show({ get: (path: string) => read(join(feed, path)) });
  const extension = await launch(target, web);
  try {
    await closeWelcomePage(extension);
    await build(1);
    const page = await extension.openPage('options.html');
    await readStored(page);
    await extension.grantFeedHost(new URL(url).hostname);
    const names = { feed: 'synthetic', name: 'Synthetic', url };
    const keys = { pinnedKey: key, trustedKey: key };
    // As large as it was when a person confirmed it.
    const { unpacked } = publishedIn(feed).pack;
    await subscribe(page, [{ ...names, ...keys, use: 'on', highestSeen: { version: 0 }, bytes: unpacked }]);
    const first = await timeToRefresh(page);
    const update: number[] = [];
    const bytes: number[] = [];
    const heap: number[] = [];
    for (let version = 2; version < 2 + updates; version++) {
      await build(version, changed + version);
      await checked(page);
      mirror.forget();
      update.push(await timeToRefresh(page));
      bytes.push(mirror.bytes / 1000);
      heap.push((await heapOf(extension)) / 1e6);
    }
    const lookups = Array.from({ length: lookUps }, (_, at) =>
      lookupKeys([syntheticTool(Math.floor((at * size) / lookUps)).pages[0]!]),
    );
    return {
      lookUp: await page.evaluate(lookUpTimes, lookups),
      open: await comparisonTimes(extension, size),
      ...(await listTimes(extension)),
      first: [first / size],
      ...{ update, bytes, heap },
    };
  } finally {
    await extension.close();
  }
}

/** Milliseconds of a refresh; throws a CliError if the feed was refused. */
async function timeToRefresh(page: Page): Promise<number> {
  const started = performance.now();
  const { lastError } = await refresh(page, 'synthetic');
  if (lastError) throw new CliError(`The feed was refused: ${lastError.message}`);
  return performance.now() - started;
}

/** Until what was published before is checked, as it is long before the next day's update. */
async function checked(page: Page): Promise<void> {
  for (let time = 0; time < 2; time++) {
    await new Promise((done) => setTimeout(done, 2_000));
    await page.evaluate(() => navigator.locks.request('catalog', () => Promise.resolve()));
  }
}

/** Bytes of the background's heap as it is. */
async function heapOf({ browser }: Extension): Promise<number> {
  const worker = browser.targets().find((target) => String(target.type()) === 'service_worker');
  const session = await worker!.createCDPSession();
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function comparisonTimes(extension: Extension, size: number): Promise<number[]> {
  const { id } = syntheticTool(Math.floor(size / 2));
  return paintTimes(extension, `compare.html#${id}/sam3`, 'h1');
}

async function paintTimes(extension: Extension, path: string, selector: string): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < 7; time++) {
    const page = await extension.newPage();
    times.push(await timeToPaint(page, `${extension.origin}${path}`, selector));
    await page.close();
  }
  return times;
}

async function listTimes(extension: Extension): Promise<Record<'list' | 'search' | 'letter', number[]>> {
  const list = await paintTimes(extension, 'catalog.html', 'tbody tr');
  // That nothing matches is said once all are read.
  const path = 'catalog.html#words=zqzqzq';
  const search = await paintTimes(extension, path, '.answer');
  const page = await extension.openPage(path);
  await until('the list', () => page.$('.answer'), minuteMs);
  const letter: number[] = [];
  for (const text of ['a', 'ax', 'axl', 'lot', 'mem', 'flow', 'pil'])
    letter.push(await page.evaluate(timeToAnswer, text));
  await page.close();
  return { list, search, letter };
}

type Api = { storage: { local: { get(keys: string[]): Promise<Record<string, unknown>> } } };

/** Runs in a page of the extension: ten look-ups at a time, since a page's clock has a resolution of 0.1 ms. */
async function lookUpTimes(all: string[][]): Promise<number[]> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const { local } = (browser ?? chrome)!.storage;
  const times: number[] = [];
  for (let at = 0; at < all.length; at += 10) {
    const some = all.slice(at, at + 10);
    const started = performance.now();
    for (const keys of some) {
      const found = await local.get(keys);
      if (keys.some((key) => !(key in found))) throw new Error(`There is no ${keys.join(' or ')}.`);
    }
    times.push((performance.now() - started) / some.length);
  }
  return times;
}
