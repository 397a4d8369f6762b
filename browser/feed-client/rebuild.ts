import browser from 'webextension-polyfill';
import type { Change } from '../../catalog/changes.ts';
import { LayerError, type LeftOut } from '../../catalog/merge.ts';
import { activate, activateUpdate } from '../catalog-db/activate.ts';
import { bundledCatalog } from '../catalog-db/bundled-catalog.ts';
import { withCatalogLock } from '../catalog-db/catalog-lock.ts';
import { publishAgain } from '../catalog-db/check-published.ts';
import { activeCatalog, openOrRecreate } from '../catalog-db/database.ts';
import { deleteInactive } from '../catalog-db/delete-inactive.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { layerChanges } from '../catalog-db/merge-layers.ts';
import { publish } from '../catalog-db/publish.ts';
import { storedBadges, UnreadableError } from '../catalog-db/published-catalog.ts';
import { today } from '../clock.ts';
import { showNewsOnIcon } from '../news-on-icon.ts';
import { addNews } from '../user-data/news.ts';
import { stopUpdates } from './running-updates.ts';
import { storeBundledLayer } from './store-layer.ts';
import { isSameFeed, readSubscriptions } from './subscriptions.ts';

/** Activates the bundled catalog and the feeds that are on or paused; without a feed whose stored files are damaged. */
export function rebuildCatalog(): Promise<void> {
  return withCatalogLock(rebuild);
}

/** Rebuilds only if no catalog is stored, a damaged one, or another version of the extension stored it; else checks what is published. */
export function ensureCatalog(): Promise<void> {
  return withCatalogLock(async () => {
    const active = await activeCatalog().catch(() => undefined);
    if (active?.extension !== browser.runtime.getManifest().version) return rebuild();
    await publishOrRebuild();
    // What a download stored that was killed is in no catalog.
    await deleteInactive().catch((error) => console.warn('Unused files could not be deleted.', error));
  });
}

/** Follows a change of the subscriptions: stops the updates of feeds that were removed, paused, turned off or changed, and rebuilds. */
export async function followSubscriptions(): Promise<void> {
  const feeds = await readSubscriptions();
  stopUpdates(
    (begunWith) => !feeds.some((each) => isSameFeed(each, begunWith) && each.use === begunWith.use),
  );
  await rebuildCatalog();
}

type Activation = { isWanted: () => Promise<boolean>; release: () => void; signal: AbortSignal };

/** Activates a downloaded layer beside those of the other feeds, unless it is no longer wanted; `release` its files to do so. */
export async function activateLayer(layer: Layer, { isWanted, release, signal }: Activation): Promise<void> {
  await withCatalogLock(async () => {
    if (!(await isWanted())) throw new DOMException('The feed is no longer followed.', 'AbortError');
    signal.throwIfAborted();
    release();
    const others = (await activeLayers()).filter(({ feed }) => feed !== layer.feed);
    await applyReadable([...others, layer], layer.feed);
  }, signal);
}

/** The active layer of a feed; nothing for the bundled catalog's. */
export async function activeLayer(feed: string): Promise<Layer | undefined> {
  return (await activeLayers()).find((layer) => layer.feed === feed && layer.manifest);
}

/** Deletes stored files that no active layer needs. */
export function deleteUnused(): Promise<void> {
  return withCatalogLock(deleteInactive);
}

async function publishOrRebuild(): Promise<void> {
  try {
    await publish(await storedBadges());
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    await rebuild();
  }
}

// Where nothing can be stored, the bundled badges are published at least.
async function rebuild(): Promise<void> {
  try {
    await openOrRecreate();
    await applyReadable(await activeLayers());
  } catch (error) {
    console.warn('The stored catalogs of feeds cannot be read; using the bundled catalog.', error);
    try {
      await applyLayers([]);
    } catch (error) {
      await publishAgain();
      throw error;
    }
  }
}

/** The same as `applyLayers`, without those layers but the `needed` one that cannot be read: the next update of their feeds fetches them again. */
async function applyReadable(layers: readonly Layer[], needed?: string): Promise<void> {
  try {
    await applyLayers(layers, needed !== undefined);
  } catch (error) {
    if (!(error instanceof LayerError) || error.feed === needed) throw error;
    const others = layers.filter(({ feed }) => feed !== error.feed);
    if (others.length === layers.length) throw error;
    console.warn(`The stored catalog of the feed ${error.feed} cannot be read.`, error);
    await applyReadable(others, needed);
  }
}

/**
 * Activates the bundled catalog, or instead the layer of the same feed if that is as new, and over it the layers of the
 * other feeds in use, in the order of the subscriptions and with their labels. What changed becomes news. All files must be
 * stored. An update derives only what changed, where that is enough.
 */
async function applyLayers(layers: readonly Layer[], isUpdate = false): Promise<void> {
  const [active, subscriptions] = await Promise.all([activeCatalog(), readSubscriptions()]);
  const before = active?.layers ?? [];
  const isSameRelease = active?.extension === browser.runtime.getManifest().version;
  // An update need not read the bundled catalog again while its layer is active.
  const stored = isUpdate && isSameRelease ? before.find(({ manifest }) => !manifest) : undefined;
  const bundled = stored ? undefined : await bundledCatalog();
  const catalog = stored ?? bundled!;
  const used = subscriptions
    .filter(({ use }) => use !== 'off')
    .flatMap(({ feed, name }) => {
      const layer = layers.find((each) => each.feed === feed && each.manifest);
      return layer ? [{ ...layer, name }] : [];
    });
  // After a restart of its versions the numbers of feed and bundled catalog cannot be compared.
  const hasRestarted = subscriptions.some(
    ({ feed, highestSeen }) => feed === catalog.feed && highestSeen.restart,
  );
  const newer = used.find(
    ({ feed, version }) => feed === catalog.feed && (hasRestarted || version >= catalog.version),
  );
  const base = newer ?? stored ?? (await storeBundledLayer(bundled!));
  const next = [base, ...used.filter(({ feed }) => feed !== catalog.feed)] as const;
  const changes = await Promise.all(next.map((layer) => changesIn(before, layer)));
  const leftOut = (isUpdate && (await activateUpdate(next))) || (await activateAll());
  const shown = changes.flatMap((own, at) => own.filter(({ tool }) => !isLeftOut(tool, next[at]!)));
  if (shown.length > 0) await addNews(shown, today()).then(showNewsOnIcon).catch(warnOfNews);

  // Its files may be what is damaged.
  async function activateAll(): Promise<LeftOut[]> {
    if (base === stored) await storeBundledLayer(await bundledCatalog());
    return activate(next);
  }
  function isLeftOut(tool: string, { feed }: Layer): boolean {
    return leftOut.some((each) => each.feed === feed && each.id === tool);
  }
}

// News is no reason to refuse a catalog, as where files of the version before are damaged.
function changesIn(before: readonly Layer[], layer: Layer): Promise<Change[]> {
  return layerChanges(before, layer).catch((error) => {
    warnOfNews(error);
    return [];
  });
}

function warnOfNews(error: unknown): void {
  console.warn('What changed in the catalog cannot be listed.', error);
}

async function activeLayers(): Promise<Layer[]> {
  return (await activeCatalog())?.layers ?? [];
}
