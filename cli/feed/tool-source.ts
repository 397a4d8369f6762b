import { spawnSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { readManifest, schemaVersion } from '../../catalog/feed/manifest.ts';
import type { Reference } from '../../catalog/reference.ts';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import { dataFolder, readReference, readTool, readToolFile, toolFileNames } from '../read-data.ts';
import { readFile } from '../read-file.ts';
import { syntheticTool } from '../synthetic-tools.ts';

/** What a feed is made of: the tools, each once and with the file it comes from, and the tables beside them. */
export type ToolSource = {
  feed: { id: string; name: string };
  reference: Reference;
  count: number;
  tools(): Iterable<{ file: string; tool: Tool }>;
};

const feedFile = z.object({ id: z.string(), name: z.string(), version: z.number() });
const noFile = (nth: number) => ({ sha256: String(nth).padStart(64, '0'), length: 0, unpacked: 0 });
const noFiles = { tools: 0, bits: 0, tables: noFile(1), pack: noFile(2), index: [noFile(3)] };
const dates = { published: '1970-01-01T00:00:00Z', expires: '1970-01-01T00:00:00Z' };

/** The folder of a catalog's data, by its own path or by that of its `tools/`. */
export function dataOf(path: string): URL {
  const folder = resolve(path);
  return dataFolder(basename(folder) === 'tools' ? dirname(folder) : folder);
}

/** The tools of a folder, one file after another, each read strictly; its iterator throws a CliError at the first wrong one. */
export function dataSource(data: URL): ToolSource {
  const names = toolFileNames(data);
  return {
    feed: feedOf(data),
    reference: readReference(data),
    count: names.length,
    *tools() {
      for (const name of names) {
        const file = readToolFile(name, data);
        yield { file: file.file, tool: readTool(file) };
      }
    },
  };
}

/** The date of the newest commit that changed a folder's tools, ISO 8601; nothing where there is no history. */
export function lastCommit(data: URL): string | undefined {
  const args = ['-C', fileURLToPath(data), 'log', '-1', '--format=%cI', '--', 'tools'];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function feedOf(data: URL): ToolSource['feed'] {
  try {
    const read = feedFile.parse(JSON.parse(readFile(new URL('feed.json', data)).toString()));
    // The rules that a reader has for id and name, checked before all the work.
    const { id: feed, name } = read;
    const manifest = { schema: schemaVersion, feed, name, version: 1, ...dates, ...noFiles };
    readManifest(Buffer.from(JSON.stringify(manifest)), 'as a manifest');
    return read;
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`data/feed.json: ${(error as Error).message}`);
  }
}

/** So many made-up tools; the first `changed` of them in that edition, the others in the first. */
export function syntheticSource(count: number, changed = 0, edition = 0): ToolSource {
  const reference = readReference();
  const jobs = Object.keys(reference.jobs);
  return {
    feed: { id: 'synthetic', name: 'Synthetic' },
    reference,
    count,
    *tools() {
      for (let number = 0; number < count; number += 1) {
        const tool = syntheticTool(number, jobs, number < changed ? edition : 0);
        yield { file: tool.id, tool: authoredTool.parse(tool) };
      }
    },
  };
}
