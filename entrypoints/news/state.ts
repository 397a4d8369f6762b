import { signal } from '@preact/signals';
import { orElse } from '../../browser/or-else.ts';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { showNewsOnIcon } from '../../browser/news-on-icon.ts';
import { followsFeed, markSeen, readNews } from '../../browser/user-data/news.ts';
import { inPrivateWindow } from '../../browser/pages.ts';
import { toolsById, type Arrival, type ToolsById } from '../../catalog/news.ts';

/** All that the page needs once it is open; `published` is the date of the active catalog, ISO 8601. */
export type NewsState = {
  kind: 'loaded';
  changes: Arrival[];
  tools: ToolsById;
  published: string;
  followsFeed: boolean;
  isPrivate: boolean;
};
/** What the page shows: the news, or why it cannot. */
export type View = { kind: 'opening' } | { kind: 'failed'; reason: string } | NewsState;

export const view = signal<View>({ kind: 'opening' });

/** Opens the catalog, reads the news and notes that they were seen; without news there is still the watch list. */
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
      published: catalog.layers
        .map(({ published }) => published.slice(0, 10))
        .sort()
        .at(-1)!,
    };
    if (!isPrivate) await whenVisible(() => noteSeen(changes));
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}

async function noteSeen(changes: readonly Arrival[]): Promise<void> {
  if (!changes.some(({ isNew }) => isNew)) return;
  try {
    await markSeen(changes);
    await showNewsOnIcon();
  } catch (error) {
    console.warn('What was seen cannot be noted.', error);
  }
}

// A tab that was opened in the background has shown nothing to anybody yet.
async function whenVisible(act: () => Promise<void>): Promise<void> {
  if (!document.hidden) return act();
  document.addEventListener('visibilitychange', () => void act(), { once: true });
}
