// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBadge } from '../../../badge/badge.ts';
import { createHostElement } from '../../../badge/host-element.ts';
import { createInteraction } from '../../../badge/interaction.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { reference, tool } from '../../builders/tool.ts';

// What happy-dom, which has no layout, does not have: whether it is seen, and popovers.
let isOpen = false;
let escape = () => {};
vi.mock('../../../badge/sight.ts', () => ({
  watchSight: () => ({ start: () => true, stop: () => {}, allows: () => true }),
}));
vi.mock('../../../badge/popover.ts', () => ({
  showPopover(_: unknown, card: HTMLElement, onClose: () => void) {
    isOpen = true;
    escape = onClose;
    vi.spyOn(card, 'matches').mockImplementation(() => isOpen);
    return () => (isOpen = false);
  },
}));

describe('a badge’s card', () => {
  let badge: ReturnType<typeof createInteraction>;
  let root: HTMLElement;
  beforeEach(() => {
    vi.useFakeTimers();
    const none = () => {};
    const actions = { onOpen: none, onCompare: none, onSuccessor: none, onDismiss: none, onUnseen: none };
    const made = createBadge(
      { record: badgeRecord(tool('oven', 'sssk'), reference) },
      createHostElement(),
      actions,
    );
    root = made.element;
    badge = createInteraction(made.parts);
  });
  afterEach(() => {
    badge.end();
    vi.useRealTimers();
  });

  /** An event as a person causes it. */
  function send(type: string, x = 0, y = 0, isTrusted = true) {
    const event = Object.assign(new Event(type), { clientX: x, clientY: y });
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    root.dispatchEvent(event);
  }
  const openAfter = (ms: number) => {
    vi.advanceTimersByTime(ms);
    return isOpen;
  };

  it('opens once the pointer has rested on it for a quarter of a second', () => {
    send('pointerenter');
    expect([openAfter(249), openAfter(1)]).toEqual([false, true]);
  });
  it('does not open for a pointer that crosses it, however slowly', () => {
    send('pointerenter');
    for (let x = 0; x < 300; x += 10) {
      expect(openAfter(100)).toBe(false);
      send('pointermove', x);
    }
    send('pointerleave');
    expect(openAfter(1000)).toBe(false);
  });
  it('opens for a hand that trembles', () => {
    send('pointerenter');
    for (const x of [3, -2, 4, 1]) {
      openAfter(60);
      send('pointermove', x, -x);
    }
    expect(openAfter(10)).toBe(true);
  });
  it('opens at once where the focus comes', () => {
    send('focusin');
    expect(isOpen).toBe(true);
  });
  it('closes once the pointer has been away for long enough to reach the card', () => {
    send('focusin');
    send('pointerleave');
    expect([openAfter(399), openAfter(1)]).toEqual([true, false]);
  });
  it('stays open where the pointer comes back, to the badge or to the card', () => {
    send('focusin');
    send('pointerleave');
    openAfter(200);
    send('pointerenter');
    expect(openAfter(1000)).toBe(true);
  });
  it('stays closed after Esc while the pointer moves on the badge, until it comes anew', () => {
    send('pointerenter');
    openAfter(250);
    send('pointermove', 100);
    escape();
    send('pointermove', 150);
    expect(openAfter(1000)).toBe(false);
    send('pointerenter');
    expect(openAfter(250)).toBe(true);
  });
  it('opens although the page is found to differ meanwhile', () => {
    send('pointerenter');
    openAfter(100);
    badge.showFindings([{ kind: 'version', text: 'This page: v2' }]);
    expect([openAfter(149), openAfter(1)]).toEqual([false, true]);
  });
  it('does not open once its badge has left', () => {
    send('pointerenter');
    badge.end();
    expect(openAfter(1000)).toBe(false);
  });
  it('opens for nothing that a page makes up', () => {
    for (const type of ['pointerenter', 'pointermove', 'focusin']) send(type, 100, 0, false);
    expect(openAfter(1000)).toBe(false);
  });
});
