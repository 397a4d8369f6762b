import type { Extension } from './extension.ts';
import { publishedInDatabase } from './published.ts';

type Items = Record<string, unknown>;
type Area = {
  get(keys: string[]): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
};
type Global = Record<string, { storage: { local: Area } } | undefined>;

/** What the extension's own storage holds under these keys; hosts of products lie in its database. */
export async function readItems(extension: Extension, keys: string[]): Promise<Items> {
  const items = await extension.run((keys) => {
    const { browser, chrome } = globalThis as unknown as Global;
    return (browser ?? chrome)!.storage.local.get(keys);
  }, keys);
  return { ...items, ...(await extension.run(publishedInDatabase, keys, {})) };
}

/** Writes into the extension's own storage, as the extension would: badge records into the database of which that is a copy too. */
export async function storeItems(extension: Extension, items: Items): Promise<void> {
  await extension.run(publishedInDatabase, [], items);
  const others = Object.fromEntries(Object.entries(items).filter(([key]) => key !== 'productHosts'));
  await extension.run((items) => {
    const { browser, chrome } = globalThis as unknown as Global;
    return (browser ?? chrome)!.storage.local.set(items);
  }, others);
}

/** Gives each key the value that was read before, or none where there was none. */
export async function restoreItems(extension: Extension, keys: string[], before: Items): Promise<void> {
  const gone = keys.filter((key) => !(key in before));
  await extension.run(publishedInDatabase, [], Object.fromEntries(gone.map((key) => [key, null])));
  await storeItems(extension, before);
  await extension.run((keys) => {
    const { browser, chrome } = globalThis as unknown as Global;
    return (browser ?? chrome)!.storage.local.remove(keys);
  }, gone);
}
