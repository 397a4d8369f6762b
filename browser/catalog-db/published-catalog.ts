import browser from 'webextension-polyfill';
import { asShelf } from './badge-shelves.ts';
import { bundledMerge } from './bundled-catalog.ts';
import { activeCatalog, openDatabase } from './database.ts';
import type { Published } from './publish.ts';
import { storedShelf } from './stored-parts.ts';

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
      shelves: pages.length,
      shelf: (number) => readable(() => storedShelf(number, active, db)),
    };
  });
}

// No stored catalog has this generation.
const bundledGeneration = 0;

/** The badge records of the bundled catalog, which need no database. */
export async function bundledBadges(): Promise<Published> {
  const { badges } = await bundledMerge();
  const head = { generation: bundledGeneration, extension: browser.runtime.getManifest().version };
  return { head, shelves: 1, shelf: () => asShelf(badges) };
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new UnreadableError((error as Error).message, { cause: error });
  }
}
