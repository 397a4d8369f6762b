import type { BadgeParts } from '../browser/isolated-world.ts';
import { countFromLetters, percent, verdictWord } from '../catalog/verdict.ts';
import look from '../components/look.css?inline';
import badgeStyle from './badge.css?inline';
import { createElement } from './create-element.ts';
import type { HostElement } from './host-element.ts';
import { badgeName, badgeSuffixes, withoutVerdict, type BadgeContent } from './labels.ts';
import { ringStyle } from './ring.ts';

type Callbacks = Pick<BadgeParts, 'onOpen' | 'onCompare' | 'onSuccessor' | 'onUnseen'>;

/** The badge beside a tool's name, its style, and the parts by which it reacts once the page is idle. */
export function createBadge(content: BadgeContent, host: HostElement, callbacks: Callbacks) {
  const button = createButton(content);
  const root = createElement('div', { class: 'badge-root', lang: 'en', dir: 'ltr', title: '' }, button);
  const parts: BadgeParts = { ...content, ...callbacks, host, root, button };
  return {
    element: root,
    css: look + badgeStyle + ringStyle(countFromLetters(content.record.votes) ? content.record.votes : ''),
    parts,
  };
}

function createButton(content: BadgeContent): HTMLButtonElement {
  const { votes } = content.record;
  const count = countFromLetters(votes);
  const button = createElement(
    'button',
    {
      class: 'badge',
      type: 'button',
      'aria-label': badgeName(content),
    },
    createElement('span', { class: count ? 'ring' : 'ring none', 'aria-hidden': 'true' }),
    count
      ? createElement(
          'span',
          { class: 'verdict' },
          createElement('b', { class: verdictWord(count), 'data-text': verdictWord(count) }),
          createElement('span', { 'data-text': `${percent(count)}%` }),
        )
      : createElement('span', { 'data-text': withoutVerdict(content.record) }),
  );
  for (const [className, text] of badgeSuffixes(content))
    button.append(createElement('span', { class: `note ${className}`, 'data-text': text }));
  return button;
}
