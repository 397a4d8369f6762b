import { signal } from '@preact/signals';
import { orElse } from '../../browser/or-else.ts';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { followsFeed, readNews } from '../../browser/user-data/news.ts';
import { inPrivateWindow } from '../../browser/pages.ts';
import type { Change } from '../../catalog/changes.ts';
import { toolsById, type ToolsById } from '../../catalog/news.ts';
import { rivalFinder } from '../../catalog/rivals.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';

/** All that the page needs once it is open; `published` is the date of the active catalog, ISO 8601. */
export type NewsState = {
  kind: 'loaded';
  changes: Change[];
  tools: ToolsById;
  rival(tool: ToolSummary): { id: string } | undefined;
  published: string;
  followsFeed: boolean;
  isPrivate: boolean;
};
/** What the page shows: the news, or why it cannot. */
export type View = { kind: 'opening' } | { kind: 'failed'; reason: string } | NewsState;

export const view = signal<View>({ kind: 'opening' });

/** Opens the catalog and reads the news; without news there is still the watch list. */
export async function start(): Promise<void> {
  try {
    const [catalog, changes, follows, isPrivate] = await Promise.all([
      openCatalog(),
      orElse(readNews(), []),
      orElse(followsFeed(), false),
      orElse(inPrivateWindow(), false),
    ]);
    const index = await catalog.index();
    view.value = {
      ...{ kind: 'loaded', changes, followsFeed: follows, isPrivate },
      tools: toolsById(index),
      rival: rivalFinder(index),
      published: catalog.layers
        .map(({ published }) => published.slice(0, 10))
        .sort()
        .at(-1)!,
    };
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}
