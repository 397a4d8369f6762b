import type { BadgeRecord } from '../../catalog/badge-record.ts';
import type { FirstTool } from '../../catalog/first-tools.ts';
import type { LeftOut } from '../../catalog/merge.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import type { AttributedTool, Named } from '../../catalog/whose.ts';
import type { Layer } from './layer.ts';

/** A tool and the layer it comes from. */
export type Entry = { tool: AttributedTool; layer: Layer };

/** What our pages read from the catalog; `tools` counts its tools, `layers` are its parts, lowest first. */
export type CatalogReader = {
  reference: Reference;
  tools: number;
  layers: readonly Layer[];
  /** The tools that could not be shown, and why. */
  leftOut: readonly LeftOut[];
  /** A summary of every tool, by id; read on the first call only, since a large catalog's list is large. */
  index(): Promise<ToolSummary[]>;
  /** The first tools by name, which a page shows before it has read the index. */
  first(): Promise<readonly FirstTool[]>;
  /** The tool with this id, or with this former id. */
  entry(id: string): Promise<Entry | undefined>;
  badgeOfPage(pageIds: readonly string[]): Promise<BadgeRecord | undefined>;
};

/** A tool with the tools of the catalog by name that it or one of its variants says followed it; `read` finds one. */
export async function withSuccessors(
  tool: AttributedTool,
  read: (id: string) => Promise<Named | undefined>,
): Promise<AttributedTool> {
  const ids = new Set([tool, ...(tool.variants ?? [])].map(({ facts }) => facts.status?.successor));
  const successors: { id: string; name: string; from: string | undefined }[] = [];
  for (const id of ids) {
    const found = id && id !== tool.id ? await read(id) : undefined;
    if (id && found) successors.push({ id, name: found.name, from: found.from });
  }
  return successors.length > 0 ? { ...tool, successors } : tool;
}

/** The present id of the tool that once had this id; the same id if no tool had it. */
export async function currentId(id: string, index: () => Promise<readonly ToolSummary[]>): Promise<string> {
  return (await index()).find(({ formerIds }) => formerIds?.includes(id))?.id ?? id;
}
