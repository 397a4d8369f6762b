import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filePath, type FileRef } from '../catalog/feed/checked-file.ts';
import { readIndex } from '../catalog/feed/index-file.ts';
import { seededRandom } from '../cli/catalog/seeded-random.ts';
import { CliError } from '../cli/cli-error.ts';
import { bytesOf, publishedBuckets, publishedIn, type Published } from '../cli/feed/published.ts';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { withTemporaryFolder } from '../cli/temporary-folder.ts';
import { syntheticFeed } from './built-feed.ts';
import { compareSizes, type Row } from './report.ts';

const sizes = [150, 10_000, 100_000, 1_000_000];
// A second version of a million tools would take as long again and twice the disk.
const maxUpdated = 100_000;
const lookUps = 200;
const changed = 10;

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
export function feedScale(): Promise<Row[]> {
  return compareSizes(sizes, titles, (size) => withTemporaryFolder((folder) => measure(size, folder)));
}

async function measure(size: number, folder: string): Promise<{ [name in keyof typeof titles]?: number[] }> {
  const { feed, build } = syntheticFeed(folder, size);
  const { ms, peak } = await build(1);
  const before = publishedIn(feed);
  const first = {
    build: [ms / size],
    peak: [peak / 1e6],
    lookUp: lookUpTimes(feed, size),
    raw: [before.pack.unpacked / size / 1000],
    pack: [before.pack.length / size / 1000],
  };
  if (size > maxUpdated) return first;
  await build(2, changed);
  const files = updateFiles(feed, before, publishedIn(feed));
  const kilobytes = (all: Buffer[]) => [all.reduce((sum, { length }) => sum + length, 0) / 1000];
  const gzipped = files.map((file) => gzipSync(file));
  return { ...first, update: kilobytes(files), updateGzipped: kilobytes(gzipped) };
}

function lookUpTimes(feed: string, size: number): number[] {
  const random = seededRandom(size);
  return Array.from({ length: lookUps }, () => {
    const { id } = syntheticTool(Math.floor(random() * size));
    const started = performance.now();
    if (!publishedBuckets(feed, publishedIn(feed)).tool(id))
      throw new CliError(`The tool ${id} is not in the feed of ${size}`);
    return performance.now() - started;
  });
}

/** The files that a reader of one version fetches for the next. */
function updateFiles(folder: string, before: Published, after: Published): Buffer[] {
  const indexes = after.index.filter(({ sha256 }, part) => sha256 !== before.index[part]?.sha256);
  const buckets = after.index.flatMap((ref, part) => {
    const old = before.index[part];
    if (!old || old.sha256 === ref.sha256) return [];
    const known = new Set(refsOf(folder, old, before.bits).map(({ sha256 }) => sha256));
    return refsOf(folder, ref, after.bits).filter(({ sha256 }) => !known.has(sha256));
  });
  const manifest = readFileSync(join(folder, 'manifest.json'));
  return [manifest, ...[...indexes, ...buckets].map((ref) => bytesOf(folder, ref))];
}

function refsOf(folder: string, index: FileRef, bits: number): FileRef[] {
  return readIndex(bytesOf(folder, index), bits, filePath(index)).filter((ref) => ref !== null);
}
