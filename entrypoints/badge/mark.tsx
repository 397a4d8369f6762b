import { render } from 'preact';
import { native } from '../../browser/native.ts';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { Badge } from '../../components/Badge.tsx';
import badgeStyle from '../../components/badge.css?inline';
import look from '../../components/look.css?inline';
import { message, type Message } from '../../browser/messages.ts';
import type { Place } from '../../browser/settings.ts';
import type { Anchor } from '../../sites/site.ts';
import { keepPlaced } from './keep-placed.ts';
import { isAlive, startLife } from './life.ts';
import { tellToolbar } from './tell-toolbar.ts';

/** The one element of ours on a page: a plain `span`, since a page can make a custom element throw. */
export function makeMark(lookAgain: () => void) {
  let host: HTMLElement | undefined;
  let root: ShadowRoot;
  let told = false;
  let takeAway = () => {};

  return {
    show(record: BadgeRecord, where: Place | 'off', anchors: readonly Anchor[]) {
      if (!host) startLife(lookAgain, () => takeAway());
      host ??= makeHost();
      takeAway();
      if (where === 'off') return this.clear();
      if (where !== 'toolbar') {
        render(
          <Badge record={record} onOpen={() => open(record)} onCompare={() => compare(record)} />,
          root.lastElementChild!,
        );
        takeAway = keepPlaced(host, where === 'corner' ? [] : anchors);
      }
      tellToolbar(record);
      told = true;
    },
    clear() {
      takeAway();
      if (told) tellToolbar(null);
      told = false;
    },
  };

  function makeHost() {
    const element = document.createElement('span');
    root = element.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = look + badgeStyle;
    root.append(style, document.createElement('div'));
    return element;
  }
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
