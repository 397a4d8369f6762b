import browser from 'webextension-polyfill';
import { countFromLetters, countInWords, percent, verdictWord } from '../catalog/verdict.ts';
import product from '../product.json' with { type: 'json' };

// White text has a contrast of at least 4.5 to 1 on each of these (WCAG 2.2, 1.4.3).
const colours = { Ship: '#0b7a5c', Split: '#8f5f00', Skip: '#b3293f' };

/** Sets the toolbar badge of a tab to its tool's share ("75%"), and its title; without a tool or a verdict the badge is empty. */
export async function showToolbarBadge(
  tool: { name: string; votes: string } | null,
  tabId?: number,
): Promise<void> {
  if (tabId === undefined) return;
  const count = tool && countFromLetters(tool.votes);
  const verdict = count
    ? `${verdictWord(count)}, ${countInWords(count)} (${percent(count)}%)`
    : 'not reviewed yet';
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: count ? `${percent(count)}%` : '' }),
    count && browser.action.setBadgeBackgroundColor({ tabId, color: colours[verdictWord(count)] }),
    count && browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({ tabId, title: tool ? `${tool.name}: ${verdict}` : product.name }),
  ]);
}
