import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld, type ActiveBadge } from '../browser/isolated-world.ts';
import { message, type Answers } from '../browser/messages.ts';
import { latePart, pageFacts } from '../sites/page-facts.ts';
import type { PageFacts } from '../sites/site.ts';

const idleTimeoutMs = 2_000;
const settleMs = 500;
const observeMs = 20_000;

/**
 * Sends the page's facts to the background and shows the findings it answers with, once the page has loaded and is idle; again
 * when the late part of the page changes, at most twice a second, for twenty seconds or until the badge leaves.
 */
export async function observeFacts(badge: ActiveBadge): Promise<void> {
  let lastSent = '';
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    settleTimer ??= setTimeout(readFacts, settleMs);
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(settleTimer);
    clearTimeout(stopTimer);
  };

  function readFacts() {
    settleTimer = undefined;
    if (!chromeApi.runtime?.id) return stop();
    const facts = pageFacts(document, location.href);
    const json = JSON.stringify(facts);
    if (json !== lastSent) void showFindings(badge, facts);
    lastSent = json;
  }

  await loadedAndIdle();
  if (isolatedWorld.activeBadge !== badge) return;
  const stopTimer = setTimeout(stop, observeMs);
  badge.stopObserving = stop;
  readFacts();
  const selector = latePart(location.href);
  const part = selector && document.querySelector(selector);
  if (part) observer.observe(part, { childList: true, subtree: true });
}

async function showFindings(badge: ActiveBadge, facts: PageFacts): Promise<void> {
  const request = message('page-facts', { facts });
  const answer = chromeApi.runtime.sendMessage<unknown, Answers['page-facts'] | undefined>(request);
  const findings = await answer.catch(() => undefined);
  if (findings && isolatedWorld.activeBadge === badge) badge.interaction?.showFindings(findings);
}

async function loadedAndIdle(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  await new Promise((idle) => requestIdleCallback(idle, { timeout: idleTimeoutMs }));
}
