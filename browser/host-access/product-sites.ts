import browser from 'webextension-polyfill';
import { sites } from '../../sites/index.ts';
import { bundledCatalog } from '../catalog-db/bundled-catalog.ts';

const key = 'productHosts';

/** `oven.example/docs` → `oven.example`: the hosts of page ids that are host and path, sorted, without those of our sites. */
export function productHosts(pages: Iterable<string>): string[] {
  const hosts = new Set<string>();
  for (const page of pages) if (!page.startsWith('pkg:')) hosts.add(page.split('/', 1)[0]!);
  for (const { host } of sites) hosts.delete(host);
  return [...hosts].sort();
}

/** Stores the product hosts of the active catalog, to be offered in the options; that grants nothing. */
export async function storeProductHosts(pages: Iterable<string>): Promise<void> {
  await browser.storage.local.set({ [key]: productHosts(pages) });
}

/** The product hosts of the active catalog; before any are stored, those of the bundled one. */
export async function readProductHosts(): Promise<string[]> {
  const { [key]: stored } = await browser.storage.local.get(key);
  return Array.isArray(stored) ? stored.filter((host) => typeof host === 'string') : bundledProductHosts();
}

let bundled: Promise<string[]> | undefined;

/** The product hosts of the bundled catalog; all others came later. Read once, since that file has a megabyte. */
export function bundledProductHosts(): Promise<string[]> {
  return (bundled ??= bundledCatalog().then(({ tools }) =>
    productHosts(tools.flatMap(({ pages }) => pages)),
  ));
}
