import type { IndexFile } from '../../catalog/feed/index-file.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { openDatabase } from './database.ts';

export type StoredFile = Tool[] | IndexFile | Reference;

/** Keeps one verified file under its SHA-256. */
export async function putFile(sha256: string, file: StoredFile): Promise<void> {
  await putFiles([[sha256, file]]);
}

/** Keeps verified files in one transaction: all of them or, with an error, none. */
export async function putFiles(files: readonly (readonly [string, StoredFile])[]): Promise<void> {
  const db = await openDatabase();
  const { store, done } = db.transaction('files', 'readwrite');
  await Promise.all([...files.map(([sha256, file]) => store.put(file, sha256)), done]);
}

/** Which of these files are not kept yet. */
export async function missingFiles(hashes: readonly string[]): Promise<Set<string>> {
  const db = await openDatabase();
  const { store } = db.transaction('files');
  const keys = await Promise.all(hashes.map((sha256) => store.getKey(sha256)));
  return new Set(hashes.filter((_, at) => keys[at] === undefined));
}
