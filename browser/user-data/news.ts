import { changeKey, mergedChanges, type Change } from '../../catalog/changes.ts';
import { usableArrivals, type Arrival } from '../../catalog/news.ts';
import { ageInDays } from '../../catalog/staleness.ts';
import { openDatabase } from '../catalog-db/database.ts';
import { today } from '../clock.ts';
import { readSubscriptions } from '../feed-client/subscriptions.ts';

const key = 'changes';
const maxAgeDays = 90;

/**
 * Adds changes to the news as new, each once; `today` is ISO 8601. Age hides them and does not delete them, since the clock may
 * be wrong today; of too many, those that came the furthest from today go.
 */
export async function addNews(changes: readonly Change[], today: string): Promise<void> {
  const arrivals = changes.map((change) => ({ ...change, arrived: today, isNew: true }));
  await changeNews((before) => newestFirst(before, arrivals, today));
}

/** Whatever nobody has seen, and the changes that reached this device in the 90 days before a day (ISO 8601), newest first. */
export async function readNews(day = today()): Promise<Arrival[]> {
  const stored = usableArrivals(await (await openDatabase()).get('news', key));
  const isShown = ({ arrived, isNew }: Arrival) => isNew || Math.abs(ageInDays(arrived, day)) <= maxAgeDays;
  return newestFirst(stored, [], day).filter(isShown);
}

/** Notes that a person has seen these changes; such as came meanwhile stay new. */
export async function markSeen(seen: readonly Change[]): Promise<void> {
  const keys = new Set(seen.map(changeKey));
  await changeNews((before) =>
    before.map((each) => ({ ...each, isNew: each.isNew && !keys.has(changeKey(each)) })),
  );
}

/** Whether a feed brings news; without one only updates of the extension do. */
export async function followsFeed(): Promise<boolean> {
  return (await readSubscriptions()).some(({ use }) => use === 'on');
}

async function changeNews(change: (before: Arrival[]) => Arrival[]): Promise<void> {
  const { store, done } = (await openDatabase()).transaction('news', 'readwrite');
  await store.put(change(usableArrivals(await store.get(key))), key);
  await done;
}

function newestFirst(earlier: readonly Arrival[], later: readonly Arrival[], today: string): Arrival[] {
  return mergedChanges(earlier, later, today, Infinity, ({ arrived }) => arrived);
}
