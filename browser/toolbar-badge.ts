import browser from 'webextension-polyfill';
import { countFromLetters, countInWords, percent, verdictWord } from '../catalog/verdict.ts';
import type { BadgeRecord } from '../catalog/badge-record.ts';
import { nameWithSource } from '../catalog/whose.ts';
import product from '../product.json' with { type: 'json' };

// White text has a contrast of at least 4.5 to 1 on each of these (WCAG 2.2, 1.4.3).
const colours = { Ship: '#0b7a5c', Split: '#8f5f00', Skip: '#b3293f' };
// The icon has no room for a feed's label, so a verdict that is not ours does not have our colours.
const feedColour = '#57606a';

type Shown = Pick<BadgeRecord, 'name' | 'votes'> & { from?: string | undefined };

/** Sets the toolbar badge of a tab to its tool's share ("75%"), and its title, which says whose verdict it is; without a tool or a verdict the badge is empty. A warning of the page takes the place of the share. */
export async function showToolbarBadge(tool: Shown | null, tabId?: number, warning?: string): Promise<void> {
  if (tabId === undefined) return;
  const count = tool && countFromLetters(tool.votes);
  const verdict = count
    ? `${verdictWord(count)}, ${countInWords(count)} (${percent(count)}%)`
    : 'not reviewed yet';
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: warning ? '!' : count ? `${percent(count)}%` : '' }),
    (count || warning) &&
      browser.action.setBadgeBackgroundColor({
        tabId,
        color: warning ? colours.Skip : tool?.from ? feedColour : colours[verdictWord(count!)],
      }),
    (count || warning) && browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({
      tabId,
      title: tool
        ? `${warning ? `${warning}. ` : ''}${nameWithSource({ name: tool.name, from: tool.from })}: ${verdict}`
        : product.name,
    }),
  ]);
}
