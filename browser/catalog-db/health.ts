import browser from 'webextension-polyfill';
import product from '../../product.json' with { type: 'json' };
import { message } from '../messages.ts';
import { readFailedSteps } from '../start-steps.ts';
import { probeUserDb } from '../user-data/user-db-connection.ts';
import { resetUserDb } from '../user-data/user-db.ts';
import { TimeoutError, within } from '../within.ts';
import { headKey, readHead } from './badge-lookup.ts';
import { activeCatalog, openDatabase, type CatalogDb } from './database.ts';
import { checkShelves, storedSummaries } from './stored-parts.ts';

/** One thing that is wrong, in one sentence, and what may help: trying again, or deleting what the person stored. */
export type Trouble = { text: string; action?: 'retry' | 'reset' };

const maxProbeMs = 3_000;
const probe = 'probe';

/** All that is wrong with what the extension stores, found by opening, writing and reading. Never throws. */
export async function readHealth(): Promise<Trouble[]> {
  const [catalog, user, storage, steps] = await Promise.all([
    failureOf(checkCatalog),
    probeUserDb(),
    failureOf(checkStorage),
    readFailedSteps().catch(() => []),
  ]);
  const isWithoutDatabase = catalog !== undefined && user !== undefined && !isOlder(catalog);
  return [
    ...(isWithoutDatabase ? [withoutDatabase(catalog)] : []),
    // Where nothing can be published, no catalog becomes active.
    ...(catalog && !isWithoutDatabase && !(storage && catalog instanceof MissingError)
      ? [catalogTrouble(catalog)]
      : []),
    ...(user !== undefined && !isWithoutDatabase ? [userTrouble(user)] : []),
    ...(storage ? [storageTrouble(storage)] : []),
    // What keeps the catalog from being rebuilt is named above.
    ...steps.filter(([name]) => !(catalog ?? storage) || !name.includes('catalog')).map(stepTrouble),
  ];
}

/** Does what a trouble offers; afterwards the troubles are to be read again. Throws where it cannot be done. */
export async function relieve(action: 'retry' | 'reset'): Promise<void> {
  if (action === 'reset') await resetUserDb();
  await browser.runtime.sendMessage(message('start-again', null));
}

async function checkCatalog(): Promise<void> {
  const db = await openDatabase();
  await checkWriting(db);
  const active = await activeCatalog();
  if (!active) throw new MissingError('none is stored, or a damaged one');
  await storedSummaries(active, db);
  await checkShelves(active, db);
}

class MissingError extends Error {}

async function checkWriting(db: CatalogDb): Promise<void> {
  const written = { generation: 1, extension: probe };
  await db.put('active', written, probe);
  const read = await db.get('active', probe);
  await db.delete('active', probe);
  if (read?.extension !== probe) throw new Error('what was written is not there');
}

async function checkStorage(): Promise<void> {
  const { local } = browser.storage;
  const { [headKey]: head } = await local.get(headKey);
  await local.set({ [probe]: probe });
  const { [probe]: read } = await local.get(probe);
  await local.remove(probe);
  if (read !== probe) throw new Error('what was written is not there');
  if (!readHead({ [headKey]: head })) throw new Error('no badges are stored there');
}

async function failureOf(check: () => Promise<void>): Promise<Error | undefined> {
  try {
    await within(maxProbeMs, check(), 'it does not answer');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

function withoutDatabase(error: Error): Trouble {
  return {
    text:
      error.name === 'QuotaExceededError'
        ? 'There is no room left on this device, so only the bundled catalog is sure to be shown, and what you change may be forgotten.'
        : `The browser gives ${product.name} no database, as when it never remembers history: the bundled catalog is shown, feeds do not work, and what you change is forgotten.`,
    action: 'retry',
  };
}

function catalogTrouble(error: Error): Trouble {
  const shown = 'so the bundled catalog is shown';
  const because = isOlder(error)
    ? `The stored catalog comes from a later version of ${product.name}, ${shown} until it is built anew.`
    : error instanceof TimeoutError
      ? `The browser’s database does not answer, ${shown}; a restart of the browser may help.`
      : error.name === 'QuotaExceededError'
        ? 'There is no room left on this device to store a newer catalog.'
        : `The stored catalog cannot be used, ${shown} (${error.message}).`;
  return { text: because, action: 'retry' };
}

function userTrouble(reason: string): Trouble {
  return {
    text: `Your watch list, feeds and hidden pages cannot be read or stored (${reason}).`,
    action: 'reset',
  };
}

function storageTrouble(error: Error): Trouble {
  return {
    text: `Badges cannot be stored where pages find them, so each page has to ask for its own, and no newer catalog is taken (${error.message}).`,
    action: 'retry',
  };
}

function stepTrouble([name, reason]: [string, string]): Trouble {
  return { text: `${product.name} could not ${name} when it started (${reason}).`, action: 'retry' };
}

function isOlder({ name }: Error): boolean {
  return name === 'VersionError';
}
