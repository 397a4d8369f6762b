import browser from 'webextension-polyfill';
import type { PageFacts } from '../../sites/site.ts';
import type { Messages } from '../messages.ts';
import { parsePageFacts } from './parse.ts';

export type Tab = Pick<browser.Tabs.Tab, 'id' | 'incognito'>;
/** A page of a tool and what it states. */
export type TabFacts = { page: string; facts: PageFacts };

const prefix = 'page-facts:';
const maxLength = 300;

/** Keeps what the page in a tab states while that tab is open; nothing from private windows, and nothing of private pages. */
export async function storeTabFacts(
  tab: Tab | undefined,
  { tool, page, facts }: Messages['page-facts'],
): Promise<void> {
  if (tab?.id === undefined || tab.incognito || !isName(tool) || !isName(page)) return;
  const key = `${prefix}${tab.id}:${tool}`;
  const read = parsePageFacts(facts);
  const isKept = !read.isPrivate && Object.keys(read).length > 0;
  // Closed tabs are looked for here, since a listener for each that closes would wake the background for nothing.
  const open = await openTabs();
  const closed = Object.keys(await browser.storage.session.get()).filter((each) => isClosed(each, open));
  await browser.storage.session.remove(isKept ? closed : [...closed, key]);
  if (isKept) await browser.storage.session.set({ [key]: { page, facts: read } });
}

/** What pages in tabs that are still open state about a tool; a page in several tabs counts once. */
export async function readTabFacts(tool: string): Promise<TabFacts[]> {
  const [stored, open] = await Promise.all([browser.storage.session.get(), openTabs()]);
  const found = Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix) && !isClosed(key, open) && toolIn(key) === tool)
    .map(([, value]) => value as TabFacts);
  return [...new Map(found.map((each) => [each.page, each])).values()];
}

async function openTabs(): Promise<Set<string>> {
  return new Set((await browser.tabs.query({})).map(({ id }) => String(id)));
}

function isClosed(key: string, open: ReadonlySet<string>): boolean {
  return key.startsWith(prefix) && !open.has(key.slice(prefix.length, key.indexOf(':', prefix.length)));
}

function toolIn(key: string): string {
  return key.slice(key.indexOf(':', prefix.length) + 1);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
