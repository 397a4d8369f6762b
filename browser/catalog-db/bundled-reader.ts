import { badgeRecord } from '../../catalog/badge-record.ts';
import { findTool, pagesOf } from '../../catalog/page-id.ts';
import { notesOfPage } from '../../catalog/page-notes.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import type { CatalogReader } from './open-catalog.ts';
import { currentId } from './current-id.ts';
import { bundledCatalog } from './bundled-catalog.ts';
import type { Layer } from './layer.ts';

/** The package's own catalog, read whole: for where nothing is stored, or what is stored cannot be read. */
export async function bundledReader(): Promise<CatalogReader> {
  const { tools, reference, feed, name, version, published } = await bundledCatalog();
  const layer: Layer = {
    feed,
    name,
    version,
    published,
    tools: tools.length,
    bits: 0,
    index: [],
    tables: '',
  };
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
