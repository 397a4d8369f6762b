// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { createBadge } from '../../../badge/badge.ts';
import { reference, tool } from '../../builders/tool.ts';

afterEach(cleanup);

const cited = { source: 'readme', checked: '2026-11-20' };
const newer = { version: { value: '2.0', ...cited } };
const text = (container: Element) => container.textContent?.replace(/\s+/g, ' ').trim();

describe('the mark', () => {
  const acted = vi.fn();
  const mark = (votes: string, facts = {}, upstream?: string) => {
    const record = badgeRecord(tool('oven', votes, {}, facts), reference);
    return createBadge({ record, ...(upstream && { upstream }) }, { onOpen: acted, onCompare: acted });
  };
  const badgeOf = (made: { element: HTMLElement }) => made.element.querySelector('.badge')!;
  const spoken = (made: { element: HTMLElement }) => badgeOf(made).getAttribute('aria-label');
  it.each([
    ['sssk', {}, 'Ship 75%', 'Oven: Ship 75%, 3 of 4 reviewers, reviewed v1.0'],
    ['sskk', {}, 'Split 50%', 'Oven: Split 50%, 2 of 4 reviewers, reviewed v1.0'],
    ['kkk', newer, 'Skip 0% older version', 'Oven: Skip 0% older version, 0 of 3 reviewers, reviewed v1.0'],
    ['ss', {}, 'Free', 'Oven: Free, not reviewed yet'],
    ['', {}, 'Free', 'Oven: Free, not reviewed yet'],
  ])('of %s reads “%s”', (votes, facts, words, name) => {
    const made = mark(votes, facts);
    expect(text(badgeOf(made))).toBe(words);
    expect(spoken(made)).toBe(name);
  });
  it('says on a fork whose verdict it is', () => {
    const made = mark('sss', {}, 'baker/oven');
    expect(text(badgeOf(made))).toBe('Ship 100% fork of baker/oven');
    expect(spoken(made)).toBe('Oven: Ship 100% fork of baker/oven, 3 of 3 reviewers, reviewed v1.0');
  });
  it('says what the page states without another word in sight', () => {
    const made = mark('sss');
    made.showFindings([{ kind: 'archived', text: 'archived' }]);
    expect(text(badgeOf(made))).toBe('Ship 100%');
    expect(spoken(made)).toBe('Oven: Ship 100%, 3 of 3 reviewers, reviewed v1.0, archived');
    expect(badgeOf(made).classList).toContain('has-findings');
  });
  it('does nothing for an event no person made', () => {
    const { element } = mark('sss');
    fireEvent(element, new Event('pointerenter'));
    for (const button of element.querySelectorAll('button')) fireEvent.click(button);
    expect(element.querySelector('.card')).toBeNull();
    expect(acted).not.toHaveBeenCalled();
  });
});
