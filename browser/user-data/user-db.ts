import browser from 'webextension-polyfill';
import type { Handlers } from '../messages.ts';
import { deleteUserDb, withItems } from './user-db-connection.ts';
import { changeRemote, readRemote } from './user-db-remote.ts';

// Content scripts of a hostile page can reach `storage.local`, but neither this database nor this channel.
const channelName = 'user-items';

// What could not be stored, for as long as this page or worker lives.
const unstored = new Map<string, unknown>();
let isBackground = false;

/** The stored item; undefined where there is none or the database fails. Never throws. */
export async function readItem(key: string): Promise<unknown> {
  if (unstored.has(key)) return unstored.get(key);
  try {
    return await orFromBackground(readLocal, readRemote)(key);
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
  const next = await store(key, change);
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(key);
  channel.close();
  return next;
}

async function store<T>(key: string, change: (before: unknown) => T): Promise<T> {
  try {
    return await orFromBackground(changeLocal<T>, changeRemote<T>)(key, change);
  } catch (error) {
    console.warn(`The item “${key}” cannot be stored.`, error);
    const next = change(await readItem(key));
    unstored.set(key, next);
    return next;
  }
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

/** How the background answers the pages that have no database: it alone can be asked from anywhere. */
export function itemHandlers(): Pick<Handlers, 'read-item' | 'replace-item'> {
  isBackground = true;
  return {
    'read-item': async ({ key }) => ({ item: await readItem(key) }),
    'replace-item': async ({ key, before, next }) => {
      let isDone = false;
      const item = await changeItem(key, (stored) => {
        isDone = isSame(stored, before);
        return isDone ? next : stored;
      });
      return { isDone, item };
    },
  };
}

// In Firefox a page in a private window has a database of its own, which is gone with the window (seen 2026-11).
function orFromBackground<A extends unknown[], T>(
  local: (...args: A) => Promise<T>,
  remote: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  if (isBackground) return local;
  if (browser.extension.inIncognitoContext) return remote;
  return (...args) => local(...args).catch(() => remote(...args));
}

function readLocal(key: string): Promise<unknown> {
  return withItems('readonly', (items) => items.get(key));
}

function changeLocal<T>(key: string, change: (before: unknown) => T): Promise<T> {
  return withItems('readwrite', async (items) => {
    const before = unstored.has(key) ? unstored.get(key) : await items.get(key);
    const next = change(before);
    await (next === undefined ? items.delete(key) : items.put(next, key));
    unstored.delete(key);
    return next;
  });
}

// Messages carry JSON, in which what is missing and what is undefined are the same.
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
