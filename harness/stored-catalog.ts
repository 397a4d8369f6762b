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
