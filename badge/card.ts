import type { PageFinding } from '../catalog/page-findings.ts';
import { commercialUseLabel } from '../catalog/commercial-use.ts';
import { countFromLetters, countInWords, verdictWord } from '../catalog/verdict.ts';
import cardStyle from './card.css?inline';
import { createElement } from './create-element.ts';
import type { BadgeContent } from './badge.ts';

/** What hovering or focusing the mark shows. The arrow key leads to "Compare", so the mark stays one tab stop. */
export function createCard(
  { record, fork }: BadgeContent,
  findings: readonly PageFinding[],
  onCompare: () => void,
): HTMLElement {
  const count = countFromLetters(record.votes);
  const { judged, latest, outdated, rival, from } = record;
  const rows: [label: string, text: string | undefined, warning?: string | false][] = [
    ['Fork of', fork && `${fork}; the verdict is the original’s`],
    ...findings.map(({ text }): [string, string] => ['This page', text]),
    ['Entry price', record.price, record.disputed && 'disputed'],
    [
      'License',
      `${record.license} · commercial use: ${commercialUseLabel(record.commercialUse).toLowerCase()}`,
    ],
    ['Judged', judged && judged + (outdated ? `; latest known ${latest}` : '')],
    ['Entry of', from],
    ['Top rival', rival?.name],
  ];
  const compare = createElement('button', { type: 'button', tabindex: '-1' }, 'Compare');
  compare.addEventListener('click', ({ isTrusted }) => isTrusted && onCompare());
  const style = createElement('style', {});
  // Firefox takes a text set this way for the extension's own, whatever the page's policy says of styles (seen 2026-11).
  style.textContent = cardStyle;
  return createElement(
    'div',
    { class: 'card', popover: 'manual', role: 'group', 'aria-label': `${record.name} in short` },
    style,
    createElement(
      'header',
      {},
      createElement('span', { class: count ? 'ring' : 'ring none', 'aria-hidden': 'true' }),
      count ? `${verdictWord(count)} · ${countInWords(count)}` : 'No verdict yet',
    ),
    createElement(
      'dl',
      {},
      ...rows.flatMap(([label, text, warning]) =>
        text
          ? [
              createElement('dt', {}, label),
              createElement(
                'dd',
                {},
                text,
                warning && ' ',
                warning && createElement('span', { class: 'warn' }, warning),
              ),
            ]
          : [],
      ),
    ),
    compare,
  );
}
