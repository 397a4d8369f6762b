import type { BadgeParts } from '../browser/isolated-world.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, countInWords, verdictWord } from '../catalog/verdict.ts';
import { nameWithSource } from '../catalog/whose.ts';
import cardStyle from './card.css?inline';
import { createElement } from './create-element.ts';
import { cardRows, type BadgeContent } from './labels.ts';

/** The hover card of a badge. Its buttons are no tab stops: arrow down leads to them, so that the badge stays the only one; they act `ifSeen`. */
export function createCard(
  content: BadgeContent & Pick<BadgeParts, 'onCompare' | 'onSuccessor'>,
  findings: readonly PageFinding[],
  ifSeen: (act: () => void) => (event: MouseEvent) => void,
): HTMLElement {
  const { name, votes, rival, status } = content.record;
  const count = countFromLetters(votes);
  const button = (text: string, act: () => void) => {
    const made = createElement('button', { tabindex: '-1', 'data-text': text });
    made.addEventListener('click', ifSeen(act));
    return made;
  };
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
    // Without an alternative there is nothing to compare with.
    ...(rival ? [button(`Compare with ${nameWithSource(rival)}`, content.onCompare)] : []),
    ...(status?.name
      ? [button(`Open ${nameWithSource({ name: status.name, from: status.from })}`, content.onSuccessor)]
      : []),
  );
}

function createRow([label, text, warning]: ReturnType<typeof cardRows>[number]): HTMLElement[] {
  if (!text) return [];
  const value = createElement('dd', { 'data-text': text });
  if (warning) value.append(' ', createElement('span', { class: 'warn', 'data-text': warning }));
  return [createElement('dt', { 'data-text': label }), value];
}
