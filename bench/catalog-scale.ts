import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { lookupKeys } from '../browser/catalog-db/badge-lookup.ts';
import type { Subscription } from '../browser/feed-client/subscriptions.ts';
import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { subscribe, subscriptions } from '../harness/feed-state.ts';
import { launch } from '../harness/launch.ts';
import { startMirror, type Mirror } from '../harness/mirror.ts';
import type { Target } from '../harness/target.ts';
import { until } from '../harness/until.ts';
import { readReference } from '../cli/read-data.ts';
import { CliError } from '../cli/cli-error.ts';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { makeKeyFile, timedBuild } from './built-feed.ts';
import type { Row } from './report.ts';
import { figure, type Figure } from './statistics.ts';

const sizes = [150, 10_000, 100_000];
const changed = 10;
const lookUps = 300;
const minutes = 60_000;

const titles = {
  lookUp: ['look-up in', 'ms'],
  open: ['comparison from a cold start in', 'ms'],
  letter: ['all tools: a letter in', 'ms'],
  first: ['first fetch: ms a tool of', 'ms'],
  update: [`update of ${changed} in`, 'ms'],
  bytes: [`update of ${changed}: kB in`, ''],
} as const;
type Measured = Record<keyof typeof titles, Figure>;

/** The extension with catalogs of 150, 10,000 and 100,000 tools, each fetched from a feed; every figure beside that of 150. */
export async function catalogScale(
  target: Target,
  web: FakeWeb,
  [smallest = 0, ...larger] = sizes,
): Promise<Row[]> {
  const floor = await measured(target, web, smallest);
  const rows: Row[] = [];
  for (const size of larger) {
    const ours = await measured(target, web, size);
    for (const key of Object.keys(titles) as (keyof Measured)[]) {
      const [what, unit] = titles[key];
      rows.push({ what: `${what} ${size} (floor: ${smallest})`, unit, ours: ours[key], floor: floor[key] });
    }
  }
  return rows;
}

async function measured(target: Target, web: FakeWeb, size: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'hullmark-feed-'));
  const feed = join(folder, 'feed');
  const mirror = startMirror(web, `feed-${size}.example`);
  mirror.show({ get: (path: string) => fileIn(feed, path) });
  const extension = await launch(target, web, {});
  try {
    const key = makeKeyFile(folder);
    const build = (version: number, more: string[]) =>
      timedBuild([
        ...['--synthetic', String(size), '--key', key.file, '--out', feed, '--version', String(version)],
        ...['--expires', '3650d', '--published', '2026-01-02', ...more],
      ]);
    await build(1, []);
    const page = await extension.openPage('options.html');
    await until('the stored catalog', () => page.evaluate(isStored));
    await extension.grantFeedHost(new URL(mirror.url).hostname);
    await subscribe(page, [subscriptionOf(mirror, key.text)]);
    const first = await refreshed(page);
    await build(2, ['--changed', String(changed)]);
    mirror.forget();
    const update = await refreshed(page);
    const bytes = mirror.bytes;
    return {
      lookUp: figure(await page.evaluate(lookUpTimes, someLookups(size))),
      open: figure(await openTimes(extension, size)),
      letter: figure(await letterTimes(extension)),
      first: figure([first / size]),
      update: figure([update]),
      bytes: figure([bytes / 1000]),
    };
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true });
  }
}

function fileIn(feed: string, path: string): Uint8Array | undefined {
  try {
    return readFileSync(join(feed, path));
  } catch {
    return undefined;
  }
}

const subscriptionOf = ({ url }: Mirror, key: string): Subscription => ({
  ...{ feed: 'synthetic', name: 'Synthetic', url, given: key, key },
  ...{ use: 'on', seen: { version: 0 } },
});

/** Has the feed asked and waits until that is over; gives the milliseconds. Stops with what was refused. */
async function refreshed(page: Page): Promise<number> {
  const before = (await subscriptions(page))[0]?.checked;
  const ms = await page.evaluate(askFeed);
  const feed = await until(
    'the feed to be asked',
    async () => (await subscriptions(page)).find(({ checked }) => checked !== before),
    20 * minutes,
  );
  if (feed.refusal) throw new CliError(`The feed was refused: ${feed.refusal.text}`);
  return ms;
}

function someLookups(size: number): string[][] {
  const jobs = Object.keys(readReference().jobs);
  return Array.from({ length: lookUps }, (_, at) =>
    lookupKeys([syntheticTool(Math.floor((at * size) / lookUps), jobs).pages[0]!]),
  );
}

async function openTimes(extension: Extension, size: number): Promise<number[]> {
  const { id } = syntheticTool(Math.floor(size / 2), Object.keys(readReference().jobs));
  const times: number[] = [];
  for (let time = 0; time < 7; time++) {
    const page = await extension.openPage(`compare.html#${id}/sam3`);
    times.push(await until('the comparison', () => page.evaluate(paintedAt)));
    await page.close();
  }
  return times;
}

async function letterTimes(extension: Extension): Promise<number[]> {
  const page = await extension.openPage('catalog.html');
  await until('the list', () => page.$('tbody tr'), minutes);
  const times: number[] = [];
  for (const word of ['a', 'ax', 'axl', 'lot', 'mem', 'flow', 'pil'])
    times.push(await page.evaluate(typed, word));
  await page.close();
  return times;
}

type Area = { get(keys?: string | string[]): Promise<Record<string, unknown>> };
type Api = { runtime: { sendMessage(message: unknown): Promise<void> }; storage: { local: Area } };
type Global = Record<string, Api | undefined>;

// These run inside a page of the extension.
async function isStored(): Promise<boolean> {
  const { browser, chrome } = globalThis as unknown as Global;
  return 'catalog' in (await (browser ?? chrome)!.storage.local.get('catalog'));
}

async function askFeed(): Promise<number> {
  const { browser, chrome } = globalThis as unknown as Global;
  const started = performance.now();
  await (browser ?? chrome)!.runtime.sendMessage({ type: 'refresh-feed', data: { feed: 'synthetic' } });
  return performance.now() - started;
}

async function lookUpTimes(all: string[][]): Promise<number[]> {
  const { browser, chrome } = globalThis as unknown as Global;
  const { local } = (browser ?? chrome)!.storage;
  const times: number[] = [];
  // Ten at a time, since a page's clock ticks in tenths of a millisecond.
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

function paintedAt(): number | false {
  return document.querySelector('h1')
    ? (performance.getEntriesByType('paint').at(-1)?.startTime ?? false)
    : false;
}

function typed(word: string): Promise<number> {
  const box = document.querySelector<HTMLInputElement>('input[type=search]')!;
  const started = performance.now();
  box.value = word;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started))),
  );
}
