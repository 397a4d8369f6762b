import type { Extension } from './extension.ts';

type Items = Record<string, unknown>;
type Area = {
  get(keys: string[]): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
};
type Global = Record<string, { storage: { local: Area } } | undefined>;

/** What the extension's own storage holds under these keys. */
export const readItems = (extension: Extension, keys: string[]): Promise<Items> =>
  extension.run((keys) => {
    const { browser, chrome } = globalThis as unknown as Global;
    return (browser ?? chrome)!.storage.local.get(keys);
  }, keys);

/** Writes into the extension's own storage, as its pages would. */
export const storeItems = (extension: Extension, items: Items): Promise<void> =>
  extension.run((items) => {
    const { browser, chrome } = globalThis as unknown as Global;
    return (browser ?? chrome)!.storage.local.set(items);
  }, items);

/** Gives each key the value that was read before, or none where there was none. */
export async function restoreItems(extension: Extension, keys: string[], before: Items): Promise<void> {
  await storeItems(extension, before);
  await extension.run(
    (keys) => {
      const { browser, chrome } = globalThis as unknown as Global;
      return (browser ?? chrome)!.storage.local.remove(keys);
    },
    keys.filter((key) => !(key in before)),
  );
}
