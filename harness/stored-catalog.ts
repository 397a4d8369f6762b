type Item = { id: string };

/**
 * Changes fields of a tool in its bucket, or of its summary. Runs inside a page of the extension; false as long as no
 * catalog with that tool is stored there.
 */
export async function changeStored(
  what: 'tool' | 'summary',
  id: string,
  fields: Record<string, unknown>,
): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  // Opening would make a database that the extension did not make yet.
  if (!(await indexedDB.databases()).some((each) => each.name === 'catalog')) return false;
  const db = await done(indexedDB.open('catalog'));
  const name = what === 'tool' ? 'files' : 'summaries';
  if (!db.objectStoreNames.contains(name)) return false;
  const store = db.transaction(name, 'readwrite').objectStore(name);
  let found = false;
  for (const key of await done(store.getAllKeys())) {
    const list = (await done(store.get(key))) as Item[];
    if (!Array.isArray(list) || !list.some((item) => item?.id === id)) continue;
    await done(
      store.put(
        list.map((item) => (item?.id === id ? { ...item, ...fields } : item)),
        key,
      ),
    );
    found = true;
  }
  db.close();
  return found;
}

/** The generation of the stored catalog, 0 while there is none. Runs inside a page of the extension. */
export async function storedGeneration(): Promise<number> {
  type Api = { storage: { local: { get(key: string): Promise<{ catalog?: { generation?: number } }> } } };
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const { catalog } = await (browser ?? chrome)!.storage.local.get('catalog');
  return catalog?.generation ?? 0;
}

/** Gives a feed's active layer a date of expiry that has passed. Runs inside a page of the extension; false without such a layer. */
export async function expireLayer(feed: string): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  const db = await done(indexedDB.open('catalog'));
  const store = db.transaction('catalogs', 'readwrite').objectStore('catalogs');
  const key = (await done(store.getAllKeys())).at(-1)!;
  const catalog = (await done(store.get(key))) as { layers: { feed: string; expires?: string }[] };
  const layer = catalog.layers.find((each) => each.feed === feed);
  if (layer) layer.expires = new Date(Date.now() - 86_400_000).toISOString();
  await done(store.put(catalog, key));
  db.close();
  return Boolean(layer);
}
