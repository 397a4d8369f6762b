import { mergedChanges, type Change } from '../../catalog/changes.ts';
import { readSubscriptions } from '../feed-client/subscriptions.ts';
import { openDatabase } from '../catalog-db/database.ts';

const key = 'changes';
const maxAgeDays = 90;

/** Adds changes to the news, each once, and drops those older than 90 days; `today` is ISO 8601. */
export async function addNews(changes: readonly Change[], today: string): Promise<void> {
  const { store, done } = (await openDatabase()).transaction('news', 'readwrite');
  await store.put(mergedChanges((await store.get(key)) ?? [], changes, today, maxAgeDays), key);
  await done;
}

/** The changes of the last 90 days that reached this device, newest first. */
export async function readNews(): Promise<Change[]> {
  return (await (await openDatabase()).get('news', key)) ?? [];
}

/** Whether a feed brings news; without one only updates of the extension do. */
export async function followsFeed(): Promise<boolean> {
  return (await readSubscriptions()).some(({ use }) => use === 'on');
}
