import { mergedChanges, type Change } from '../../catalog/changes.ts';
import { readSubscriptions } from '../feed-client/subscriptions.ts';
import { openDatabase } from '../catalog-db/database.ts';

const key = 'changes';
const daysKept = 90;

/** Keeps what became different for 90 days, each thing once; `today` is ISO 8601. */
export async function addNews(changes: readonly Change[], today: string): Promise<void> {
  const { store, done } = (await openDatabase()).transaction('news', 'readwrite');
  await store.put(mergedChanges((await store.get(key)) ?? [], changes, today, daysKept), key);
  await done;
}

/** What became different since this device has a catalog, newest first. */
export async function readNews(): Promise<Change[]> {
  return (await (await openDatabase()).get('news', key)) ?? [];
}

/** Whether news comes with a feed; without one it comes with updates of the extension only. */
export async function followsFeed(): Promise<boolean> {
  return (await readSubscriptions()).some(({ use }) => use === 'on');
}
