import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { problemOf } from '../../catalog/first-problem.ts';
import { readManifest, schemaVersion } from '../../catalog/feed/manifest.ts';
import { authoredTool } from '../../catalog/tool-schema.ts';
import { dataFolder, readReference, readToolFile } from '../read-data.ts';
import { CliError } from '../cli-error.ts';
import type { ToolSource } from './tool-source.ts';

const feed = z.object({ id: z.string(), name: z.string(), version: z.number() });
const empty = { sha256: '0'.repeat(64), length: 0, unpacked: 0 };
const dates = { published: '1970-01-01T00:00:00Z', expires: '1970-01-01T00:00:00Z' };

/** The folder of a catalog's data, by its own path or by that of its `tools/`. */
export function dataOf(path: string): URL {
  const folder = resolve(path);
  return dataFolder(basename(folder) === 'tools' ? dirname(folder) : folder);
}

/** The tools of a folder, one file after the other, each read strictly; stops with file and field at the first wrong one. */
export async function dataSource(data: URL): Promise<ToolSource> {
  let count = 0;
  for await (const entry of await opendir(toolsOf(data))) count += Number(isTool(entry));
  return {
    feed: feedOf(data),
    reference: readReference(data),
    count,
    async *tools() {
      for await (const entry of await opendir(toolsOf(data))) {
        if (!isTool(entry)) continue;
        const { file, json } = readToolFile(entry.name, data);
        const read = authoredTool.safeParse(json);
        if (!read.success) {
          const problems = read.error.issues.map((issue) => `${file}: ${problemOf(issue)}`);
          throw new CliError(problems.join('\n'));
        }
        yield { file, tool: read.data };
      }
    },
  };
}

/** When the newest commit changed a folder's tools, ISO 8601; nothing where there is no history. */
export function lastCommit(data: URL): string | undefined {
  const folder = fileURLToPath(data);
  try {
    const args = ['-C', folder, 'log', '-1', '--format=%cI', '--', 'tools'];
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function feedOf(data: URL): ToolSource['feed'] {
  try {
    const read = feed.parse(JSON.parse(readFileSync(new URL('feed.json', data), 'utf8')));
    // A reader's own rules for id and name, asked before all the work rather than by the first reader.
    const files = { tools: 0, bits: 0, tables: empty, pack: empty, index: [empty] };
    const manifest = {
      schema: schemaVersion,
      feed: read.id,
      name: read.name,
      version: 1,
      ...dates,
      ...files,
    };
    readManifest(Buffer.from(JSON.stringify(manifest)), 'as a manifest');
    return read;
  } catch (error) {
    throw new CliError(`data/feed.json: ${(error as Error).message}`);
  }
}

function toolsOf(data: URL): URL {
  return new URL('tools/', data);
}

function isTool({ name }: { name: string }): boolean {
  return name.endsWith('.json');
}
