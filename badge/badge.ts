import type { BadgeRecord } from '../catalog/badge-record.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, percent, verdictWord } from '../catalog/verdict.ts';
import { createElement } from './create-element.ts';
import { showPopover } from './popover.ts';
import { createCard } from './card.ts';
import badgeStyle from './badge.css?inline';
import look from '../components/look.css?inline';
import { ringStyle } from './ring.ts';
import { accessibleName, badgeSuffixes } from './labels.ts';

/** What a mark shows: the record, and the name of the original where the page is a fork of it. */
export type BadgeContent = { record: BadgeRecord; fork?: string };
type Callbacks = { onOpen(): void; onCompare(): void };

// Long enough to cross the gap between mark and card.
const closeDelayMs = 250;

/**
 * The mark beside a tool's name with its style, and how to have it `say` what the page states. Its card is made when it is first wanted:
 * while mark or card is hovered or focused; Esc closes it, arrow down enters it, so that the mark stays one tab stop.
 * A page's synthetic events open nothing.
 */
export function createBadge(marked: BadgeContent, { onOpen, onCompare }: Callbacks) {
  const { record, fork } = marked;
  const badge = createButton(marked);
  const mark = createElement('div', { class: 'badge-root', lang: 'en', dir: 'ltr' }, badge);
  let findings: readonly PageFinding[] = [];
  let card: HTMLElement | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let unfollow: (() => void) | undefined;

  const open = ({ isTrusted }: Event) => {
    clearTimeout(leaving);
    if (!isTrusted || unfollow) return;
    card ??= createCard(marked, findings, onCompare);
    mark.append(card);
    badge.setAttribute('aria-expanded', 'true');
    unfollow = showPopover(badge, card, close);
  };
  const close = () => {
    unfollow?.();
    unfollow = undefined;
    badge.setAttribute('aria-expanded', 'false');
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(close, closeDelayMs);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') card?.querySelector('button')?.focus();
    else if (event.key === 'ArrowUp') badge.focus();
    else return;
    event.preventDefault();
  };
  mark.addEventListener('pointerenter', open);
  mark.addEventListener('pointerleave', leave);
  mark.addEventListener('focusin', open);
  mark.addEventListener('focusout', leave);
  mark.addEventListener('keydown', press);
  badge.addEventListener('click', ({ isTrusted }) => isTrusted && onOpen());

  return {
    element: mark,
    style: look + badgeStyle + ringStyle(record.votes),
    close,
    /** A dot on the ring, and lines in the card: a mark that grew would move the page around it. */
    showFindings(found: readonly PageFinding[]) {
      findings = found;
      badge.classList.toggle('has-findings', found.length > 0);
      badge.setAttribute('aria-label', accessibleName(record, fork, found));
      const before = card;
      if (!before) return;
      card = createCard(marked, findings, onCompare);
      if (!unfollow) return before.remove();
      close();
      before.replaceWith(card);
    },
  };
}

function createButton({ record, fork }: BadgeContent): HTMLButtonElement {
  const count = countFromLetters(record.votes);
  const badge = createElement(
    'button',
    { class: 'badge', type: 'button', 'aria-label': accessibleName(record, fork), 'aria-expanded': 'false' },
    createElement('span', { class: count ? 'ring' : 'ring none', 'aria-hidden': 'true' }),
    ...(count
      ? [createElement('b', { class: verdictWord(count) }, verdictWord(count)), ` ${percent(count)}%`]
      : [record.price]),
  );
  for (const [name, text] of badgeSuffixes(record, fork))
    badge.append(' ', createElement('span', { class: name }, text));
  return badge;
}
