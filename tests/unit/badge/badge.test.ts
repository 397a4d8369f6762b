// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { createBadge } from '../../../badge/badge.ts';
import { createHostElement } from '../../../badge/host-element.ts';
import { createInteraction } from '../../../badge/interaction.ts';
import { reference, tool } from '../../builders/tool.ts';

afterEach(cleanup);

const cited = { source: 'readme', checked: '2026-11-20' };
const newer = { version: { value: '2.0', ...cited } };
// The name is shown in the corner only.
const text = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('[data-text]:not(.name)')]
    .map(({ dataset }) => dataset.text)
    .join(' ');

describe('the badge', () => {
  const onAction = vi.fn();
  const create = (votes: string, facts = {}, upstream?: string) => {
    const record = badgeRecord(tool('oven', votes, {}, facts), reference);
    const badge = createBadge({ record, ...(upstream && { upstream }) }, createHostElement(), {
      onOpen: onAction,
      onCompare: onAction,
      onSuccessor: onAction,
      onDismiss: onAction,
      onUnseen: onAction,
    });
    return { ...badge, ...createInteraction(badge.parts) };
  };
  const badgeOf = (badge: { element: HTMLElement }) => badge.element.querySelector('.badge')!;
  const accessibleName = (badge: { element: HTMLElement }) => badgeOf(badge).getAttribute('aria-label');
  it.each([
    ['sssk', {}, 'Ship 3 of 4', 'Oven: Ship 3 of 4, reviewed v1.0'],
    ['sskk', {}, 'Split 2-2', 'Oven: Split 2-2, reviewed v1.0'],
    ['kk-k', {}, 'Skip 3 of 3', 'Oven: Skip 3 of 3, reviewed v1.0'],
    ['kkks', newer, 'Skip 3 of 4 for v1.0, now v2.0', 'Oven: Skip 3 of 4 for v1.0, now v2.0'],
    ['ss', newer, 'Facts only MIT', 'Oven: Facts only MIT, no verdict yet'],
    ['', {}, 'Facts only MIT', 'Oven: Facts only MIT, not reviewed yet'],
  ])('of %s reads “%s”', (votes, facts, words, name) => {
    const badge = create(votes, facts);
    expect(text(badgeOf(badge))).toBe(words);
    expect(accessibleName(badge)).toBe(name);
  });
  it('has a bar for each seat in fixed order, and tells them in words', () => {
    const badge = badgeOf(create('ss-k'));
    expect([...badge.querySelectorAll('.bars i')].map(({ className }) => className).join('')).toBe('ss-k-');
    expect(badge.getAttribute('aria-description')).toBe(
      'Builder ship, Skeptic ship, Futurist not asked, Creator skip, Product not asked',
    );
    const none = badgeOf(create('ss'));
    expect([...none.querySelectorAll('.bars i')].map(({ className }) => className).join('')).toBe('-----');
    expect(none.hasAttribute('aria-description')).toBe(false);
  });
  it.each([
    ['1.1', true],
    ['2.0', true],
    ['1.0.1', false],
    ['1.0', false],
  ])('of v1.0 is faint where v%s is out: %s', (value, isFaint) =>
    expect(badgeOf(create('sss', { version: { value, ...cited } })).classList.contains('faded')).toBe(
      isFaint,
    ),
  );
  it('holds no text of the document, which a page could find', () =>
    expect(create('sssk').element.textContent).toBe(''));
  it('says on a fork which repository the verdict is about', () => {
    const badge = create('sss', {}, 'baker/oven');
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3 fork');
    expect(accessibleName(badge)).toBe(
      'Oven: Ship 3 of 3 fork, the verdict is for the original, baker/oven, reviewed v1.0',
    );
  });
  it('says what the catalog says of the status, but not of a fork, which may go on', () => {
    const ended = {
      status: { value: 'archived', since: '2026-03-10', successor: 'a.example/hob', ...cited },
    };
    const words = 'Ship 3 of 3 archived → a.example/hob';
    const badge = create('sss', ended);
    expect(text(badgeOf(badge))).toBe(words);
    expect(accessibleName(badge)).toBe(`Oven: ${words}, reviewed v1.0`);
    expect(text(badgeOf(create('sss', ended, 'baker/oven')))).toBe('Ship 3 of 3 fork');
  });
  it('announces what the page states without showing more text', () => {
    const badge = create('sss');
    badge.showFindings([{ kind: 'archived', text: 'archived' }]);
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3');
    expect(accessibleName(badge)).toBe('Oven: Ship 3 of 3, reviewed v1.0, archived');
    expect(badgeOf(badge).classList).toContain('has-findings');
  });
  it('says first what the site warns of, also in an open card', () => {
    const badge = create('sss');
    badge.showFindings([
      { kind: 'warning', text: 'Quarantined', first: true },
      { kind: 'version', text: 'This page: v2' },
    ]);
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3');
    expect(accessibleName(badge)).toBe('Quarantined. Oven: Ship 3 of 3, reviewed v1.0, This page: v2');
    expect([...badgeOf(badge).classList]).toEqual(['badge', 'has-findings', 'has-warning']);
    badge.showFindings([]);
    expect([...badgeOf(badge).classList]).toEqual(['badge']);
  });
  it('grows for a release that was published to do harm, and shrinks where the page shows another one', () => {
    const badge = create('sss');
    const warning = 'Compromised release: 1.0 on PyPI (MAL-2026-1)';
    badge.showFindings([{ kind: 'compromised', text: warning, first: true }]);
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3 compromised release');
    expect([...badgeOf(badge).classList]).toEqual(['badge', 'has-findings', 'has-warning']);
    expect(accessibleName(badge)).toBe(`${warning}. Oven: Ship 3 of 3 compromised release, reviewed v1.0`);
    badge.showFindings([{ kind: 'compromised', text: warning, first: true }]);
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3 compromised release');
    badge.showFindings([]);
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3');
    expect(accessibleName(badge)).toBe('Oven: Ship 3 of 3, reviewed v1.0');
  });
  it('says at once that the newest release was published to do harm, until the page shows an older one', () => {
    const record = { ...badgeRecord(tool('oven', 'sss'), reference), compromised: true as const };
    const actions = {
      onOpen: onAction,
      onCompare: onAction,
      onSuccessor: onAction,
      onDismiss: onAction,
      onUnseen: onAction,
    };
    const badge = createBadge({ record }, createHostElement(), actions);
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3 compromised release');
    createInteraction(badge.parts).showFindings([]);
    expect(text(badgeOf(badge))).toBe('Ship 3 of 3');
    expect(accessibleName(badge)).toBe('Oven: Ship 3 of 3, reviewed v1.0');
  });
  it('opens for a person who pointed at it before it could react, and only then', () => {
    for (const isPointedAt of [true, false]) {
      const record = badgeRecord(tool('oven', 'sss'), reference);
      const actions = {
        onOpen: vi.fn(),
        onCompare: vi.fn(),
        onSuccessor: vi.fn(),
        onDismiss: vi.fn(),
        onUnseen: vi.fn(),
      };
      const { parts } = createBadge({ record }, createHostElement(), actions);
      vi.spyOn(parts.root, 'matches').mockReturnValue(isPointedAt);
      createInteraction(parts).end();
      // It has no size here, so nobody sees it; that it was asked tells that it would have opened.
      expect(actions.onUnseen).toHaveBeenCalledTimes(isPointedAt ? 1 : 0);
    }
  });
  it('ignores events that no person caused', () => {
    const { element } = create('sss');
    fireEvent(element, new Event('pointerenter'));
    for (const button of element.querySelectorAll('button')) fireEvent.click(button);
    expect(element.querySelector('.card')).toBeNull();
    expect(onAction).not.toHaveBeenCalled();
  });
});
