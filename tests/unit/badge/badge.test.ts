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
const text = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('[data-text]')].map(({ dataset }) => dataset.text).join(' ');

describe('the badge', () => {
  const onAction = vi.fn();
  const create = (votes: string, facts = {}, upstream?: string) => {
    const record = badgeRecord(tool('oven', votes, {}, facts), reference);
    const badge = createBadge({ record, ...(upstream && { upstream }) }, createHostElement(), {
      onOpen: onAction,
      onCompare: onAction,
      onSuccessor: onAction,
      onUnseen: onAction,
    });
    return { ...badge, ...createInteraction(badge.parts) };
  };
  const badgeOf = (badge: { element: HTMLElement }) => badge.element.querySelector('.badge')!;
  const accessibleName = (badge: { element: HTMLElement }) => badgeOf(badge).getAttribute('aria-label');
  it.each([
    ['sssk', {}, 'Ship 75%', 'Oven: Ship 75%, 3 of 4 reviewers, reviewed v1.0'],
    ['sskk', {}, 'Split 50%', 'Oven: Split 50%, 2 of 4 reviewers, reviewed v1.0'],
    ['kkk', newer, 'Skip 0% older version', 'Oven: Skip 0% older version, 0 of 3 reviewers, reviewed v1.0'],
    ['ss', {}, 'Free', 'Oven: Free, not reviewed yet'],
    ['', {}, 'Free', 'Oven: Free, not reviewed yet'],
  ])('of %s reads “%s”', (votes, facts, words, name) => {
    const badge = create(votes, facts);
    expect(text(badgeOf(badge))).toBe(words);
    expect(accessibleName(badge)).toBe(name);
  });
  it('holds no text of the document, which a page could find', () =>
    expect(create('sssk').element.textContent).toBe(''));
  it('says on a fork which repository the verdict is about', () => {
    const badge = create('sss', {}, 'baker/oven');
    expect(text(badgeOf(badge))).toBe('Ship 100% fork of baker/oven');
    expect(accessibleName(badge)).toBe('Oven: Ship 100% fork of baker/oven, 3 of 3 reviewers, reviewed v1.0');
  });
  it('says what the catalog says of the status, but not of a fork, which may go on', () => {
    const ended = {
      status: { value: 'archived', since: '2026-03-10', successor: 'a.example/hob', ...cited },
    };
    const words = 'Ship 100% Archived Mar 2026 → a.example/hob';
    const badge = create('sss', ended);
    expect(text(badgeOf(badge))).toBe(words);
    expect(accessibleName(badge)).toBe(`Oven: ${words}, 3 of 3 reviewers, reviewed v1.0`);
    expect(text(badgeOf(create('sss', ended, 'baker/oven')))).toBe('Ship 100% fork of baker/oven');
  });
  it('announces what the page states without showing more text', () => {
    const badge = create('sss');
    badge.showFindings([{ kind: 'archived', text: 'archived' }]);
    expect(text(badgeOf(badge))).toBe('Ship 100%');
    expect(accessibleName(badge)).toBe('Oven: Ship 100%, 3 of 3 reviewers, reviewed v1.0, archived');
    expect(badgeOf(badge).classList).toContain('has-findings');
  });
  it('says first what the site warns of, also in an open card', () => {
    const badge = create('sss');
    badge.showFindings([
      { kind: 'warning', text: 'Quarantined', first: true },
      { kind: 'version', text: 'This page: v2' },
    ]);
    expect(text(badgeOf(badge))).toBe('Ship 100%');
    expect(accessibleName(badge)).toBe(
      'Quarantined. Oven: Ship 100%, 3 of 3 reviewers, reviewed v1.0, This page: v2',
    );
    expect([...badgeOf(badge).classList]).toEqual(['badge', 'has-findings', 'has-warning']);
    badge.showFindings([]);
    expect([...badgeOf(badge).classList]).toEqual(['badge']);
  });
  it('grows for a release that was published to do harm, and shrinks where the page shows another one', () => {
    const badge = create('sss');
    const warning = 'Compromised release: 1.0 on PyPI (MAL-2026-1)';
    badge.showFindings([{ kind: 'compromised', text: warning, first: true }]);
    expect(text(badgeOf(badge))).toBe('Ship 100% compromised release');
    expect([...badgeOf(badge).classList]).toEqual(['badge', 'has-findings', 'has-warning']);
    expect(accessibleName(badge)).toBe(
      `${warning}. Oven: Ship 100% compromised release, 3 of 3 reviewers, reviewed v1.0`,
    );
    badge.showFindings([{ kind: 'compromised', text: warning, first: true }]);
    expect(text(badgeOf(badge))).toBe('Ship 100% compromised release');
    badge.showFindings([]);
    expect(text(badgeOf(badge))).toBe('Ship 100%');
    expect(accessibleName(badge)).toBe('Oven: Ship 100%, 3 of 3 reviewers, reviewed v1.0');
  });
  it('says at once that the newest release was published to do harm, until the page shows an older one', () => {
    const record = { ...badgeRecord(tool('oven', 'sss'), reference), compromised: true as const };
    const actions = { onOpen: onAction, onCompare: onAction, onSuccessor: onAction, onUnseen: onAction };
    const badge = createBadge({ record }, createHostElement(), actions);
    expect(text(badgeOf(badge))).toBe('Ship 100% compromised release');
    createInteraction(badge.parts).showFindings([]);
    expect(text(badgeOf(badge))).toBe('Ship 100%');
    expect(accessibleName(badge)).toBe('Oven: Ship 100%, 3 of 3 reviewers, reviewed v1.0');
  });
  it('opens for a person who pointed at it before it could react, and only then', () => {
    for (const isPointedAt of [true, false]) {
      const record = badgeRecord(tool('oven', 'sss'), reference);
      const actions = { onOpen: vi.fn(), onCompare: vi.fn(), onSuccessor: vi.fn(), onUnseen: vi.fn() };
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
