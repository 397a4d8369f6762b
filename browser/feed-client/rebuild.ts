import browser from 'webextension-polyfill';
import { headKey, readHead } from '../catalog-db/badge-lookup.ts';
import { withCatalogLock } from './catalog-lock.ts';
import { applyLayers, activeLayers } from './apply-layers.ts';

/** Puts in force what the package, the feeds kept on this device and their list now say. Where what is kept is damaged, the package alone. */
export function rebuildCatalog(): Promise<void> {
  return withCatalogLock(rebuild);
}

/** Installs only if no catalog is stored, or another version of the extension stored it. */
export function ensureCatalog(): Promise<void> {
  return withCatalogLock(async () => {
    const head = readHead(await browser.storage.local.get(headKey));
    if (head?.extension !== browser.runtime.getManifest().version) await rebuild();
  });
}

async function rebuild(): Promise<void> {
  try {
    await applyLayers(await activeLayers());
  } catch (error) {
    console.warn('The catalogs kept of feeds cannot be read; the one in the package is used.', error);
    await applyLayers([]);
  }
}
