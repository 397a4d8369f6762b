import browser from 'webextension-polyfill';
import { readShelf, shelvesOf } from './badge-shelves.ts';
import { bundledMerge } from './bundled-catalog.ts';
import { activeCatalog, openDatabase } from './database.ts';
import type { Published } from './publish.ts';

/** The database cannot say what is to be published: it does not open, holds no catalog, or a damaged one. */
export class UnreadableError extends Error {}

/** The badge records of the stored catalog, which `storage.local` has to hold a copy of. Throws an UnreadableError, also while a shelf is read. */
export async function storedBadges(): Promise<Published> {
  return readable(async () => {
    const [active, db] = await Promise.all([activeCatalog(), openDatabase()]);
    if (!active) throw new Error('No catalog is stored.');
    const { generation, extension, pages } = active;
    return {
      head: { generation, extension },
      shelf: (number) =>
        readable(async () => readShelf(await db.get('badges', [generation, number]), pages[number])),
    };
  });
}

// No stored catalog has this generation.
const bundledGeneration = 0;

/** The badge records of the bundled catalog, which need no database. */
export async function bundledBadges(): Promise<Published> {
  const { badges } = await bundledMerge();
  const shelves = shelvesOf(badges);
  const head = { generation: bundledGeneration, extension: browser.runtime.getManifest().version };
  return { head, shelf: (number) => shelves[number] ?? {} };
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new UnreadableError((error as Error).message, { cause: error });
  }
}
