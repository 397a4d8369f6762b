import browser from 'webextension-polyfill';
import { countFromLetters, countInWords, percent, verdictWord } from '../catalog/verdict.ts';
import type { BadgeRecord } from '../catalog/badge-record.ts';
import { nameWithSource } from '../catalog/whose.ts';
import product from '../product.json' with { type: 'json' };

// White text has a contrast of at least 4.5 to 1 on each of these (WCAG 2.2, 1.4.3).
const colours = { Ship: '#0b7a5c', Split: '#8f5f00', Skip: '#b3293f' };
// The icon has no room for a feed's label, so a verdict that is not ours does not have our colours.
const feedColour = '#57606a';

/** Sets the toolbar badge of a tab to its tool's share ("75%"), and its title, which says whose verdict it is; without a tool or a verdict the badge is empty. */
export async function showToolbarBadge(
  tool: (Pick<BadgeRecord, 'name' | 'votes'> & { from?: string | undefined }) | null,
  tabId?: number,
): Promise<void> {
  if (tabId === undefined) return;
  const count = tool && countFromLetters(tool.votes);
  const verdict = count
    ? `${verdictWord(count)}, ${countInWords(count)} (${percent(count)}%)`
    : 'not reviewed yet';
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: count ? `${percent(count)}%` : '' }),
    count &&
      browser.action.setBadgeBackgroundColor({
        tabId,
        color: tool.from ? feedColour : colours[verdictWord(count)],
      }),
    count && browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({
      tabId,
      title: tool ? `${nameWithSource({ name: tool.name, from: tool.from })}: ${verdict}` : product.name,
    }),
  ]);
}
