import { sites } from '../../sites/index.ts';
import { bundledCatalog } from '../catalog-db/bundled-catalog.ts';
import { activeHead, openDatabase } from '../catalog-db/database.ts';

/** `oven.example/docs` → `oven.example`: the hosts of page ids that are host and path, sorted, without those of our sites. */
export function productHosts(pages: Iterable<string>): string[] {
  const hosts = new Set<string>();
  for (const page of pages) if (!page.startsWith('pkg:')) hosts.add(page.split('/', 1)[0]!);
  for (const { host } of sites) hosts.delete(host);
  return [...hosts].sort();
}

/** The product hosts of the active catalog, to be offered in the options; those of the bundled one where none are stored. */
export async function readProductHosts(): Promise<string[]> {
  const stored: unknown = await storedHosts().catch(() => undefined);
  return Array.isArray(stored) ? stored.filter((host) => typeof host === 'string') : bundledProductHosts();
}

async function storedHosts(): Promise<unknown> {
  const [head, db] = await Promise.all([activeHead(), openDatabase()]);
  return head && db.get('productHosts', head.generation);
}

let bundled: Promise<string[]> | undefined;

/** The product hosts of the bundled catalog; all others came later. Read once, since that file has a megabyte. */
export function bundledProductHosts(): Promise<string[]> {
  return (bundled ??= bundledCatalog().then(({ tools }) =>
    productHosts(tools.flatMap(({ pages }) => pages)),
  ));
}
