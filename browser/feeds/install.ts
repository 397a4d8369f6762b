import browser from 'webextension-polyfill';
import { headKey, readHead } from '../badge-lookup.ts';
import { alone } from './alone.ts';
import { applyLayers, layersInForce } from './apply-layers.ts';

/** Puts in force what the package, the feeds kept on this device and their list now say. Where what is kept is damaged, the package alone. */
export function installCatalog(): Promise<void> {
  return alone(install);
}

/** Installs only if no catalog is stored, or another version of the extension stored it. */
export function ensureCatalog(): Promise<void> {
  return alone(async () => {
    const head = readHead(await browser.storage.local.get(headKey));
    if (head?.extension !== browser.runtime.getManifest().version) await install();
  });
}

async function install(): Promise<void> {
  try {
    await applyLayers(await layersInForce());
  } catch (error) {
    console.warn('The catalogs kept of feeds cannot be read; the one in the package is used.', error);
    await applyLayers([]);
  }
}
