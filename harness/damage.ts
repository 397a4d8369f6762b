// Damage that browsers, disks and others do to what is stored. The functions here run inside a page of the extension.

type Items = Record<string, unknown>;
type Area = { get(keys: string[]): Promise<Items>; set(items: Items): Promise<void> };
type Global = Record<string, { storage: { local: Area } } | undefined>;

/** Puts a database of a higher version in the place of the catalog's, as a later release would. */
export async function makeHigherVersion(): Promise<void> {
  const done = (request: IDBOpenDBRequest) =>
    new Promise<void>((resolve, reject) => {
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error!);
    });
  await done(indexedDB.deleteDatabase('catalog'));
  const request = indexedDB.open('catalog', 9);
  await done(request);
  request.result.close();
}

/** The version of the catalog's database. */
export async function databaseVersion(): Promise<number | undefined> {
  return (await indexedDB.databases()).find(({ name }) => name === 'catalog')?.version;
}

/** Writes into `storage.local` alone, which any script on a page can do that has taken over its process. */
export function write(items: Items): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.storage.local.set(items);
}

/** What is in `storage.local`. */
export function written(keys: string[]): Promise<Items> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.storage.local.get(keys);
}
