import { message } from '../../browser/messages.ts';
import { native } from '../../browser/native.ts';
import type { Standing } from '../../browser/own-world.ts';
import { badgeFindings } from '../../catalog/page-findings.ts';
import { latePart, pageFacts } from '../../sites/page-facts.ts';

const settleMs = 500;
const watchMs = 20_000;

/**
 * Reads what the page states, and again when its late part changes: at most twice a second, for twenty seconds.
 * Gives back how to end that.
 */
export function watchFacts({ record, page, say }: Standing): () => void {
  let known = '';
  let settling: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    settling ??= setTimeout(read, settleMs);
  });
  const end = () => {
    observer.disconnect();
    clearTimeout(settling);
    clearTimeout(ending);
  };
  const ending = setTimeout(end, watchMs);

  function read() {
    settling = undefined;
    if (!native.runtime?.id) return end();
    const stated = pageFacts(document, location.href);
    const text = JSON.stringify(stated);
    if (text === known) return;
    known = text;
    say(badgeFindings(record, stated));
    if (text === '{}') return;
    // Of a page that only some may see nothing is handed on but that, so that what was kept before is dropped.
    const facts = stated.isPrivate ? { isPrivate: true as const } : stated;
    const said = message('page-says', { tool: record.tool, page, facts });
    void native.runtime.sendMessage(said).catch(() => {});
  }

  read();
  const late = latePart(location.href);
  const part = late && document.querySelector(late);
  if (part) observer.observe(part, { childList: true, subtree: true });
  return end;
}
