import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, countInWords, verdictWord } from '../catalog/verdict.ts';
import { nameWithSource } from '../catalog/whose.ts';
import cardStyle from './card.css?inline';
import { createElement } from './create-element.ts';
import { cardRows, type BadgeContent } from './labels.ts';

/** The hover card of a badge. Its button is no tab stop: arrow down leads to it, so that the badge stays the only one. */
export function createCard(
  content: BadgeContent,
  findings: readonly PageFinding[],
  onCompare: (event: MouseEvent) => void,
): HTMLElement {
  const { name, votes, rival } = content.record;
  const count = countFromLetters(votes);
  // Without an alternative there is nothing to compare with.
  const compare =
    rival &&
    createElement('button', { tabindex: '-1', 'data-text': `Compare with ${nameWithSource(rival)}` });
  compare?.addEventListener('click', onCompare);
  const style = createElement('style', {});
  // Set this way, the style is exempt from the page's policy in Firefox too (seen 2026-11, https://github.com/w3c/webextensions/issues/337).
  style.textContent = cardStyle;
  return createElement(
    'div',
    { class: 'card', popover: 'manual', role: 'group', 'aria-label': `${name} summary` },
    style,
    ...findings.flatMap(({ first, text }) =>
      first ? createElement('p', { class: 'warn', 'data-text': text }) : [],
    ),
    createElement(
      'header',
      {},
      createElement('span', { class: count ? 'ring' : 'ring none', 'aria-hidden': 'true' }),
      createElement('span', {
        'data-text': count ? `${verdictWord(count)} · ${countInWords(count)}` : 'Not reviewed yet',
      }),
    ),
    createElement('dl', {}, ...cardRows(content, findings).flatMap(createRow)),
    ...(compare ? [compare] : []),
  );
}

function createRow([label, text, warning]: ReturnType<typeof cardRows>[number]): HTMLElement[] {
  if (!text) return [];
  const value = createElement('dd', { 'data-text': text });
  if (warning) value.append(' ', createElement('span', { class: 'warn', 'data-text': warning }));
  return [createElement('dt', { 'data-text': label }), value];
}
