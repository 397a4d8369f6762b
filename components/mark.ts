import type { BadgeRecord } from '../catalog/badge-record.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, percent, verdictWord } from '../catalog/verdict.ts';
import { element } from './element.ts';
import { follow } from './follow.ts';
import { makeCard } from './mark-card.ts';
import badgeStyle from './badge.css?inline';
import look from './look.css?inline';
import { ringStyle } from './mark-ring.ts';
import { spokenName, tagsOf } from './mark-words.ts';

/** What a mark shows: the record, and the name of the original where the page is a fork of it. */
export type Marked = { record: BadgeRecord; fork?: string };
type Callbacks = { onOpen(): void; onCompare(): void };

// Long enough to cross the gap between mark and card.
const leaveMs = 250;

/**
 * The mark beside a tool's name with its style, and how to have it `say` what the page states. Its card is made when it is first wanted:
 * while mark or card is hovered or focused; Esc closes it, arrow down enters it, so that the mark stays one tab stop.
 * A page's synthetic events open nothing.
 */
export function makeMark(marked: Marked, { onOpen, onCompare }: Callbacks) {
  const { record, fork } = marked;
  const badge = makeBadge(marked);
  const mark = element('div', { class: 'mark', lang: 'en', dir: 'ltr' }, badge);
  let findings: readonly PageFinding[] = [];
  let card: HTMLElement | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let unfollow: (() => void) | undefined;

  const open = ({ isTrusted }: Event) => {
    clearTimeout(leaving);
    if (!isTrusted || unfollow) return;
    card ??= makeCard(marked, findings, onCompare);
    mark.append(card);
    badge.setAttribute('aria-expanded', 'true');
    unfollow = follow(badge, card, close);
  };
  const close = () => {
    unfollow?.();
    unfollow = undefined;
    badge.setAttribute('aria-expanded', 'false');
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(close, leaveMs);
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
    say(found: readonly PageFinding[]) {
      findings = found;
      badge.classList.toggle('said', found.length > 0);
      badge.setAttribute('aria-label', spokenName(record, fork, found));
      const before = card;
      if (!before) return;
      card = makeCard(marked, findings, onCompare);
      if (!unfollow) return before.remove();
      close();
      before.replaceWith(card);
    },
  };
}

function makeBadge({ record, fork }: Marked): HTMLButtonElement {
  const count = countFromLetters(record.votes);
  const badge = element(
    'button',
    { class: 'badge', type: 'button', 'aria-label': spokenName(record, fork), 'aria-expanded': 'false' },
    element('span', { class: count ? 'ring' : 'ring none', 'aria-hidden': 'true' }),
    ...(count
      ? [element('b', { class: verdictWord(count) }, verdictWord(count)), ` ${percent(count)}%`]
      : [record.price]),
  );
  for (const [name, text] of tagsOf(record, fork)) badge.append(' ', element('span', { class: name }, text));
  return badge;
}
