import browser from 'webextension-polyfill';
import { readCatalog, type Catalog } from '../../catalog/read-catalog.ts';

/** The catalog in the package, read from the extension's own files. Throws if the package is broken. */
export async function bundledCatalog(): Promise<Catalog> {
  const response = await fetch(browser.runtime.getURL('catalog.json'));
  const { problems, ...catalog } = readCatalog(await response.json());
  for (const problem of problems) console.error(`catalog.json: ${problem}`);
  return catalog;
}
