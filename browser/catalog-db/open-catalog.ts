import browser from 'webextension-polyfill';
import { withOwnIds } from '../../catalog/former-ids.ts';
import { readTool } from '../../catalog/read-catalog.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { message } from '../messages.ts';
import { within } from '../within.ts';
import { bucketKey } from './badge-lookup.ts';
import { bundledReader } from './bundled-catalog.ts';
import { currentId, type CatalogReader, type Entry } from './catalog-reader.ts';
import { activeCatalog, activeHead, openDatabase } from './database.ts';
import { feedLabel } from './layer.ts';
import { layerReader } from './layer-files.ts';
import { shelfWith, storedSummaries } from './stored-parts.ts';

const maxReadMs = 4_000;

/** The stored catalog; the bundled one at once where that cannot be read, while the background repairs it. Throws only if the package is broken. */
export async function openCatalog(): Promise<CatalogReader> {
  try {
    return await answered(storedCatalog());
  } catch (error) {
    return instead(error);
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
    entry: (id) =>
      orInstead(
        async () => {
          const found = (await findEntry(id)) ?? (await findEntry(await currentId(id, reader.index)));
          if (!found && (await reader.index()).some((tool) => tool.id === id))
            throw new Error(`The stored record of ${id} is missing.`);
          return found;
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
      return ask(await (now && now.generation !== generation ? openCatalog() : instead(error)));
    }
  }
}

function answered<T>(read: Promise<T>): Promise<T> {
  return within(maxReadMs, read, 'The stored catalog does not answer.');
}

function instead(error: unknown): Promise<CatalogReader> {
  console.warn('The stored catalog cannot be read; using the bundled one.', error);
  requestRepair();
  return bundledReader();
}

let isRequested = false;

// Once a page: what one repair does not mend, a second one would not either. Nothing waits for it.
function requestRepair(): void {
  if (isRequested || browser.extension.inIncognitoContext) return;
  isRequested = true;
  void (async () => browser.runtime.sendMessage(message('repair-catalog', null)))().catch(() => undefined);
}
