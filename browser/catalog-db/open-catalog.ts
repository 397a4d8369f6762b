import browser from 'webextension-polyfill';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { readTool } from '../../catalog/read-catalog.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { findMatch, headKey, lookupKeys, readHead } from './badge-lookup.ts';
import { currentId } from './current-id.ts';
import { layerReader } from './layer-reader.ts';
import { message } from '../messages.ts';
import { bundledReader } from './bundled-reader.ts';
import { openDatabase } from './database.ts';
import type { Layer } from './layer.ts';

/** A tool and whose entry it is: the layer it came from. */
export type Entry = { tool: Tool; layer: Layer };

/** What pages of ours ask the catalog; `tools` is how many it has, `layers` the parts it is made of, lowest first. */
export type CatalogReader = {
  reference: Reference;
  tools: number;
  layers: readonly Layer[];
  /** The short form of every tool, by id; read at the first call only, since a large catalog's is large. */
  index(): Promise<ToolSummary[]>;
  /** The tool of that id, or of that former id. */
  entry(id: string): Promise<Entry | undefined>;
  badgeOfPage(pageIds: readonly string[]): Promise<BadgeRecord | undefined>;
};

/** The stored catalog; where it is missing or damaged, the package's own, while the background is asked to mend it. */
export async function openCatalog(): Promise<CatalogReader> {
  try {
    return await storedCatalog();
  } catch (error) {
    console.warn('The stored catalog cannot be read; using the one in the package.', error);
    await requestRepair();
    return bundledReader();
  }
}

async function storedCatalog(): Promise<CatalogReader> {
  const [stored, db] = await Promise.all([browser.storage.local.get(headKey), openDatabase()]);
  const head = readHead(stored);
  const catalog = head && (await db.get('catalogs', head.generation));
  if (!head || !catalog?.reference.jobs || !catalog.layers[0].index) throw new Error('No catalog is stored.');
  const { reference, tools, layers } = catalog;
  const readers = layers.map((layer) => ({ layer, reader: layerReader(layer, db) })).reverse();
  const find = async (id: string): Promise<Entry | undefined> => {
    for (const { layer, reader } of readers) {
      const tool = await reader.tool(id);
      if (tool) return { tool: parseTool(tool), layer };
    }
    return undefined;
  };
  let index: Promise<ToolSummary[]> | undefined;
  const readIndex = async () => (await db.get('summaries', head.generation)) ?? [];
  return {
    reference,
    tools,
    layers,
    index: () => (index ??= readIndex()),
    entry: async (id) => {
      try {
        return (await find(id)) ?? (await find(await currentId(id, () => (index ??= readIndex()))));
      } catch (error) {
        // An update may have come into force since the page opened.
        if ((await activeGeneration()) !== head.generation) return (await storedCatalog()).entry(id);
        // One damaged record sends the reader to the package for that tool alone.
        console.warn('A stored record cannot be read.', error);
        await requestRepair();
        return (await bundledReader()).entry(id);
      }
    },
    badgeOfPage: async (pageIds) =>
      findMatch(await browser.storage.local.get(lookupKeys(pageIds)), pageIds)?.record,
  };
}

async function activeGeneration(): Promise<number | undefined> {
  return readHead(await browser.storage.local.get(headKey))?.generation;
}

function parseTool(tool: unknown): Tool {
  const read = readTool(tool);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

async function requestRepair(): Promise<void> {
  if (browser.extension.inIncognitoContext) return;
  await browser.runtime.sendMessage(message('repair-catalog', null));
}
