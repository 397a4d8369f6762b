import browser from 'webextension-polyfill';
import { headKey, readHead } from '../badge-lookup.ts';
import { today } from '../clock.ts';
import { addNews } from '../news.ts';
import { packagedCatalog } from '../packaged-catalog.ts';
import { recordStore } from '../record-store.ts';
import type { Layer } from '../stored-catalog.ts';
import { layerChanges } from './layer-changes.ts';
import { packageLayer } from './package-layer.ts';
import { readSubscriptions } from './subscriptions.ts';
import { switchCatalog } from './switch-catalog.ts';

/** The layers in force, lowest first; none before the first installation. */
export async function layersInForce(): Promise<Layer[]> {
  const head = readHead(await browser.storage.local.get(headKey));
  const stored = head && (await (await recordStore()).get('catalogs', head.generation));
  return stored?.layers ?? [];
}

/**
 * Puts in force the package's catalog, or the given layer of the same feed if that is as new, and over it the given layers
 * of the other feeds in use, in the order of the list. What became different is kept as news. All files must be kept.
 */
export async function applyLayers(given: readonly Layer[]): Promise<void> {
  const [before, catalog, subscriptions] = await Promise.all([
    layersInForce(),
    packagedCatalog(),
    readSubscriptions(),
  ]);
  const used = subscriptions
    .filter(({ use }) => use !== 'off')
    .flatMap(({ feed }) => given.filter((layer) => layer.feed === feed && layer.manifest));
  const newer = used.find(({ feed, version }) => feed === catalog.feed && version >= catalog.version);
  const base = newer ?? (await packageLayer(catalog));
  const layers = [base, ...used.filter(({ feed }) => feed !== catalog.feed)] as const;
  const news = await Promise.all(layers.map((layer) => layerChanges(before, layer)));
  await switchCatalog(layers);
  await addNews(news.flat(), today());
}
