import browser from 'webextension-polyfill';
import { sites } from '../../sites/index.ts';
import { bundledCatalog } from '../catalog-db/bundled-catalog.ts';

const key = 'productHosts';

/** The hosts of pages that the tools' makers keep themselves, sorted; `pages` are page ids in the form they are compared. */
export function productHosts(pages: Iterable<string>): string[] {
  const hosts = new Set<string>();
  for (const page of pages) if (!page.startsWith('pkg:')) hosts.add(page.split('/', 1)[0]!);
  for (const { host } of sites) hosts.delete(host);
  return [...hosts].sort();
}

/** Keeps the hosts of the catalog now in force, for the page that offers them; they widen no right. */
export async function storeProductHosts(pages: Iterable<string>): Promise<void> {
  await browser.storage.local.set({ [key]: productHosts(pages) });
}

/** The hosts of the catalog in force; before one is stored, those of the package. */
export async function readProductHosts(): Promise<string[]> {
  const { [key]: stored } = await browser.storage.local.get(key);
  return Array.isArray(stored) ? stored.filter((host) => typeof host === 'string') : bundledProductHosts();
}

/** The hosts of the catalog in the package: what came later came with newer data. Read once, since a megabyte it is. */
export function bundledProductHosts(): Promise<string[]> {
  return (packaged ??= bundledCatalog().then(({ tools }) =>
    productHosts(tools.flatMap(({ pages }) => pages)),
  ));
}

let packaged: Promise<string[]> | undefined;
