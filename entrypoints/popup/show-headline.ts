import { chromeApi } from '../../browser/chrome-api.ts';
import { now } from '../../browser/clock.ts';
import { headlineKey, usableHeadline } from '../../browser/tab-headline.ts';
import { facts, view } from './view.ts';

/**
 * Shows the verdict in the first paint where the background has stored it for the document in this tab, which the popup's
 * address says; whether it did. The two questions go out at once, since in Firefox each takes as long as the rest of this.
 */
export async function showHeadline(): Promise<boolean> {
  const tabId = Number(location.hash.slice(1));
  if (!tabId) return false;
  const key = headlineKey(tabId);
  try {
    const [[tab], { [key]: stored }] = await Promise.all([
      chromeApi.tabs.query({ active: true, currentWindow: true }),
      chromeApi.storage.session.get<Record<string, unknown>>(key),
    ]);
    const found = tab?.id === tabId && !tab.incognito && usableHeadline(stored, tab.url, now());
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

/** Resolves when the next frame has been drawn. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
