import { pageIds } from '../sites/index.ts';
import { clickedTab } from './open-from-page.ts';
import { toolOf } from './page-tool.ts';
import type { PageScript } from './senders.ts';
import { dismiss } from './user-data/dismissed-pages.ts';

/** Hides the badge on the page of a content script, as after a click on its ×; only where a tool's badge may be. */
export async function dismissFromPage(sender: PageScript, upstream: unknown): Promise<void> {
  if (!(await toolOf(sender, upstream))) return;
  const tab = await clickedTab(sender);
  if (tab) await dismiss({ pageIds: pageIds(sender.url), tabId: tab.id, isPrivate: sender.tab.incognito });
}
