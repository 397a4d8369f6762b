import browser from 'webextension-polyfill';
import { readTool } from '../../catalog/read-catalog.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { message } from '../messages.ts';
import { findMatch, lookupKeys } from './badge-lookup.ts';
import { bundledReader } from './bundled-catalog.ts';
import { currentId, type CatalogReader, type Entry } from './catalog-reader.ts';
import { activeCatalog, activeHead, openDatabase } from './database.ts';
import { layerReader } from './layer-files.ts';

/** The stored catalog; if it is missing or damaged the bundled one, while the background repairs it. */
export async function openCatalog(): Promise<CatalogReader> {
  try {
    return await storedCatalog();
  } catch (error) {
    console.warn('The stored catalog cannot be read; using the bundled one.', error);
    await requestRepair();
    return bundledReader();
  }
}

async function storedCatalog(): Promise<CatalogReader> {
  const [active, db] = await Promise.all([activeCatalog(), openDatabase()]);
  if (!active?.reference.jobs || !active.layers[0].index) throw new Error('No catalog is stored.');
  const { generation, reference, tools, layers } = active;
  const readers = layers.map((layer) => ({ layer, reader: layerReader(layer, db) })).reverse();
  const find = async (id: string): Promise<Entry | undefined> => {
    for (const { layer, reader } of readers) {
      const found = await reader.tool(id);
      const tool = found && readTool(found);
      if (typeof tool === 'string') throw new Error(tool);
      if (tool) return { tool, layer };
    }
    return undefined;
  };
  let summaries: Promise<ToolSummary[]> | undefined;
  const readSummaries = async () => (await db.get('summaries', generation)) ?? [];
  const index = () => (summaries ??= readSummaries());
  return {
    reference,
    tools,
    layers,
    index,
    entry: async (id) => {
      try {
        return (await find(id)) ?? (await find(await currentId(id, index)));
      } catch (error) {
        // An update may have been activated since the page opened.
        if ((await activeHead())?.generation !== generation) return (await storedCatalog()).entry(id);
        // One damaged record makes the reader use the bundled catalog for that tool alone.
        console.warn('A stored record cannot be read.', error);
        await requestRepair();
        return (await bundledReader()).entry(id);
      }
    },
    badgeOfPage: async (pageIds) =>
      findMatch(await browser.storage.local.get(lookupKeys(pageIds)), pageIds)?.record,
  };
}

async function requestRepair(): Promise<void> {
  if (browser.extension.inIncognitoContext) return;
  await browser.runtime.sendMessage(message('repair-catalog', null));
}
