import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { readStatements, type KeyStatement } from '../../catalog/feed/key-chain.ts';
import { fileRef } from '../../catalog/feed/manifest.ts';
import { CliError } from '../cli-error.ts';

// What a publisher reads of his own manifest; the reader's own limits would keep him from a feed larger than they allow.
const published = z.object({
  feed: z.string(),
  name: z.string(),
  version: z.number(),
  published: z.string(),
  bits: z.number(),
  index: z.array(fileRef),
  tables: fileRef,
  pack: z.object({ ...fileRef.shape, unpacked: z.number() }),
  changes: z.optional(fileRef),
});

/** The manifest of a feed in a folder of ours, as far as the next version depends on it. */
export type Published = z.infer<typeof published>;

/** Whether a feed is in a folder. */
export function isFeed(folder: string): boolean {
  return existsSync(join(folder, 'manifest.json'));
}

/** The manifest of a feed that we published; stops with a sentence if there is none. */
export function publishedIn(folder: string): Published {
  const file = join(folder, 'manifest.json');
  if (!isFeed(folder)) throw new CliError(`${folder}: there is no feed (no manifest.json)`);
  try {
    return published.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new CliError(`${file} is no manifest of a feed`);
  }
}

/** The bytes of a file that a manifest names; stops with a sentence if it is missing. */
export function bytesOf(folder: string, ref: FileRef): Buffer<ArrayBuffer> {
  const file = join(folder, filePath(ref));
  if (!existsSync(file)) throw new CliError(`${file} is missing, and the manifest beside it names it`);
  return readFileSync(file);
}

/** What a folder's `keys.json` says; nothing if there is none. */
export function statementsIn(folder: string): KeyStatement[] {
  const file = join(folder, 'keys.json');
  return existsSync(file) ? readStatements(readFileSync(file), file) : [];
}
