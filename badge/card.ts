import type { BadgeParts } from '../browser/isolated-world.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { seatsInWords } from '../catalog/seats.ts';
import { countFromLetters } from '../catalog/verdict.ts';
import { nameWithSource } from '../catalog/whose.ts';
import { createBars } from './bars.ts';
import cardStyle from './card.css?inline';
import { aboveVerdict, chips, reasonOnCard, reviewedOnCard, verdictOnCard, type Text } from './card-words.ts';
import { createElement } from './create-element.ts';
import type { BadgeContent } from './labels.ts';

type Actions = Pick<BadgeParts, 'onOpen' | 'onCompare' | 'onSuccessor' | 'hasCardStyle'>;

/** The card of a badge. Its buttons are no tab stops: arrow down leads to them, so that the badge stays the only one; they act `ifSeen`. */
export function createCard(
  content: BadgeContent & Actions,
  findings: readonly PageFinding[],
  ifSeen: (act: () => void) => (event: MouseEvent) => void,
): HTMLElement {
  const { name, does, votes, rival, status } = content.record;
  const isReviewed = Boolean(countFromLetters(votes));
  const button = (text: string, act: () => void) => {
    const made = createElement('button', { tabindex: '-1', 'data-text': text });
    made.addEventListener('click', ifSeen(act));
    return made;
  };
  const style = createElement('style', {});
  // Set this way, the style is exempt from the page's policy in Firefox too (seen 2026-11, https://github.com/w3c/webextensions/issues/337).
  style.textContent = cardStyle;
  const noticed = findings.flatMap(({ first, text }): Text[] => (first ? [] : [[text, 'warn']]));
  return createElement(
    'div',
    { class: 'card', popover: 'manual', role: 'group', 'aria-label': `${name} summary` },
    ...(content.hasCardStyle ? [] : [style]),
    ...each('p', aboveVerdict(content, findings)),
    createElement('header', {}, ...each('span', verdictOnCard(content)), barsInWords(votes, isReviewed)),
    ...each('p', does ? [[does, '']] : []),
    createElement('ul', {}, ...each('li', chips(content))),
    ...each('p', noticed),
    ...paragraph(reasonOnCard(content), ''),
    ...paragraph(reviewedOnCard(content), 'small'),
    createElement(
      'footer',
      {},
      button(isReviewed ? 'Why' : 'Details', content.onOpen),
      // What followed a tool matters more than what else there was.
      ...(status?.name
        ? [button(`See ${nameWithSource({ name: status.name, from: status.from })}`, content.onSuccessor)]
        : rival
          ? [button(`vs ${nameWithSource(rival)}`, content.onCompare)]
          : []),
    ),
  );
}

function barsInWords(votes: string, isReviewed: boolean): HTMLElement {
  const bars = createBars(votes);
  if (!isReviewed) return bars;
  bars.removeAttribute('aria-hidden');
  bars.setAttribute('role', 'img');
  bars.setAttribute('aria-label', seatsInWords(votes));
  return bars;
}

const paragraph = (texts: Text[], name: string): HTMLElement[] =>
  texts.length > 0 ? [createElement('p', { class: name }, ...each('span', texts))] : [];

const each = (tag: 'p' | 'li' | 'span', texts: Text[]): HTMLElement[] =>
  texts.map(([text, name]) => createElement(tag, { class: name, 'data-text': text }));
