import { mkdirSync } from 'node:fs';
import type { Change } from '../../catalog/changes.ts';
import { bitsFor, indexFileCount } from '../../catalog/feed/layout.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import { schemaVersion, type Manifest } from '../../catalog/feed/manifest.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { assertReadable } from './assert-readable.ts';
import { bucketFiles } from './bucket-files.ts';
import { changesSince } from './changes-since.ts';
import { contentFiles } from './content-files.ts';
import type { PreviousFeed } from './previous-feed.ts';
import { sortedTools } from './sorted-tools.ts';
import type { ToolSource } from './tool-source.ts';

/**
 * Writes every file that a feed's manifest names into a folder; gives the manifest, and the count of files that the previous
 * version lacks. What is new is found by comparing with that version, or given.
 */
export async function makeFeed(
  { feed, reference, ...source }: ToolSource,
  issue: Pick<Manifest, 'version' | 'published' | 'expires' | 'restart'>,
  out: string,
  previous?: PreviousFeed,
  known: readonly Change[] = [],
) {
  mkdirSync(out, { recursive: true });
  return withTemporaryFolder(async (temporary) => {
    const bits = bitsFor(source.count);
    const bucketsOf = sortedTools(source, bits, temporary);
    await assertReadable(reference, allTools(bucketsOf, indexFileCount(bits)), source.count);
    const files = contentFiles(out, temporary, previous?.folder);
    const news = previous && changesSince(previous, bits, issue.published.slice(0, 10), reference);
    const { index, pack } = await bucketFiles(bits, bucketsOf, files, news?.add);
    const tables = files.write(`${JSON.stringify(reference)}\n`);
    if (tables.length > maxBytes.tables)
      throw new CliError(`The tables have ${tables.length} bytes; a reader takes at most ${maxBytes.tables}`);
    const changes = news?.all() ?? known;
    const manifest: Manifest = {
      ...{ schema: schemaVersion, feed: feed.id, name: feed.name },
      ...{ version: issue.version, published: issue.published, expires: issue.expires },
      ...{ tools: source.count, bits, tables, pack, index },
      ...(issue.restart && { restart: issue.restart }),
      ...(changes.length > 0 && { changes: files.write(`${JSON.stringify(changes)}\n`) }),
    };
    return { manifest, added: files.added };
  }, out);
}

function* allTools(bucketsOf: (part: number) => Map<number, Tool[]>, parts: number): Generator<Tool> {
  for (let part = 0; part < parts; part++) for (const tools of bucketsOf(part).values()) yield* tools;
}
