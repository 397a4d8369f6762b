import type { BadgeParts, Interaction } from '../browser/isolated-world.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { seatsInWords } from '../catalog/seats.ts';
import { createCard } from './card.ts';
import { createElement } from './create-element.ts';
import { addDismiss } from './dismiss.ts';
import { badgeVerdict, type BadgeContent } from './labels.ts';
import lateStyle from './late.css?inline';
import { showPopover } from './popover.ts';
import { watchSight, type Sight } from './sight.ts';

// A pointer that only crosses a badge moves further in this time.
const [restMs, restPx] = [250, 8];
// Long enough to move the pointer from the badge to the card, across a row of the page's tabs too.
const closeDelayMs = 400;

/**
 * Lets a badge react. Its card opens once the pointer rests on the badge, at once where the focus comes, and stays while either is on
 * badge or card; Esc closes it. Events that a page's script made (not `isTrusted`) open nothing, nor do clicks on what a person cannot see.
 */
export function createInteraction(parts: BadgeParts): Interaction {
  const { host, root, button, onOpen, onUnseen } = parts;
  let content: BadgeContent = parts;
  let findings: readonly PageFinding[] = [];
  let card: HTMLElement | undefined;
  // What waits: that the card opens, or that it closes.
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restsAt: [x: number, y: number] | undefined;
  let hidePopover: (() => void) | undefined;
  const sight = watchSight(host, button);
  let cardSight: Sight | undefined;

  const wait = (ms?: number, then?: () => void, at?: typeof restsAt) => {
    clearTimeout(timer);
    restsAt = at;
    if (then) timer = setTimeout(then, ms);
  };
  const rest = (at?: typeof restsAt) => {
    // From now on, so that a click counts no later than the card opens.
    if (!sight.start()) onUnseen();
    wait(restMs, open, at);
  };
  const onEnter = ({ isTrusted, clientX, clientY }: PointerEvent) => isTrusted && rest([clientX, clientY]);
  const onMove = ({ isTrusted, clientX, clientY }: PointerEvent) => {
    const [x, y] = restsAt ?? [clientX, clientY];
    if (isTrusted && Math.hypot(clientX - x, clientY - y) > restPx) wait(restMs, open, [clientX, clientY]);
  };
  const onFocus = ({ isTrusted }: Event) => isTrusted && open();
  const open = () => {
    wait();
    if (!sight.start()) onUnseen();
    // A card that was open is hidden where the host has been put back since.
    else if (!card?.matches(':popover-open')) {
      close();
      showCard();
    }
  };
  const ifSeen = (act: () => void) => (event: MouseEvent) => cardSight?.allows(event) && act();
  const showCard = () => {
    card ??= createCard({ ...parts, ...content }, findings, ifSeen);
    root.append(card);
    button.setAttribute('aria-expanded', 'true');
    hidePopover = showPopover(button, card, dismiss);
    cardSight = watchSight(host, card);
    cardSight.start();
  };
  const close = () => {
    hidePopover?.();
    hidePopover = undefined;
    cardSight?.stop();
    button.setAttribute('aria-expanded', 'false');
  };
  const dismiss = () => {
    wait();
    close();
  };
  const leave = () => {
    close();
    if (!root.matches(':hover, :focus-within')) sight.stop();
  };
  const closeSoon = () => wait(closeDelayMs, leave);
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
  };
  if (!parts.hasCardStyle) {
    const style = createElement('style', {});
    // Set this way, like the card's.
    style.textContent = lateStyle;
    root.append(style);
  }
  if (badgeVerdict(content)[1]) button.setAttribute('aria-description', seatsInWords(parts.record.votes));
  // Until now there was nothing that it could open.
  button.setAttribute('aria-expanded', 'false');
  root.addEventListener('pointerenter', onEnter);
  root.addEventListener('pointermove', onMove);
  root.addEventListener('pointerleave', closeSoon);
  root.addEventListener('focusin', onFocus);
  root.addEventListener('focusout', closeSoon);
  root.addEventListener('keydown', moveFocus);
  button.addEventListener('click', (event) => sight.allows(event) && onOpen());
  const endDismiss = addDismiss(parts);
  // Neither can be made by a page's script.
  if (root.matches(':focus-within')) open();
  else if (root.matches(':hover')) rest();

  return {
    end() {
      dismiss();
      sight.stop();
      endDismiss();
    },
    /** Adds an “i” to the badge, or puts a warning in the place of its bars, and lines to the card, which stays open; a badge that grew would move the page around it. */
    showFindings(found: readonly PageFinding[]) {
      const isCompromised = found.some(({ kind }) => kind === 'compromised');
      showCompromised(isCompromised);
      parts.redraw(content, found);
      if (found.length === 0 && findings.length === 0) return;
      findings = found;
      button.classList.toggle('has-findings', found.length > 0);
      button.classList.toggle('has-warning', isCompromised || found.some(({ kind }) => kind === 'warning'));
      const wasOpen = hidePopover !== undefined;
      close();
      card?.remove();
      card = undefined;
      if (wasOpen) showCard();
    },
  };
}
