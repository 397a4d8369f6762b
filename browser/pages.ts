import browser from 'webextension-polyfill';
import { isApartFromTool, type OnPage } from '../catalog/on-page.ts';
import { successorTool } from '../catalog/status.ts';
import type { ShownStatus } from '../catalog/status-words.ts';
import { urlOf } from '../sites/index.ts';

type Tab = Pick<browser.Tabs.Tab, 'index' | 'windowId'>;

/** A side of the comparison: a tool, `llama`, or what is true of one of its pages, `llama@` and the encoded page id. */
export function sideOfPage(tool: string, page: string | undefined): string {
  return page === undefined ? tool : `${tool}@${encodeURIComponent(page)}`;
}

/** The side of the comparison that a tool is, as it is true of a page or as a whole. */
export function comparisonSide(tool: OnPage): string {
  return sideOfPage(tool.id, isApartFromTool(tool) ? tool.page : undefined);
}

/** The address of the comparison: `compare.html#left/right`, or of one tool: `compare.html#left`. */
export function comparisonUrl(left: string, right?: string): string {
  return browser.runtime.getURL(`compare.html#${[left, right].filter(Boolean).join('/')}`);
}

/** The address of a tool's own page: `tool.html#axolotl`, or as it is true of one of its pages, like a side of the comparison. */
export function toolUrl(side: string): string {
  return browser.runtime.getURL(`tool.html#${side}`);
}

/** Where to open what followed a tool: the comparison of both where it is one of the catalog's, else its page. */
export function successorUrl(tool: string, status: ShownStatus | undefined): string | undefined {
  const next = successorTool(status);
  if (next !== undefined) return status?.name === undefined ? undefined : comparisonUrl(next, tool);
  return status?.next && urlOf(status.next);
}

/** The address of the page with all tools. */
export function catalogUrl(): string {
  return browser.runtime.getURL('catalog.html');
}

/** The address of the news page. */
export function newsUrl(): string {
  return browser.runtime.getURL('news.html');
}

/** The address of the page that explains how reviews work. */
export function methodologyUrl(): string {
  return browser.runtime.getURL('methodology.html');
}

/** Opens the comparison in a new tab, next to the tab it was requested from. */
export async function openComparison(left: string, right: string | undefined, from: Tab): Promise<void> {
  await openBeside(comparisonUrl(left, right), from);
}

/** Opens what followed a tool in a new tab; where that cannot be opened, the choice of a tool to compare it with. */
export async function openSuccessor(tool: string, status: ShownStatus | undefined, from: Tab): Promise<void> {
  await openBeside(successorUrl(tool, status) ?? comparisonUrl(tool), from);
}

async function openBeside(url: string, { index, windowId }: Tab): Promise<void> {
  await browser.tabs.create({ url, index: index + 1, ...(windowId !== undefined && { windowId }) });
}

/** Opens the popup, or the tool's page where only a click on the icon may open one (https://bugzilla.mozilla.org/show_bug.cgi?id=1799344). */
export async function openVerdict(side: string, from: Tab): Promise<void> {
  try {
    await browser.action.openPopup({ windowId: from.windowId });
  } catch {
    await openBeside(toolUrl(side), from);
  }
}

/** Opens the welcome page after an installation, and after nothing else. */
export async function openWelcomePage(reason: string): Promise<void> {
  if (reason !== 'install') return;
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/** Whether this page of ours is in a private window. */
export async function inPrivateWindow(): Promise<boolean> {
  return (await browser.tabs.getCurrent())?.incognito ?? browser.extension.inIncognitoContext;
}
