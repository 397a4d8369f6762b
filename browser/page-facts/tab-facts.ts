import browser from 'webextension-polyfill';
import type { PageFacts } from '../../sites/site.ts';
import { headlinePrefix } from '../tab-headline.ts';
import { parsePageFacts } from './parse.ts';

type Tab = Pick<browser.Tabs.Tab, 'id' | 'incognito'>;
/** A page id of a tool and what that page states. */
export type TabFacts = { page: string; facts: PageFacts };

const prefix = 'page-facts:';
const maxLength = 300;
// A tab that is led through more tools than anyone compares must not fill the store.
const maxOfTab = 50;

/** Stores what the page in a tab states for as long as that tab is open; nothing from private windows or about private pages. */
export async function storeTabFacts(
  tab: Tab | undefined,
  { tool, page, facts }: TabFacts & { tool: string },
): Promise<void> {
  if (tab?.id === undefined || tab.incognito || !isName(tool) || !isName(page)) return;
  const key = `${prefix}${tab.id}:${tool}`;
  const parsed = parsePageFacts(facts);
  const mayStore = !parsed.isPrivate && Object.keys(parsed).length > 0;
  // Cleaned up here, since a listener for closed tabs would wake the background for each of them.
  const openIds = await openTabIds();
  const stored = Object.keys(await browser.storage.session.get());
  const ofTab = stored.filter((each) => each !== key && each.startsWith(`${prefix}${tab.id}:`));
  const unused = stored.filter((each) => isClosed(each, openIds));
  if (ofTab.length >= maxOfTab) unused.push(...ofTab);
  await browser.storage.session.remove(mayStore ? unused : [...unused, key]);
  if (mayStore) await browser.storage.session.set({ [key]: { page, facts: parsed } });
}

/** What pages in open tabs state about a tool; a page that is open in several tabs counts once. */
export async function readTabFacts(tool: string): Promise<TabFacts[]> {
  const [stored, openIds] = await Promise.all([browser.storage.session.get(), openTabIds()]);
  const found = Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix) && !isClosed(key, openIds) && toolIn(key) === tool)
    .flatMap(([, value]) => usableFacts(value) ?? []);
  return [...new Map(found.map((each) => [each.page, each])).values()];
}

function usableFacts(stored: unknown): TabFacts | undefined {
  const { page, facts } = Object(stored) as Partial<TabFacts>;
  return isName(page) ? { page, facts: parsePageFacts(facts) } : undefined;
}

async function openTabIds(): Promise<Set<string>> {
  return new Set((await browser.tabs.query({})).map(({ id }) => String(id)));
}

// What is stored by tab: these, and headlines.
function isClosed(key: string, openIds: ReadonlySet<string>): boolean {
  const tab = key.startsWith(prefix) || key.startsWith(headlinePrefix) ? key.split(':')[1] : undefined;
  return tab !== undefined && !openIds.has(tab);
}

function toolIn(key: string): string {
  return key.slice(key.indexOf(':', prefix.length) + 1);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
