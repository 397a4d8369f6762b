type Items = Record<string, unknown>;

/** What the extension's database of personal items holds under these keys. Runs inside a page of the extension. */
export async function readUserItems(keys: string[]): Promise<Items> {
  const db = await new Promise<IDBDatabase>((opened, failed) => {
    const request = indexedDB.open('user');
    request.onupgradeneeded = () => request.result.createObjectStore('items');
    request.onsuccess = () => opened(request.result);
    request.onerror = () => failed(request.error!);
  });
  const store = db.transaction('items').objectStore('items');
  const found = keys.map(
    (key) =>
      new Promise<[string, unknown]>((read, failed) => {
        const request = store.get(key);
        request.onsuccess = () => read([key, request.result]);
        request.onerror = () => failed(request.error!);
      }),
  );
  const items = await Promise.all(found);
  db.close();
  return Object.fromEntries(items.filter(([, value]) => value !== undefined));
}

/** Writes into that database, and removes some keys. Runs inside a page of the extension. */
export async function storeUserItems(items: Items, removed: string[] = []): Promise<void> {
  const db = await new Promise<IDBDatabase>((opened, failed) => {
    const request = indexedDB.open('user');
    request.onupgradeneeded = () => request.result.createObjectStore('items');
    request.onsuccess = () => opened(request.result);
    request.onerror = () => failed(request.error!);
  });
  const transaction = db.transaction('items', 'readwrite');
  const store = transaction.objectStore('items');
  for (const [key, value] of Object.entries(items)) if (!removed.includes(key)) store.put(value, key);
  for (const key of removed) store.delete(key);
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onerror = () => failed(transaction.error!);
  });
  db.close();
  for (const key of [...Object.keys(items), ...removed]) {
    const channel = new BroadcastChannel('user-items');
    channel.postMessage(key);
    channel.close();
  }
}
