import type { Extension } from './extension.ts';
import { publishedInDatabase } from './published.ts';
import { readUserItems, storeUserItems } from './user-items.ts';

type Items = Record<string, unknown>;
type Area = {
  get(keys: string[]): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
};
type Global = Record<string, { storage: { local: Area } } | undefined>;

const hiding = ['dismissedPages', 'disabledHosts'];
const personal = [...hiding, 'recentTools', 'lastRivals', 'watched', 'feeds'];

/** What the extension has stored under these keys, where content scripts can read it or not; hosts of products lie in its database. */
export async function readItems(extension: Extension, keys: string[]): Promise<Items> {
  const [own, others] = split(keys);
  const user = own.length > 0 ? await extension.run(readUserItems, own) : {};
  const local = await extension.run(readLocal, others);
  return { ...user, ...local, ...(await extension.run(publishedInDatabase, others, {})) };
}

/**
 * Stores items as the extension would, with what follows from them: badge records in the database too, of which `storage.local`
 * holds a copy. `undefined` removes one.
 */
export async function storeItems(extension: Extension, items: Items): Promise<void> {
  const [own, others] = split(Object.keys(items));
  const pick = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, items[key]]));
  if (own.length > 0)
    await extension.run(
      storeUserItems,
      pick(own),
      own.filter((key) => items[key] === undefined),
    );
  const gone = others.filter((key) => items[key] === undefined);
  const inDatabase = { ...pick(others), ...Object.fromEntries(gone.map((key) => [key, null])) };
  await extension.run(publishedInDatabase, [], inDatabase);
  await extension.run(storeLocal, pick(others.filter((key) => key !== 'productHosts')), gone);
  if (!own.some((key) => hiding.includes(key))) return;
  const lists = Object.values(await readItems(extension, hiding)) as unknown[][];
  const hides = lists.some((list) => list.length > 0) ? 1 + Math.floor(Math.random() * 2 ** 32) : 0;
  await extension.run(storeLocal, { hides }, []);
}

/** Gives each key the value that was read before, or none where there was none. */
export async function restoreItems(extension: Extension, keys: string[], before: Items): Promise<void> {
  await storeItems(extension, Object.fromEntries(keys.map((key) => [key, before[key]])));
}

function split(keys: string[]): [own: string[], others: string[]] {
  return [keys.filter((key) => personal.includes(key)), keys.filter((key) => !personal.includes(key))];
}

// These run inside a page of the extension.
function readLocal(keys: string[]): Promise<Items> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.storage.local.get(keys);
}

async function storeLocal(items: Items, removed: string[]): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Global;
  const { local } = (browser ?? chrome)!.storage;
  if (removed.length > 0) await local.remove(removed);
  const rest = Object.fromEntries(Object.entries(items).filter(([key]) => !removed.includes(key)));
  if (Object.keys(rest).length > 0) await local.set(rest);
}
