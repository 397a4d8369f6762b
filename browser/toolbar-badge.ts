import browser from 'webextension-polyfill';
import { verdictWord } from '../catalog/verdict.ts';
import { newsColour } from './news-on-icon.ts';
import { toolbarCount, toolbarText, toolbarTitle, type OnToolbar } from './toolbar-words.ts';

// White text has a contrast of at least 4.5 to 1 on each of these (WCAG 2.2, 1.4.3).
const colours = { Ship: '#0b7a5c', Split: '#8f5f00', Skip: '#b3293f' };
// The icon has no room for whose verdict it is, so one that is not ours, or not this page's, does not have our colours.
const otherColour = '#57606a';

/** Sets the toolbar badge of a tab to its tool's count ("3/4"), and its title, which says whose verdict it is; without a verdict the badge is empty, and without a tool it is what every such tab has. A warning of the page takes the place of the count. */
export async function showToolbarBadge(
  tool: OnToolbar | null,
  tabId?: number,
  warning?: string,
): Promise<void> {
  if (tabId === undefined) return;
  if (!tool) return showNoTool(tabId);
  const count = toolbarCount(tool);
  const isOther = tool.from ?? tool.whose ?? tool.original;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: warning ? '!' : count ? toolbarText(count) : '' }),
    (count || warning) &&
      browser.action.setBadgeBackgroundColor({
        tabId,
        color: warning ? colours.Skip : isOther ? otherColour : colours[verdictWord(count!)],
      }),
    (count || warning) && browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({ tabId, title: toolbarTitle(tool, warning) }),
  ]);
}

// A title cannot be taken back from a tab in Chromium.
async function showNoTool(tabId: number): Promise<void> {
  const title = await browser.action.getTitle({});
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: null }),
    browser.action.setBadgeBackgroundColor({ tabId, color: newsColour }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
