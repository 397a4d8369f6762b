import { chromeApi } from '../../browser/chrome-api.ts';
import { now } from '../../browser/clock.ts';
import type { IsolatedWorld } from '../../browser/isolated-world.ts';
import { headlineKey, usableHeadline } from '../../browser/tab-headline.ts';
import { within } from '../../browser/within.ts';
import { facts, view } from './view.ts';

// Longer than a page takes that is not busy; one that is busy would only delay all else.
const maxAnswerMs = 100;

/**
 * Shows the verdict in the first paint where the background has stored it for this tab, whose number is in the popup's
 * address, and the document there has its badge; whether it did. All questions go out at once, since in Firefox each takes as
 * long as the rest of this.
 */
export async function showHeadline(): Promise<boolean> {
  const tabId = Number(location.hash.slice(1));
  if (!tabId) return false;
  const key = headlineKey(tabId);
  try {
    const [[tab], { [key]: stored }, isShown] = await Promise.all([
      chromeApi.tabs.query({ active: true, currentWindow: true }),
      chromeApi.storage.session.get<Record<string, unknown>>(key),
      within(maxAnswerMs, hasBadge(tabId), 'The page does not answer.'),
    ]);
    const found = isShown && tab?.id === tabId && !tab.incognito && usableHeadline(stored, tab.url, now());
    if (!found) return false;
    facts.value = found.facts;
    view.value = { kind: 'headline', headline: found.headline };
    await painted();
    return true;
  } catch (error) {
    console.warn('The verdict cannot be shown at once.', error);
    return false;
  }
}

/** Whether the document in a tab has a badge and stated its facts: an error at the same address has none. */
async function hasBadge(tabId: number): Promise<boolean> {
  const injection = { target: { tabId }, func: isObserved, injectImmediately: true };
  const [answer] = await chromeApi.scripting.executeScript(injection);
  return answer?.result === true;
}

// Runs in the page's isolated world, so it can use nothing from outside.
function isObserved(): boolean {
  return Boolean((globalThis as IsolatedWorld).hullmark?.activeBadge?.stopObserving);
}

/** Resolves when the next frame has been drawn. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
