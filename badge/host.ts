import type { PageMatch } from '../browser/catalog-db/badge-lookup.ts';
import { message, type Message } from '../browser/messages.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import type { BadgePosition } from '../browser/user-data/settings.ts';
import type { BadgeRecord } from '../catalog/badge-record.ts';
import { createBadge } from './badge.ts';
import { homeAnchors } from '../sites/homepage.ts';
import type { Site } from '../sites/site.ts';
import type { PlacementOptions } from './placement.ts';
import { keepMounted } from './keep-mounted.ts';
import { isContextValid, contextSignal, startLifecycle } from './lifecycle.ts';
import { notifyBackground } from './notify-background.ts';
import { observePage } from './observe-page.ts';

/** What to mark: a tool's page and its record, where its mark goes, and which site it is on; `fork` names the original. */
type Shown = PageMatch & { where: BadgePosition | 'off'; site: Site | undefined; fork?: string };

/** The one element of ours on a page: a plain `span`, since a page can make a custom element throw. */
export function createBadgeHost(refresh: () => void) {
  let host: HTMLElement | undefined;
  let root: ShadowRoot;
  let style: HTMLStyleElement;
  let hasNotified = false;
  let unmount = () => {};

  return {
    show({ record, page, where, site, fork }: Shown) {
      unmount();
      // Before that question, so that a page on which marks are off hears when they are on again.
      host ??= createHost();
      if (where === 'off') return clear();
      if (where !== 'toolbar') {
        const mark = createBadge(
          { record, ...(fork && { fork }) },
          { onOpen: () => open(record), onCompare: () => compare(record) },
        );
        style.textContent = mark.style;
        root.replaceChildren(style, mark.element);
        const room = widthPx(mark.element.textContent);
        const placed = keepMounted(host, { ...placementOn(site, where, fork), name: record.name, room });
        // What a fork's page states is not about the original.
        const watched = site && !fork ? observePage({ record, page, say: mark.showFindings }) : () => {};
        unmount = () => [mark.close, watched, placed].forEach((end) => end());
      }
      notifyBackground(record);
      hasNotified = true;
    },
    clear,
  };

  function clear() {
    unmount();
    unmount = () => {};
    if (hasNotified) notifyBackground(null);
    hasNotified = false;
  }

  function createHost() {
    startLifecycle(refresh);
    contextSignal.addEventListener('abort', () => unmount());
    const element = document.createElement('span');
    root = element.attachShadow({ mode: 'closed' });
    style = document.createElement('style');
    return element;
  }
}

// About what a mark with these words takes, known before it is laid out anywhere.
const widthPx = (words: string) => 50 + 7 * words.length;

function placementOn(
  site: Site | undefined,
  where: BadgePosition,
  fork?: string,
): Pick<PlacementOptions, 'anchors' | 'waitsForIdle'> {
  const anchors = where === 'corner' ? [] : (site?.anchors ?? homeAnchors);
  if (!site) return { anchors, waitsForIdle: true };
  // A fork is known only once the page is read, and what comes that late may move nothing.
  return { anchors: fork ? anchors.map((each) => ({ ...each, put: 'float' })) : anchors };
}

function open({ tool, rival }: BadgeRecord) {
  send(message('open-verdict', { tool, ...(rival && { rival: rival.id }) }));
}

function compare({ tool, rival }: BadgeRecord) {
  send(message('open-comparison', { left: tool, ...(rival && { right: rival.id }) }));
}

function send(sent: Message) {
  if (isContextValid()) void chromeApi.runtime.sendMessage(sent);
}
