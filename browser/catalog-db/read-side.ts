import { onPage, type OnPage } from '../../catalog/on-page.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import type { CatalogReader, Entry } from './catalog-reader.ts';

/** A tool as an address names it, with the layer it comes from. */
type Side = Omit<Entry, 'tool'> & { tool: OnPage<AttributedTool> };

/** The tool that a part of an address names, `llama`; as it is true of one of its pages where it is `llama@` and the page id. */
export async function readSide(side: string, catalog: CatalogReader): Promise<Side | undefined> {
  const [id = '', encoded = ''] = side.split('@');
  const entry = await catalog.entry(id);
  if (!entry) return undefined;
  const own = [...entry.tool.pages, ...(entry.tool.formerPages ?? [])].map(normalizePageId);
  const page = own.find((each) => encodeURIComponent(each) === encoded);
  return { ...entry, tool: onPage(entry.tool, page) };
}
