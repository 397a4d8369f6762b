import { deleteUserDb, withItems } from './user-db-connection.ts';

// Content scripts of a hostile page can reach `storage.local`, but neither this database nor this channel.
const channelName = 'user-items';

// What could not be stored, for as long as this page or worker lives.
const unstored = new Map<string, unknown>();

/** The stored item; undefined where there is none or the database fails. Never throws. */
export async function readItem(key: string): Promise<unknown> {
  if (unstored.has(key)) return unstored.get(key);
  try {
    return await withItems('readonly', (items) => items.get(key));
  } catch (error) {
    console.warn(`The stored item “${key}” cannot be read.`, error);
    return undefined;
  }
}

/**
 * Changes an item in one transaction, so that two changes at once are both kept, and returns what it is now. Where the
 * database fails, the item is kept in memory until this page or worker ends.
 */
export async function changeItem<T>(key: string, change: (before: unknown) => T): Promise<T> {
  const next = await store(key, change).catch(async (error: unknown) => {
    console.warn(`The item “${key}” cannot be stored.`, error);
    const kept = change(await readItem(key));
    unstored.set(key, kept);
    return kept;
  });
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(key);
  channel.close();
  return next;
}

/** Calls back with the key of each item that any page or worker of the extension changes; returns how to end that. */
export function onItemChanged(callback: (key: string) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<string>) => callback(data);
  return () => channel.close();
}

/** Deletes all items, on this device and in memory. Throws where the browser does not let the database be deleted. */
export async function resetUserDb(): Promise<void> {
  unstored.clear();
  await deleteUserDb();
}

function store<T>(key: string, change: (before: unknown) => T): Promise<T> {
  return withItems('readwrite', async (items) => {
    const before = unstored.has(key) ? unstored.get(key) : await items.get(key);
    const next = change(before);
    await (next === undefined ? items.delete(key) : items.put(next, key));
    unstored.delete(key);
    return next;
  });
}
