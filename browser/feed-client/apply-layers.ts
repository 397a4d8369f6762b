import browser from 'webextension-polyfill';
import { headKey, readHead } from '../catalog-db/badge-lookup.ts';
import { today } from '../clock.ts';
import { addNews } from '../user-data/news.ts';
import { bundledCatalog } from '../catalog-db/bundled-catalog.ts';
import { openDatabase } from '../catalog-db/database.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { layerChanges } from '../catalog-db/layer-changes.ts';
import { storeBundledLayer } from '../catalog-db/bundled-layer.ts';
import { readSubscriptions } from './subscriptions.ts';
import { activate } from '../catalog-db/activate.ts';

/** The layers in force, lowest first; none before the first installation. */
export async function activeLayers(): Promise<Layer[]> {
  const head = readHead(await browser.storage.local.get(headKey));
  const stored = head && (await (await openDatabase()).get('catalogs', head.generation));
  return stored?.layers ?? [];
}

/**
 * Puts in force the package's catalog, or the given layer of the same feed if that is as new, and over it the given layers
 * of the other feeds in use, in the order of the list. What became different is kept as news. All files must be kept.
 */
export async function applyLayers(given: readonly Layer[]): Promise<void> {
  const [before, catalog, subscriptions] = await Promise.all([
    activeLayers(),
    bundledCatalog(),
    readSubscriptions(),
  ]);
  const used = subscriptions
    .filter(({ use }) => use !== 'off')
    .flatMap(({ feed }) => given.filter((layer) => layer.feed === feed && layer.manifest));
  const newer = used.find(({ feed, version }) => feed === catalog.feed && version >= catalog.version);
  const base = newer ?? (await storeBundledLayer(catalog));
  const layers = [base, ...used.filter(({ feed }) => feed !== catalog.feed)] as const;
  const news = await Promise.all(layers.map((layer) => layerChanges(before, layer)));
  await activate(layers);
  await addNews(news.flat(), today());
}
