import { mergedChanges, usableChanges, type Change } from '../../catalog/changes.ts';
import { today } from '../clock.ts';
import { readSubscriptions } from '../feed-client/subscriptions.ts';
import { openDatabase } from '../catalog-db/database.ts';

const key = 'changes';
const maxAgeDays = 90;

/**
 * Adds changes to the news, each once; `today` is ISO 8601. Age hides them and does not delete them, since the clock may be
 * wrong today; of too many, those that are the furthest from today go.
 */
export async function addNews(changes: readonly Change[], today: string): Promise<void> {
  const { store, done } = (await openDatabase()).transaction('news', 'readwrite');
  await store.put(mergedChanges(usableChanges(await store.get(key)), changes, today, Infinity), key);
  await done;
}

/** The changes of the 90 days before a day (ISO 8601) that reached this device, newest first. */
export async function readNews(day = today()): Promise<Change[]> {
  const changes = usableChanges(await (await openDatabase()).get('news', key));
  return mergedChanges(changes, [], day, maxAgeDays);
}

/** Whether a feed brings news; without one only updates of the extension do. */
export async function followsFeed(): Promise<boolean> {
  return (await readSubscriptions()).some(({ use }) => use === 'on');
}
