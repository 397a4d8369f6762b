import browser from 'webextension-polyfill';
import { toolOf } from './page-tool.ts';
import { openComparison, openSuccessor, openVerdict, sideOfPage } from './pages.ts';
import type { PageScript, SenderTab } from './senders.ts';

// More often than a person clicks on purpose, and less often than a page that pretends to be clicked would like.
const minPauseMs = 1_000;
const maxInMinute = 10;

let openings: number[] = [];

/** Opens the popup, the comparison or what followed the tool that a content script's page is about, as after a click on its badge. */
export async function openFromPage(
  what: 'verdict' | 'comparison' | 'successor',
  sender: PageScript,
  upstream: unknown,
): Promise<void> {
  const match = await toolOf(sender, upstream);
  const tab = match && (await clickedTab(sender));
  if (!tab) return;
  const { tool, rival, status } = match.record;
  if (what === 'successor') return openSuccessor(tool, status, tab);
  const side = sideOfPage(tool, match.record.apart ? match.page : undefined);
  await (what === 'verdict' ? openVerdict(side, tab) : openComparison(side, rival?.id, tab));
}

/** The sender's tab, if a person looks at it and could have clicked there, no more often than people do. */
export async function clickedTab({ tab: { id, windowId } }: PageScript): Promise<SenderTab | undefined> {
  // Firefox for Android has no windows.
  const { windows } = browser as { windows?: typeof browser.windows };
  const [tab, window] = await Promise.all([browser.tabs.get(id), windows?.get(windowId)]);
  return tab.active && window?.focused !== false && takeTurn() ? (tab as SenderTab) : undefined;
}

function takeTurn(): boolean {
  const now = performance.now();
  openings = openings.filter((at) => now - at < 60_000);
  if (openings.length >= maxInMinute || now - (openings.at(-1) ?? -Infinity) < minPauseMs) return false;
  openings.push(now);
  return true;
}
