type Items = Record<string, unknown>;

/**
 * Writes badge buckets and product hosts into the extension's database, as a catalog that has them would, and gives back those
 * of `keys` that lie there alone. Runs inside a page of the extension. `null` deletes.
 */
export async function publishedInDatabase(keys: string[], items: Items): Promise<Items> {
  const isOurs = (key: string) => key === 'productHosts' || key.startsWith('badges:');
  if (![...keys, ...Object.keys(items)].some(isOurs)) return {};
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  const db = await done(indexedDB.open('catalog'));
  const transaction = db.transaction(['active', 'catalogs', 'badges', 'productHosts'], 'readwrite');
  const [badges, hosts] = [transaction.objectStore('badges'), transaction.objectStore('productHosts')];
  const catalogs = transaction.objectStore('catalogs');
  const { generation } = (await done(transaction.objectStore('active').get('head'))) as {
    generation: number;
  };
  const { length } = await done(badges.getAllKeys(IDBKeyRange.bound([generation], [generation + 1])));
  for (const [key, value] of Object.entries(items)) {
    if (key === 'productHosts' && value)
      await done(hosts.put((value as (string | object)[]).map(hostOf), generation));
    if (key === 'productHosts' && !value) await done(hosts.delete(generation));
    if (!key.startsWith('badges:')) continue;
    const at = [generation, parseInt(key.slice('badges:'.length), 16) % length];
    const shelf = (await done(badges.get(at))) as Items;
    shelf[key] = (value as { badges?: unknown } | null)?.badges;
    if (!shelf[key]) delete shelf[key];
    await done(badges.put(shelf, at));
    const catalog = (await done(catalogs.get(generation))) as { pages: number[] };
    catalog.pages[at[1]!] = Object.values(shelf).flatMap((bucket) => Object.keys(bucket as object)).length;
    await done(catalogs.put(catalog, generation));
  }
  const productHosts: unknown = keys.includes('productHosts') ? await done(hosts.get(generation)) : undefined;
  db.close();
  return productHosts ? { productHosts } : {};

  function hostOf(host: string | object): object {
    return typeof host === 'string' ? { host } : host;
  }
}
