import type { PageMatch } from '../../browser/badge-lookup.ts';
import { message, type Message } from '../../browser/messages.ts';
import { native } from '../../browser/native.ts';
import type { Place } from '../../browser/settings.ts';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { makeMark } from '../../components/mark.ts';
import { homeAnchors } from '../../sites/homepage.ts';
import type { Site } from '../../sites/site.ts';
import type { Places } from './find-place.ts';
import { keepPlaced } from './keep-placed.ts';
import { isAlive, lifetime, startLife } from './life.ts';
import { tellToolbar } from './tell-toolbar.ts';
import { watchPage } from './watch-page.ts';

/** What to mark: a tool's page and its record, where its mark goes, and which site it is on; `fork` names the original. */
type Shown = PageMatch & { where: Place | 'off'; site: Site | undefined; fork?: string };

/** The one element of ours on a page: a plain `span`, since a page can make a custom element throw. */
export function keepMark(lookAgain: () => void) {
  let host: HTMLElement | undefined;
  let root: ShadowRoot;
  let style: HTMLStyleElement;
  let told = false;
  let takeAway = () => {};

  return {
    show({ record, page, where, site, fork }: Shown) {
      takeAway();
      // Before that question, so that a page on which marks are off hears when they are on again.
      host ??= makeHost();
      if (where === 'off') return clear();
      if (where !== 'toolbar') {
        const mark = makeMark(
          { record, ...(fork && { fork }) },
          { onOpen: () => open(record), onCompare: () => compare(record) },
        );
        style.textContent = mark.style;
        root.replaceChildren(style, mark.element);
        const room = widthPx(mark.element.textContent);
        const placed = keepPlaced(host, { ...placesOn(site, where, fork), name: record.name, room });
        // What a fork's page states is not about the original.
        const watched = site && !fork ? watchPage({ record, page, say: mark.say }) : () => {};
        takeAway = () => [mark.close, watched, placed].forEach((end) => end());
      }
      tellToolbar(record);
      told = true;
    },
    clear,
  };

  function clear() {
    takeAway();
    takeAway = () => {};
    if (told) tellToolbar(null);
    told = false;
  }

  function makeHost() {
    startLife(lookAgain);
    lifetime.addEventListener('abort', () => takeAway());
    const element = document.createElement('span');
    root = element.attachShadow({ mode: 'closed' });
    style = document.createElement('style');
    return element;
  }
}

// About what a mark with these words takes, known before it is laid out anywhere.
const widthPx = (words: string) => 50 + 7 * words.length;

function placesOn(site: Site | undefined, where: Place, fork?: string): Pick<Places, 'anchors' | 'isCalm'> {
  const anchors = where === 'corner' ? [] : (site?.anchors ?? homeAnchors);
  if (!site) return { anchors, isCalm: true };
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
  if (isAlive()) void native.runtime.sendMessage(sent);
}
