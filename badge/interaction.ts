import type { BadgeParts, Interaction } from '../browser/isolated-world.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { createCard } from './card.ts';
import { createElement } from './create-element.ts';
import { accessibleName, compromised, type BadgeContent } from './labels.ts';
import { showPopover } from './popover.ts';
import { watchSight, type Sight } from './sight.ts';

// Long enough to move the pointer across the gap between badge and card.
const closeDelayMs = 250;

/**
 * Lets a badge react. Its card is open while the pointer or the focus is on badge or card;
 * Esc closes it. Events that a page's script made (not `isTrusted`) open nothing, nor do clicks on what a person cannot see.
 */
export function createInteraction(parts: BadgeParts): Interaction {
  const { host, root, button, onOpen, onUnseen } = parts;
  let content: BadgeContent = parts;
  let findings: readonly PageFinding[] = [];
  let card: HTMLElement | undefined;
  let closeTimer: ReturnType<typeof setTimeout> | undefined;
  let hidePopover: (() => void) | undefined;
  const sight = watchSight(host, button);
  let cardSight: Sight | undefined;

  const onEnter = ({ isTrusted }: Event) => {
    clearTimeout(closeTimer);
    if (isTrusted) open();
  };
  const open = () => {
    if (!sight.start()) onUnseen();
    // A card that was open is hidden where the host has been put back since.
    else if (!card?.matches(':popover-open')) {
      close();
      showCard();
    }
  };
  const isPointedAt = () => root.matches(':hover, :focus-within');
  const ifSeen = (act: () => void) => (event: MouseEvent) => cardSight?.allows(event) && act();
  const showCard = () => {
    card ??= createCard({ ...parts, ...content }, findings, ifSeen);
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
    if (!isPointedAt()) sight.stop();
  };
  const closeSoon = () => {
    clearTimeout(closeTimer);
    closeTimer = setTimeout(leave, closeDelayMs);
  };
  const moveFocus = (event: KeyboardEvent) => {
    // From the badge to each button of its card.
    const buttons = [...(card?.querySelectorAll('button') ?? [])];
    const next = buttons.findIndex((each) => each.matches(':focus')) + 1;
    if (event.key === 'ArrowDown') buttons[next]?.focus();
    else if (event.key === 'ArrowUp') button.focus();
    else return;
    event.preventDefault();
  };
  // The one thing for which a badge grows once it is on the page: nobody should install what it stands beside.
  const showCompromised = (isShown: boolean) => {
    if (isShown === Boolean(content.record.compromised)) return;
    const { compromised: was, ...record } = content.record;
    content = { ...content, record: was ? record : { ...record, compromised: true } };
    button.setAttribute('aria-label', accessibleName(content, findings));
    if (was) button.querySelector('.compromised')?.remove();
    else button.append(createElement('span', { class: 'note compromised', 'data-text': compromised }));
  };
  // Until now there was nothing that it could open.
  button.setAttribute('aria-expanded', 'false');
  root.addEventListener('pointerenter', onEnter);
  root.addEventListener('pointerleave', closeSoon);
  root.addEventListener('focusin', onEnter);
  root.addEventListener('focusout', closeSoon);
  root.addEventListener('keydown', moveFocus);
  button.addEventListener('click', (event) => sight.allows(event) && onOpen());
  // Neither can be made by a page's script.
  if (isPointedAt()) open();

  return {
    end() {
      close();
      sight.stop();
    },
    /** Adds a dot to the ring, or puts a warning in its place, and rows to the card, which stays open; a badge that grew would move the page around it. */
    showFindings(found: readonly PageFinding[]) {
      const isCompromised = found.some(({ kind }) => kind === 'compromised');
      showCompromised(isCompromised);
      if (found.length === 0 && findings.length === 0) return;
      findings = found;
      button.classList.toggle('has-findings', found.length > 0);
      button.classList.toggle('has-warning', isCompromised || found.some(({ kind }) => kind === 'warning'));
      button.setAttribute('aria-label', accessibleName(content, found));
      const wasOpen = hidePopover !== undefined;
      close();
      card?.remove();
      card = undefined;
      if (wasOpen) showCard();
    },
  };
}
