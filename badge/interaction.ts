import type { PageFinding } from '../catalog/page-findings.ts';
import { createCard } from './card.ts';
import type { HostElement } from './host-element.ts';
import type { BadgeContent } from './labels.ts';
import { showPopover } from './popover.ts';
import { watchSight, type Sight } from './sight.ts';

/** `onUnseen` is called where a person cannot see the badge that they point at. */
export type Callbacks = { onOpen(): void; onCompare(): void; onUnseen(): void };

/** The elements of a badge in their host. */
type Elements = { host: HostElement; root: HTMLElement; button: HTMLElement };

// Long enough to move the pointer across the gap between badge and card.
const closeDelayMs = 250;

/**
 * What a badge does once somebody points at it or focuses it. Its card is open while the pointer or the focus is on badge or card;
 * Esc closes it. Events that a page's script made (not `isTrusted`) open nothing, nor do clicks on what a person cannot see.
 */
export function createInteraction(
  content: BadgeContent,
  { host, root, button }: Elements,
  { onOpen, onCompare, onUnseen }: Callbacks,
  findings: readonly PageFinding[],
) {
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
    open,
    end() {
      close();
      sight.stop();
    },
    /** Makes the card anew, which stays open. */
    showFindings(found: readonly PageFinding[]) {
      findings = found;
      const wasOpen = hidePopover !== undefined;
      close();
      card?.remove();
      card = undefined;
      if (wasOpen) showCard();
    },
  };
}
