import browser from 'webextension-polyfill';
import { mergeCatalog, type MergedCatalog } from '../../catalog/merge.ts';
import { readCatalog, type Catalog } from '../../catalog/read-catalog.ts';
import { currentId, withSuccessors, type CatalogReader } from './catalog-reader.ts';
import type { Layer } from './layer.ts';

/** The catalog in the package, read from the extension's own files. Throws if the package is broken. */
export async function bundledCatalog(): Promise<Catalog> {
  const response = await fetch(browser.runtime.getURL('catalog.json'));
  const { problems, ...catalog } = readCatalog(await response.json());
  for (const problem of problems) console.error(`catalog.json: ${problem}`);
  return catalog;
}

/** The bundled catalog, merged in memory as the stored one is: for when there is no database. */
export async function bundledMerge(): Promise<MergedCatalog & { catalog: Catalog }> {
  const catalog = await bundledCatalog();
  const { feed, reference: tables, tools } = catalog;
  return { catalog, ...(await mergeCatalog([{ feed, tables, tools: [tools] }])) };
}

let read: Promise<CatalogReader> | undefined;

/** The bundled catalog, read as a whole and once: for when nothing is stored, or what is stored cannot be read. */
export function bundledReader(): Promise<CatalogReader> {
  read ??= makeReader();
  read.catch(() => (read = undefined));
  return read;
}

async function makeReader(): Promise<CatalogReader> {
  const { catalog, reference, summaries, badges, leftOut, first } = await bundledMerge();
  const { feed, name, version, published } = catalog;
  const shown = new Set(summaries.map(({ id }) => id));
  const tools = new Map(catalog.tools.filter(({ id }) => shown.has(id)).map((tool) => [tool.id, tool]));
  const layer: Layer = {
    feed,
    name,
    version,
    published,
    tools: tools.size,
    bytes: 0,
    bits: 0,
    index: [],
    tables: '',
  };
  const index = () => Promise.resolve(summaries);
  return {
    reference,
    tools: tools.size,
    layers: [layer],
    leftOut,
    index,
    first: () => Promise.resolve(first),
    entry: async (id) => {
      const tool = tools.get(id) ?? tools.get(await currentId(id, index));
      if (!tool) return undefined;
      const named = (next: string) => {
        const found = tools.get(next);
        return Promise.resolve(found && { name: found.name, from: undefined });
      };
      return { tool: await withSuccessors({ ...tool, from: undefined }, named), layer };
    },
    badgeOfPage: (pageIds) => {
      const page = pageIds.find((each) => badges.has(each));
      return Promise.resolve(page === undefined ? undefined : badges.get(page));
    },
  };
}
