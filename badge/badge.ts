import type { BadgeParts } from '../browser/isolated-world.ts';
import look from '../components/look.css?inline';
import badgeStyle from './badge.css?inline';
import { createBars } from './bars.ts';
import { createElement } from './create-element.ts';
import type { HostElement } from './host-element.ts';
import { accessibleName, badgeVerdict, isFaded, type BadgeContent } from './labels.ts';
import { drawNotes } from './notes.ts';

type Callbacks = Pick<BadgeParts, 'onOpen' | 'onCompare' | 'onSuccessor' | 'onDismiss' | 'onUnseen'>;

/** The badge beside a tool's name, its style, and the parts by which it reacts once the page is idle. */
export function createBadge(content: BadgeContent, host: HostElement, callbacks: Callbacks) {
  const button = createButton(content);
  const root = createElement('div', { class: 'badge-root', lang: 'en', dir: 'ltr', title: '' }, button);
  const redraw: BadgeParts['redraw'] = (shown, findings) => {
    drawNotes(button, shown);
    button.setAttribute('aria-label', accessibleName(shown, findings));
  };
  redraw(content, []);
  const parts: BadgeParts = { ...content, ...callbacks, host, root, button, redraw };
  return { element: root, css: look + badgeStyle, parts };
}

function createButton(content: BadgeContent): HTMLButtonElement {
  const { votes, name } = content.record;
  const [word, count = ''] = badgeVerdict(content);
  const isVerdict = count !== '';
  return createElement(
    'button',
    {
      class: isFaded(content.record) ? 'badge faded' : 'badge',
      type: 'button',
    },
    // Only a badge in the corner shows it, since it stands beside no name.
    createElement('bdi', { class: 'name', 'data-text': name }),
    createBars(isVerdict ? votes : ''),
    createElement(
      'span',
      { class: 'verdict' },
      createElement('b', { class: isVerdict ? word : 'none', 'data-text': word }),
      ...(isVerdict ? [createElement('span', { 'data-text': count })] : []),
    ),
  );
}
