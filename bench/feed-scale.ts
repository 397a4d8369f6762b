import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../cli/catalog/seeded-random.ts';
import { publishedBuckets, publishedIn } from '../cli/feed/published.ts';
import { readReference } from '../cli/read-data.ts';
import { CliError } from '../cli/cli-error.ts';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { makeKeyFile, timedBuild } from './built-feed.ts';
import { updateBytes } from './feed-update.ts';
import type { Row } from './report.ts';
import { figure, type Figure } from './statistics.ts';

const sizes = [150, 10_000, 100_000, 1_000_000];
// A second version of a million tools would take as long again and twice the disk.
const mostUpdated = 100_000;
const lookUps = 200;
const changed = 10;

type Measured = Partial<Record<keyof typeof titles, Figure>>;

const titles = {
  build: ['build: a tool of', 'ms'],
  peak: ['build: peak MB, tools:', ''],
  lookUp: ['look-up in', 'ms'],
  raw: ['buckets: kB a tool of', ''],
  pack: ['pack: kB a tool of', ''],
  update: [`${changed} changed: kB, in`, ''],
  updateGzipped: [`${changed} changed: gzip kB, in`, ''],
} as const;

/** Feeds of made-up tools in growing sizes, each figure beside that of 150 tools. */
export async function feedScale([smallest = 0, ...larger] = sizes): Promise<Row[]> {
  const floor = await measured(smallest);
  const rows: Row[] = [];
  for (const size of larger) {
    const ours = await measured(size);
    for (const key of Object.keys(ours) as (keyof Measured)[]) {
      const [what, unit] = titles[key];
      rows.push({ what: `${what} ${size} (floor: ${smallest})`, unit, ours: ours[key]!, floor: floor[key]! });
    }
  }
  return rows;
}

async function measured(size: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'hullmark-feed-'));
  try {
    const feed = join(folder, 'feed');
    const args = ['--synthetic', String(size), '--key', makeKeyFile(folder).file, '--out', feed];
    const issue = ['--expires', '30d', '--published', '2026-01-02'];
    const { ms, peak } = await timedBuild([...args, ...issue, '--version', '1']);
    const before = publishedIn(feed);
    const one = (value: number) => figure([value]);
    const first: Measured = {
      build: one(ms / size),
      peak: one(peak / 1e6),
      lookUp: figure(lookUpTimes(feed, size)),
      raw: one(before.pack.unpacked / size / 1000),
      pack: one(before.pack.length / size / 1000),
    };
    if (size > mostUpdated) return first;
    await timedBuild([...args, ...issue, '--version', '2', '--changed', String(changed)]);
    const update = updateBytes(feed, before, publishedIn(feed));
    return {
      ...first,
      update: one(update.raw / 1000),
      updateGzipped: one(update.gzipped / 1000),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lookUpTimes(feed: string, size: number): number[] {
  const jobs = Object.keys(readReference().jobs);
  const random = seededRandom(size);
  return Array.from({ length: lookUps }, () => {
    const { id } = syntheticTool(Math.floor(random() * size), jobs);
    const started = performance.now();
    if (!publishedBuckets(feed, publishedIn(feed)).tool(id))
      throw new CliError(`The tool ${id} is not in the feed of ${size}`);
    return performance.now() - started;
  });
}
