type Items = Record<string, unknown>;
type Host = { host: string; from?: string | undefined };
type HostPart = Map<string, Map<string | undefined, number>>;

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
  const { generation } = (await done(transaction.objectStore('active').get('head'))) as {
    generation: number;
  };
  const catalogs = transaction.objectStore('catalogs');
  const catalog = (await done(catalogs.get(generation))) as {
    pages: number[];
    parts: { badges: number[]; productHosts: number[] };
  };
  const { parts, pages } = catalog;
  for (const [key, value] of Object.entries(items)) {
    if (key === 'productHosts') {
      parts.productHosts = [generation];
      if (value) await done(hosts.put(new Map((value as (string | Host)[]).map(labelled)), [generation, 0]));
      else await done(hosts.delete([generation, 0]));
    }
    if (!key.startsWith('badges:')) continue;
    const number = parseInt(key.slice('badges:'.length), 16) % parts.badges.length;
    const before = parts.badges[number];
    const shelf = before ? ((await done(badges.get([before, number]))) as Items) : {};
    shelf[key] = (value as { badges?: unknown } | null)?.badges;
    if (!shelf[key]) delete shelf[key];
    await done(badges.put(shelf, [generation, number]));
    parts.badges[number] = generation;
    pages[number] = Object.values(shelf).flatMap((bucket) => Object.keys(bucket as object)).length;
  }
  await done(catalogs.put(catalog, generation));
  const all: Host[] = [];
  if (keys.includes('productHosts'))
    for (const [number, of] of parts.productHosts.entries())
      for (const [host, labels] of of ? ((await done(hosts.get([of, number]))) as HostPart) : [])
        all.push({ host, ...(labels.has(undefined) ? {} : { from: [...labels.keys()][0] }) });
  db.close();
  return all.length > 0 ? { productHosts: all } : {};

  function labelled(host: string | Host): [string, Map<string | undefined, number>] {
    const { host: name, from } = typeof host === 'string' ? { host } : host;
    return [name, new Map([[from, 1]])];
  }
}
