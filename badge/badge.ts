import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, percent, verdictWord } from '../catalog/verdict.ts';
import look from '../components/look.css?inline';
import badgeStyle from './badge.css?inline';
import { createCard } from './card.ts';
import { createElement } from './create-element.ts';
import type { HostElement } from './host-element.ts';
import { accessibleName, badgeSuffixes, type BadgeContent } from './labels.ts';
import { showPopover } from './popover.ts';
import { ringStyle } from './ring.ts';
import { watchSight, type Sight } from './sight.ts';

/** `onUnseen` is called where a person cannot see the badge that they point at. */
type Callbacks = { onOpen(): void; onCompare(): void; onUnseen(): void };

// Long enough to move the pointer across the gap between badge and card.
const closeDelayMs = 250;

/**
 * The badge beside a tool's name, and its style. Its card, built when it is first needed, is open while the pointer or the
 * focus is on badge or card; Esc closes it. Events that a page's script made (not `isTrusted`) open nothing, nor do clicks on
 * what a person cannot see.
 */
export function createBadge(
  content: BadgeContent,
  host: HostElement,
  { onOpen, onCompare, onUnseen }: Callbacks,
) {
  const button = createButton(content);
  const root = createElement('div', { class: 'badge-root', lang: 'en', dir: 'ltr', title: '' }, button);
  let findings: readonly PageFinding[] = [];
  let card: HTMLElement | undefined;
  let closeTimer: ReturnType<typeof setTimeout> | undefined;
  let hidePopover: (() => void) | undefined;
  const sight = watchSight(host, button);
  let cardSight: Sight | undefined;

  const open = ({ isTrusted }: Event) => {
    clearTimeout(closeTimer);
    if (!isTrusted) return;
    if (!sight.start()) onUnseen();
    // A card that was open is hidden where the host has been put back since.
    else if (!card?.matches(':popover-open')) {
      close();
      showCard();
    }
  };
  const compare = (event: MouseEvent) => cardSight?.allows(event) && onCompare();
  const showCard = () => {
    card ??= createCard(content, findings, compare);
    root.append(card);
    button.setAttribute('aria-expanded', 'true');
    hidePopover = showPopover(button, card, close);
    cardSight = watchSight(host, card);
    cardSight.start();
  };
  const close = () => {
    hidePopover?.();
    hidePopover = undefined;
    cardSight?.stop();
    button.setAttribute('aria-expanded', 'false');
  };
  const leave = () => {
    close();
    if (!root.matches(':hover, :focus-within')) sight.stop();
  };
  const closeSoon = () => {
    clearTimeout(closeTimer);
    closeTimer = setTimeout(leave, closeDelayMs);
  };
  const moveFocus = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') card?.querySelector('button')?.focus();
    else if (event.key === 'ArrowUp') button.focus();
    else return;
    event.preventDefault();
  };
  root.addEventListener('pointerenter', open);
  root.addEventListener('pointerleave', closeSoon);
  root.addEventListener('focusin', open);
  root.addEventListener('focusout', closeSoon);
  root.addEventListener('keydown', moveFocus);
  button.addEventListener('click', (event) => sight.allows(event) && onOpen());

  return {
    element: root,
    css: look + badgeStyle + ringStyle(countFromLetters(content.record.votes) ? content.record.votes : ''),
    end() {
      close();
      sight.stop();
    },
    /** Adds a dot to the ring, or puts a warning in its place, and rows to the card, which stays open; a badge that grew would move the page around it. */
    showFindings(found: readonly PageFinding[]) {
      if (found.length === 0 && findings.length === 0) return;
      findings = found;
      button.classList.toggle('has-findings', found.length > 0);
      button.classList.toggle(
        'has-warning',
        found.some(({ kind }) => kind === 'warning'),
      );
      button.setAttribute('aria-label', accessibleName(content, found));
      const wasOpen = hidePopover !== undefined;
      close();
      card?.remove();
      card = undefined;
      if (wasOpen) showCard();
    },
  };
}

function createButton(content: BadgeContent): HTMLButtonElement {
  const { votes, price } = content.record;
  const count = countFromLetters(votes);
  const button = createElement(
    'button',
    {
      class: 'badge',
      type: 'button',
      'aria-label': accessibleName(content, []),
      'aria-expanded': 'false',
    },
    createElement('span', { class: count ? 'ring' : 'ring none', 'aria-hidden': 'true' }),
    count
      ? createElement(
          'span',
          { class: 'verdict' },
          createElement('b', { class: verdictWord(count), 'data-text': verdictWord(count) }),
          createElement('span', { 'data-text': `${percent(count)}%` }),
        )
      : createElement('span', { 'data-text': price }),
  );
  for (const [className, text] of badgeSuffixes(content))
    button.append(createElement('span', { class: className, 'data-text': text }));
  return button;
}
