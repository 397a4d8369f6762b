import { signal } from '@preact/signals';
import type { CatalogReader } from '../../browser/catalog-db/catalog-reader.ts';
import { orElse } from '../../browser/or-else.ts';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { readSide } from '../../browser/catalog-db/read-side.ts';
import { readTabFacts } from '../../browser/page-facts/tab-facts.ts';
import { rememberRival } from '../../browser/user-data/recent-tools.ts';
import type { OnPage } from '../../catalog/on-page.ts';
import { pageFindingsByPage, type PageFindings } from '../../catalog/page-findings.ts';
import { toolsToCompare } from '../../catalog/rivals.ts';
import { summaryOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { nameWithSource, type AttributedTool } from '../../catalog/whose.ts';
import browser from 'webextension-polyfill';
import { comparisonSide } from '../../browser/pages.ts';

type Context = { catalog: CatalogReader };
/** What the page shows: two tools, or the choice of a second or of both; `unknown` are ids the catalog does not have. */
export type View =
  | { kind: 'opening' }
  | { kind: 'failed'; reason: string }
  | ({
      kind: 'choose';
      left?: OnPage<AttributedTool>;
      rivals: readonly ToolSummary[];
      unknown: string[];
      same: boolean;
    } & Context)
  | ({
      kind: 'pair';
      left: OnPage<AttributedTool>;
      right: OnPage<AttributedTool>;
      findings: [PageFindings[], PageFindings[]];
    } & Context);

export const view = signal<View>({ kind: 'opening' });

/** Reads `#left/right` from the address and shows those tools. */
export async function openFromAddress(): Promise<void> {
  try {
    const state = view.value;
    const catalog = 'catalog' in state ? state.catalog : await openCatalog();
    const sides = location.hash.slice(1).split('/').filter(Boolean).slice(0, 2);
    const ids = sides.map((side) => side.split('@', 1)[0]!);
    const entries = await Promise.all(sides.map(async (side) => (await readSide(side, catalog))?.tool));
    const tools = entries.filter((tool) => tool !== undefined);
    const [left, right] = tools;
    const same = Boolean(left && left.id === right?.id);
    if (left && right && !same) {
      const findings = await Promise.all([findingsOf(left, catalog), findingsOf(right, catalog)]);
      view.value = { kind: 'pair', left, right, findings, catalog };
    } else {
      const unknown = ids.filter((_, at) => !entries[at]);
      const rivals = await alternatives(left, catalog);
      view.value = { kind: 'choose', ...(left && { left }), rivals, unknown, same, catalog };
    }
    setTitle(left, same ? undefined : right);
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}

async function findingsOf(
  tool: OnPage<AttributedTool>,
  { reference }: CatalogReader,
): Promise<PageFindings[]> {
  const isHere = ({ page }: { page: string }) => tool.page === undefined || tool.page === page;
  const read = async () => pageFindingsByPage(tool, (await readTabFacts(tool.id)).filter(isHere), reference);
  return orElse(read(), []);
}

/** All other tools, the best alternatives to `tool` first; without a tool, all of them. */
export async function alternatives(
  tool: AttributedTool | undefined,
  catalog: CatalogReader,
): Promise<ToolSummary[]> {
  const index = await catalog.index();
  return tool ? toolsToCompare(summaryOf(tool, catalog.reference, tool.from), index) : index;
}

/** Goes to a pair (or to one tool) by the address, so that it can be bookmarked and shared. */
export function goTo(left: string, right?: string): void {
  location.hash = [left, right].filter(Boolean).join('/');
}

/** Goes to a pair whose right side someone chose, and remembers that for the left one. */
export async function chooseRight(left: OnPage<AttributedTool>, right: string): Promise<void> {
  goTo(comparisonSide(left), right);
  const tab = await browser.tabs.getCurrent();
  await rememberRival(left.id, right, tab?.incognito ?? false);
}

function setTitle(left?: AttributedTool, right?: AttributedTool) {
  document.title = [
    left && right ? [left, right].map(nameWithSource).join(' vs ') : 'Compare tools',
    'Hullmark',
  ].join(' · ');
}
