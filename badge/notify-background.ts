import { chromeApi } from '../browser/chrome-api.ts';
import { message } from '../browser/messages.ts';
import { lateWorld } from './late-parts.ts';

/** `upstream` is the page id of what the page was forked or built from. */
type Shown = { upstream?: string } | null;

let latest: Shown = null;
let isNamed: () => boolean;
let idleCallback: number | undefined;

// A page that a client-side navigation has led to, or that comes slowly, says a moment later what it is about.
const retryMs = 1_500;

/**
 * Tells the background that the page has a badge, for the toolbar badge, and whether it still needs the page observer. Sent
 * when the page is idle, since that comes first, from a prerendered page only once it is shown, and only if `pageIsNamed` then.
 */
export function notifyBackground(shown: Shown, pageIsNamed = () => true) {
  latest = shown;
  isNamed = pageIsNamed;
  idleCallback ??= requestIdleCallback(
    () => {
      if ('prerendering' in document && document.prerendering)
        document.addEventListener('prerenderingchange', () => send(), { once: true });
      else send();
    },
    { timeout: 1000 },
  );
}

function send(isLast = false) {
  if (latest && !isNamed()) {
    if (isLast) idleCallback = undefined;
    else setTimeout(send, retryMs, document.readyState === 'complete');
    return;
  }
  idleCallback = undefined;
  const wantsPageObserver = Boolean(lateWorld.onLateParts && !lateWorld.lateParts);
  const sent = latest && { ...latest, wantsPageObserver };
  void chromeApi.runtime.sendMessage(message('tool-on-page', sent)).catch(() => {});
}
