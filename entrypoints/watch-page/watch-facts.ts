import type { PageMatch } from '../../browser/badge-lookup.ts';
import { message } from '../../browser/messages.ts';
import { native } from '../../browser/native.ts';
import { badgeFindings, type PageFinding } from '../../catalog/page-findings.ts';
import { readAddress } from '../../sites/address.ts';
import type { Site } from '../../sites/site.ts';
import { isAlive } from './life.ts';

const settleMs = 500;
const watchMs = 20_000;

/**
 * Reads what the page states once it has loaded and is idle, and again when its late part changes: at most twice a second,
 * for twenty seconds. Gives back how to end that.
 */
export function watchFacts(
  site: Site | undefined,
  { record, page }: PageMatch,
  say: (findings: readonly PageFinding[]) => void,
): () => void {
  if (!site?.facts) return () => {};
  const { facts, late } = site;
  let known = '';
  let settling: ReturnType<typeof setTimeout> | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    settling ??= setTimeout(read, settleMs);
  });
  const end = () => {
    observer.disconnect();
    clearTimeout(settling);
    clearTimeout(ending);
    removeEventListener('load', start);
  };

  function read() {
    settling = undefined;
    const stated = facts(document, readAddress(location.href)?.segments ?? []);
    const text = JSON.stringify(stated);
    if (text === known || text === '{}' || !isAlive()) return;
    known = text;
    say(badgeFindings(record, stated).filter(({ kind }) => kind !== 'fork'));
    const said = message('page-says', { tool: record.tool, page, facts: stated });
    if (!stated.isPrivate) void native.runtime.sendMessage(said).catch(() => {});
  }

  function start() {
    requestIdleCallback(read, { timeout: 2000 });
    const part = late && document.querySelector(late);
    if (!part) return;
    observer.observe(part, { childList: true, subtree: true });
    ending = setTimeout(end, watchMs);
  }

  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
  return end;
}
