import browser from 'webextension-polyfill';
import { withOwnIds } from '../../catalog/former-ids.ts';
import { readTool } from '../../catalog/read-catalog.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { readSubscriptions } from '../feed-client/subscriptions.ts';
import { message } from '../messages.ts';
import { TimeoutError, within } from '../within.ts';
import { bucketKey } from './badge-lookup.ts';
import { bundledReader } from './bundled-catalog.ts';
import { currentId, withSuccessors, type CatalogReader, type Entry } from './catalog-reader.ts';
import { activeCatalog, activeHead, openDatabase } from './database.ts';
import { feedLabel } from './layer.ts';
import { layerReader } from './layer-files.ts';
import { readFirst, shelfWith, storedSummaries } from './stored-parts.ts';

const maxReadMs = 4_000;

/**
 * The stored catalog; the bundled one at once where that cannot be read, while the background repairs it. What the bundled one lacks
 * may be in what cannot be read, so only after the repair is it said to be in none. Throws only if the package is broken.
 */
export async function openCatalog(): Promise<CatalogReader> {
  try {
    return await answered(storedCatalog());
  } catch (error) {
    // Feeds cannot be asked for either where no database answers.
    return instead(error, error instanceof TimeoutError ? false : undefined);
  }
}

async function storedCatalog(): Promise<CatalogReader> {
  const [active, db] = await Promise.all([activeCatalog(), openDatabase()]);
  if (!active) throw new Error('No catalog is stored.');
  const { generation, reference, tools, layers, leftOut } = active;
  const readers = layers.map((layer) => ({ layer, reader: layerReader(layer, db) })).reverse();

  async function findEntry(id: string): Promise<Entry | undefined> {
    for (const { layer, reader } of readers) {
      if (leftOut.some((each) => each.feed === layer.feed && each.id === id)) continue;
      const found = await reader.tool(id);
      const tool = found && readTool(found);
      if (typeof tool === 'string') throw new Error(tool);
      if (tool) return { tool: { ...withOwnIds(tool, layer === layers[0]), from: feedLabel(layer) }, layer };
    }
    return undefined;
  }

  async function findBadge(pageIds: readonly string[]) {
    for (const page of pageIds) {
      const key = bucketKey(page);
      const shelf = await shelfWith(key, active!, db);
      const badges = Object.hasOwn(shelf, key) ? shelf[key]! : {};
      if (Object.hasOwn(badges, page)) return badges[page];
    }
    return undefined;
  }

  let summaries: Promise<ToolSummary[]> | undefined;
  const reader: CatalogReader = {
    reference,
    tools,
    layers,
    leftOut,
    index: () =>
      (summaries ??= orInstead(
        () => storedSummaries(active, db),
        (other) => other.index(),
      )),
    first: () =>
      orInstead(
        async () => readFirst(await db.get('first', generation)),
        (other) => other.first(),
      ),
    entry: (id) =>
      orInstead(
        async () => {
          const found = (await findEntry(id)) ?? (await findEntry(await currentId(id, reader.index)));
          if (!found && (await reader.index()).some((tool) => tool.id === id))
            throw new Error(`The stored record of ${id} is missing.`);
          if (!found) return undefined;
          const tool = await withSuccessors(found.tool, async (next) => (await findEntry(next))?.tool);
          return { ...found, tool };
        },
        (other) => other.entry(id),
      ),
    badgeOfPage: (pageIds) =>
      orInstead(
        () => findBadge(pageIds),
        (other) => other.badgeOfPage(pageIds),
      ),
  };
  return reader;

  // One damaged record makes the reader use the bundled catalog for that answer alone.
  async function orInstead<T>(read: () => Promise<T>, ask: (other: CatalogReader) => Promise<T>): Promise<T> {
    try {
      return await answered(read());
    } catch (error) {
      // An update may have been activated since the page opened.
      const now = await activeHead().catch(() => undefined);
      const isNew = now && now.generation !== generation;
      return ask(await (isNew ? openCatalog() : instead(error, layers.length > 1)));
    }
  }
}

function answered<T>(read: Promise<T>): Promise<T> {
  return within(maxReadMs, read, 'The stored catalog does not answer.');
}

async function instead(error: unknown, hasFeeds?: boolean): Promise<CatalogReader> {
  console.warn('The stored catalog cannot be read; using the bundled one.', error);
  const repair = requestRepair();
  const bundled = await bundledReader();
  const repaired = async () => ((await repair) ? openCatalog() : bundled);
  if (!repair) return bundled;
  return {
    ...bundled,
    first: async () => ((hasFeeds ?? (await followsFeeds())) ? await repaired() : bundled).first(),
    index: async () => ((hasFeeds ?? (await followsFeeds())) ? await repaired() : bundled).index(),
    entry: async (id) => (await bundled.entry(id)) ?? (await repaired()).entry(id),
    badgeOfPage: async (ids) => (await bundled.badgeOfPage(ids)) ?? (await repaired()).badgeOfPage(ids),
  };
}

async function followsFeeds(): Promise<boolean> {
  return (await readSubscriptions().catch(() => [])).some(({ use }) => use !== 'off');
}

const maxRepairMs = 10_000;
const repairIntervalMs = 60_000;
let askForRepair: () => Promise<unknown> = async () =>
  browser.runtime.sendMessage(message('repair-catalog', null));
let repair: Promise<boolean> | undefined;
let nextRepair = 0;

/** For the background, which gets no message of its own: how to repair the stored catalog. */
export function repairWith(run: () => Promise<void>): void {
  askForRepair = run;
}

/** Whether the repair that was asked for is done; nothing right after one, since what that did not mend a second one would not either. */
export function requestRepair(): Promise<boolean> | undefined {
  if (performance.now() < nextRepair || browser.extension.inIncognitoContext) return undefined;
  repair ??= within(maxRepairMs, askForRepair(), 'The stored catalog is not repaired.')
    .then(() => true)
    .catch(() => false)
    .finally(() => {
      repair = undefined;
      nextRepair = performance.now() + repairIntervalMs;
    });
  return repair;
}
