import { signal } from '@preact/signals';
import type { CatalogReader } from '../../browser/catalog-db/catalog-reader.ts';
import type { Layer } from '../../browser/catalog-db/layer.ts';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { readSide } from '../../browser/catalog-db/read-side.ts';
import { orElse } from '../../browser/or-else.ts';
import { inPrivateWindow } from '../../browser/pages.ts';
import { readNews } from '../../browser/user-data/news.ts';
import { rememberTool } from '../../browser/user-data/recent-tools.ts';
import type { Change } from '../../catalog/changes.ts';
import type { OnPage } from '../../catalog/on-page.ts';
import { rivalsOf } from '../../catalog/rivals.ts';
import { summaryOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { nameWithSource, type AttributedTool } from '../../catalog/whose.ts';
import product from '../../product.json' with { type: 'json' };

type Context = { catalog: CatalogReader; isPrivate: boolean };
export type ToolState = Context & {
  kind: 'tool';
  /** As it is true of one of its pages, where the address names one. */
  tool: OnPage<AttributedTool>;
  layer: Layer;
  /** The tools for the same job, the best first. */
  alternatives: readonly ToolSummary[];
  /** The first of them, with all that is known of it. */
  rival?: AttributedTool;
  /** What changed about it since it is on this device. */
  changes: readonly Change[];
};
/** What the page shows: a tool, or a search where the address names none that the catalog has. */
export type View =
  | { kind: 'opening' }
  | { kind: 'failed'; reason: string }
  | ({ kind: 'choose'; unknown: string; tools: readonly ToolSummary[] } & Context)
  | ToolState;

export const view = signal<View>({ kind: 'opening' });

/** Reads `#tool` from the address and shows that tool. */
export async function openFromAddress(): Promise<void> {
  const side = location.hash.slice(1);
  try {
    const before = view.value;
    const catalog = 'catalog' in before ? before.catalog : await openCatalog();
    const [entry, isPrivate] = await Promise.all([
      side ? readSide(side, catalog) : undefined,
      orElse(inPrivateWindow(), true),
    ]);
    const context = { catalog, isPrivate };
    const next: View = entry
      ? { kind: 'tool', ...context, ...entry, ...(await around(entry.tool, catalog)) }
      : { kind: 'choose', ...context, unknown: side.split('@', 1)[0]!, tools: await catalog.index() };
    // Who goes on meanwhile sees the later tool.
    if (side !== location.hash.slice(1)) return;
    view.value = next;
    document.title = [entry ? nameWithSource(entry.tool) : 'Find a tool', product.name].join(' · ');
    if (before.kind !== 'opening') beginAnew();
    if (entry) await orElse(rememberTool(entry.tool.id, isPrivate), undefined);
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}

async function around(
  tool: OnPage<AttributedTool>,
  catalog: CatalogReader,
): Promise<Pick<ToolState, 'alternatives' | 'changes' | 'rival'>> {
  const ids = [tool.id, ...(tool.formerIds ?? [])];
  const [index, news] = await Promise.all([catalog.index(), orElse(readNews(), [])]);
  const alternatives = rivalsOf(summaryOf(tool, catalog.reference, tool.from), index);
  const [first] = alternatives;
  const rival = first && (await orElse(catalog.entry(first.id), undefined))?.tool;
  return {
    alternatives,
    ...(rival && { rival }),
    changes: news.filter((change) => ids.includes(change.tool)),
  };
}

/** Another tool on the same page is read from its top. */
function beginAnew(): void {
  scrollTo(0, 0);
  document.querySelector('main')?.focus({ preventScroll: true });
}
