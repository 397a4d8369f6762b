import { message, type Answers } from '../../browser/messages.ts';
import { chromeApi } from '../../browser/chrome-api.ts';
import { isolatedWorld, type ActiveBadge } from '../../browser/isolated-world.ts';
import { latePart, pageFacts } from '../../sites/page-facts.ts';
import type { PageFacts } from '../../sites/site.ts';
import { loadedAndIdle } from './loaded-and-idle.ts';

const settleMs = 500;
const observeMs = 20_000;

/**
 * Reads what the page states once it has loaded and is idle, and again when its late part changes: at most twice a second, for
 * twenty seconds or as long as the mark stands. How that differs from the verdict is the background's to find.
 */
export async function observeFacts(standing: ActiveBadge): Promise<void> {
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

  function read() {
    settling = undefined;
    if (!chromeApi.runtime?.id) return end();
    const facts = pageFacts(document, location.href);
    const text = JSON.stringify(facts);
    if (text !== known) void report(standing, facts);
    known = text;
  }

  await loadedAndIdle();
  if (isolatedWorld.activeBadge !== standing) return;
  const ending = setTimeout(end, observeMs);
  standing.end = end;
  read();
  const late = latePart(location.href);
  const part = late && document.querySelector(late);
  if (part) observer.observe(part, { childList: true, subtree: true });
}

async function report(standing: ActiveBadge, facts: PageFacts): Promise<void> {
  const said = message('page-facts', { tool: standing.record.tool, page: standing.page, facts });
  const answer = chromeApi.runtime.sendMessage<unknown, Answers['page-facts'] | undefined>(said);
  const found = await answer.catch(() => undefined);
  if (found && isolatedWorld.activeBadge === standing) standing.say(found);
}
