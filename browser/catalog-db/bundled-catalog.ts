import browser from 'webextension-polyfill';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { findTool, pagesOf } from '../../catalog/page-id.ts';
import { notesOfPage } from '../../catalog/page-notes.ts';
import { readCatalog, type Catalog } from '../../catalog/read-catalog.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import { currentId, type CatalogReader } from './catalog-reader.ts';
import type { Layer } from './layer.ts';

/** The catalog in the package, read from the extension's own files. Throws if the package is broken. */
export async function bundledCatalog(): Promise<Catalog> {
  const response = await fetch(browser.runtime.getURL('catalog.json'));
  const { problems, ...catalog } = readCatalog(await response.json());
  for (const problem of problems) console.error(`catalog.json: ${problem}`);
  return catalog;
}

/** The bundled catalog, read as a whole: for when nothing is stored, or what is stored cannot be read. */
export async function bundledReader(): Promise<CatalogReader> {
  const { tools, reference, ...frame } = await bundledCatalog();
  const layer: Layer = { ...frame, tools: tools.length, bits: 0, index: [], tables: '' };
  const summaries = tools.map((tool) => summaryOf(tool, reference));
  const index = () => Promise.resolve(summaries);
  const find = (id: string) => tools.find((tool) => tool.id === id);
  return {
    reference,
    tools: tools.length,
    layers: [layer],
    index,
    entry: async (id) => {
      const tool = find(id) ?? find(await currentId(id, index));
      return tool && { tool, layer };
    },
    badgeOfPage: (pageIds) => {
      const match = findTool(pageIds, pagesOf(tools));
      const tool = find(match?.tool ?? '');
      return Promise.resolve(
        tool && { ...badgeRecord(tool, reference), ...notesOfPage(tool, match!.pageId) },
      );
    },
  };
}
