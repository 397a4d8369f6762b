import browser from 'webextension-polyfill';
import { findTool, pagesOf } from '../catalog/find-tool.ts';
import { readTool, type Catalog } from '../catalog/read-catalog.ts';
import type { Reference } from '../catalog/reference.ts';
import type { Tool } from '../catalog/tool-schema.ts';
import { summaryOf, type ToolSummary } from '../catalog/tool-summary.ts';
import { findBadge, headKey, lookupKeys, readHead, type Slot } from './badge-lookup.ts';
import { message } from './messages.ts';
import { packagedCatalog } from './packaged-catalog.ts';
import { recordKey, recordStore } from './record-store.ts';

/** What pages of ours ask the catalog. */
export type CatalogReader = {
  reference: Reference;
  index: ToolSummary[];
  /** The tool of that id, or of that former id. */
  tool(id: string): Promise<Tool | undefined>;
  toolOfPage(pageIds: readonly string[]): Promise<string | undefined>;
};

/** The stored catalog; where it is missing or damaged, the package's own, while the background is asked to mend it. */
export async function openCatalog(): Promise<CatalogReader> {
  try {
    return await storedCatalog();
  } catch (error) {
    console.warn('The stored catalog cannot be read; using the one in the package.', error);
    if (!browser.extension.inIncognitoContext)
      await browser.runtime.sendMessage(message('repair-catalog', null));
    return inMemory(await packagedCatalog());
  }
}

async function storedCatalog(): Promise<CatalogReader> {
  const [stored, db] = await Promise.all([browser.storage.local.get(headKey), recordStore()]);
  const head = readHead(stored);
  if (!head) throw new Error('No catalog is stored.');
  const { slot } = head;
  const { store } = db.transaction('records');
  const [reference, index] = (await Promise.all([
    store.get(recordKey(slot, 'reference')),
    store.get(recordKey(slot, 'index')),
  ])) as [Reference | undefined, ToolSummary[] | undefined];
  if (!reference?.jobs || !reference.licenses || !Array.isArray(index))
    throw new Error('The stored tables are incomplete.');
  return {
    reference,
    index,
    tool: async (id) => {
      const known = byId(index, id);
      return known && (await storedTool(slot, known.id));
    },
    toolOfPage: async (pageIds) =>
      findBadge(await browser.storage.local.get(lookupKeys(pageIds)), pageIds)?.tool,
  };
}

// One damaged record sends the reader to the package for that tool alone.
async function storedTool(slot: Slot, id: string): Promise<Tool | undefined> {
  const db = await recordStore();
  const tool = readTool(await db.get('records', recordKey(slot, `tool/${id}`)));
  if (typeof tool !== 'string') return tool;
  console.warn(`The stored record cannot be read: ${tool}`);
  return inMemory(await packagedCatalog()).tool(id);
}

function inMemory({ tools, reference }: Catalog): CatalogReader {
  const index = tools.map((tool) => summaryOf(tool, reference));
  return {
    reference,
    index,
    tool: (id) => Promise.resolve(tools.find((tool) => tool.id === byId(index, id)?.id)),
    toolOfPage: (pageIds) => Promise.resolve(findTool(pageIds, pagesOf(tools))?.tool),
  };
}

function byId(index: readonly ToolSummary[], id: string): ToolSummary | undefined {
  return index.find((tool) => tool.id === id) ?? index.find(({ formerIds }) => formerIds?.includes(id));
}
