import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { Badge } from '../../components/Badge.tsx';
import badgeStyle from '../../components/badge.css?inline';
import look from '../../components/look.css?inline';
import { message } from '../../browser/messages.ts';

/** The one element of ours on a page: a plain `span`, since a page can make a custom element throw. */
export function makeHost(ctx: ContentScriptContext) {
  let element: HTMLElement | undefined;
  let root: ShadowRoot | undefined;

  return {
    get element() {
      return (element ??= document.createElement('span'));
    },
    show(record: BadgeRecord) {
      if (!root) {
        root = this.element.attachShadow({ mode: 'closed' });
        const style = document.createElement('style');
        style.textContent = look + badgeStyle;
        root.append(style, document.createElement('div'));
      }
      render(
        <Badge record={record} onOpen={() => open(record)} onCompare={() => compare(record)} />,
        root.lastElementChild!,
      );
    },
  };

  function open({ tool, rival }: BadgeRecord) {
    if (ctx.isValid) send(message('open-verdict', { tool, ...(rival && { rival: rival.id }) }));
  }

  function compare({ tool, rival }: BadgeRecord) {
    if (ctx.isValid) send(message('open-comparison', { left: tool, ...(rival && { right: rival.id }) }));
  }
}

function send(sent: ReturnType<typeof message>) {
  void browser.runtime.sendMessage(sent);
}
