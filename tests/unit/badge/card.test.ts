// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createCard } from '../../../badge/card.ts';
import { badgeRecord, withRival, type BadgeRecord } from '../../../catalog/badge-record.ts';
import type { PageFinding } from '../../../catalog/page-findings.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const hob = { id: 'hob', name: 'Hob', from: undefined };
const newer = { version: { value: '2.0', ...cited } };

type Shown = {
  votes?: string;
  facts?: Partial<Tool['facts']>;
  rival?: typeof hob;
  upstream?: string;
  findings?: PageFinding[];
  more?: Partial<BadgeRecord>;
};

function shown({ votes = 'sssk', facts = {}, rival, upstream, findings = [], more = {} }: Shown = {}) {
  const whole = badgeRecord(tool('oven', votes, { successors: [hob] }, facts), reference);
  const record = { ...withRival(whole, rival), ...more };
  const [onOpen, onCompare, onSuccessor] = [vi.fn(), vi.fn(), vi.fn()];
  const content = { record, onOpen, onCompare, onSuccessor, ...(upstream && { upstream }) };
  const card = createCard(content, findings, (act) => act);
  const words = (selector: string) =>
    [...card.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => dataset.text!);
  const buttons = [...card.querySelectorAll('button')];
  return { card, words, all: words('[data-text]'), buttons, onOpen, onCompare, onSuccessor };
}

describe('the card of a badge', () => {
  it('says verdict, what the tool does, facts, reason, version and what to press, in this order', () => {
    expect(shown({ facts: newer, rival: hob }).all).toEqual([
      'Ship',
      '3 of 4 would ship it',
      'Bakes bread.',
      'Commercial use: yes',
      'MIT',
      'Free',
      'Against: ',
      'What creator says of oven.',
      'Reviewed v1.0 (latest: v2.0)',
      'Why',
      'vs Hob',
    ]);
  });
  it.each([
    ['sssk', ['Ship', '3 of 4 would ship it']],
    ['kkkk', ['Skip', '4 of 4 say skip']],
    ['skkk', ['Skip', '3 of 4 say skip']],
    ['ssskk', ['Ship', '3 of 5 would ship it']],
    ['sskk', ['Split', '2 to 2']],
    ['ss', ['Facts only', 'No verdict yet']],
    ['', ['Facts only', 'Not reviewed yet']],
  ])('says of the votes %s “%s”', (votes, words) =>
    expect(shown({ votes }).words('header [data-text]')).toEqual(words),
  );
  it('draws the seats, and names them for screen readers', () => {
    const bars = shown({ votes: 'sssk' }).card.querySelector('.bars')!;
    expect([...bars.children].map(({ className }) => className).join('')).toBe('sssk-');
    expect([bars.role, bars.getAttribute('aria-label')]).toEqual([
      'img',
      'Builder ship, Skeptic ship, Futurist ship, Creator skip, Product not asked',
    ]);
    const none = shown({ votes: 'ss' }).card.querySelector('.bars')!;
    expect([none.children.length, none.getAttribute('aria-hidden')]).toEqual([5, 'true']);
  });
  it('has neither reason nor version without a verdict, and details instead of a why', () => {
    const { all, words } = shown({ votes: 'ss' });
    expect(all.filter((text) => /Reviewed|For|Against/.test(text))).toEqual([]);
    expect(words('button')).toEqual(['Details']);
  });
  it.each([
    ['kkks', 'For: ', 'Ship'],
    ['sssk', 'Against: ', 'Skip'],
    ['sskk', 'Against: ', 'Skip'],
    ['sss', 'Watch out: ', 'Split'],
  ])('gives of %s the reason “%s”', (votes, side, name) => {
    const [first] = shown({ votes }).card.querySelectorAll<HTMLElement>('p > .Ship, p > .Skip, p > .Split');
    expect([first?.dataset.text, first?.className]).toEqual([side, name]);
  });
  it('opens the verdict, and compares with the closest alternative', () => {
    const { buttons, onOpen, onCompare, onSuccessor } = shown({ rival: hob });
    buttons.forEach((each) => each.click());
    expect([onOpen, onCompare, onSuccessor].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  });
  it('has no second button where there is nothing to compare the tool with', () =>
    expect(shown().words('button')).toEqual(['Why']));

  describe('of a tool that is not simply active', () => {
    const ended = { status: { value: 'archived', since: '2026-03-10', successor: 'hob', ...cited } } as const;
    const status = 'Archived Mar 2026 → Hob, as of 1 Nov 2026';
    it('says so first, how old that is, and opens what followed', () => {
      const { all, words, buttons, onSuccessor, onCompare } = shown({ facts: ended, rival: hob });
      expect(all[0]).toBe(status);
      expect(words('button')).toEqual(['Why', 'See Hob']);
      buttons[1]!.click();
      expect([onSuccessor.mock.calls.length, onCompare.mock.calls.length]).toEqual([1, 0]);
    });
    it('says it once, also where the page does', () => {
      const findings: PageFinding[] = [{ kind: 'archived', text: 'Archived', first: true }];
      expect(shown({ facts: ended, findings }).words('.warn')).toEqual([status]);
      expect(shown({ findings }).words('.warn')).toEqual(['Archived']);
    });
    it('says on a fork that it is the original', () => {
      const { all } = shown({ facts: ended, upstream: 'baker/oven' });
      expect(all.slice(0, 2)).toEqual([
        'Fork: verdict and facts are for the original, baker/oven',
        `Original: ${status}`,
      ]);
    });
    it('says nothing where nobody knows', () =>
      expect(shown({ facts: { status: { value: 'unknown', ...cited } } }).words('.warn')).toEqual([]));
  });

  it('says before the verdict what is wrong and whose it is, and after the facts what else differs', () => {
    const { all } = shown({
      findings: [
        { kind: 'warning', text: 'Quarantined', first: true },
        { kind: 'version', text: 'This page: v3' },
      ],
      more: { whose: 'for Hob’s current models, not this one', from: 'Kitchen', reason: undefined! },
    });
    expect(all.slice(0, 4)).toEqual([
      'Quarantined',
      'Verdict is for Hob’s current models, not this one',
      'From the feed “Kitchen”',
      'Ship',
    ]);
    expect(all.indexOf('This page: v3')).toBe(all.indexOf('Free') + 1);
  });

  it.each<[string, Partial<BadgeRecord>, string[]]>([
    ['conditions', { commercialUse: 'conditions' }, ['Commercial use: yes, with conditions', 'MIT', 'Free']],
    ['a ban', { commercialUse: 'no' }, ['Commercial use: no', 'MIT', 'Free']],
    ['notes', { notes: 1, selfHost: true }, ['Commercial use: yes', 'MIT, 1 note', 'Free', 'Self-host']],
    ['more notes', { notes: 2 }, ['Commercial use: yes', 'MIT, 2 notes', 'Free']],
    ['disputed prices', { disputed: true }, ['Commercial use: yes', 'MIT', 'Free (sources disagree)']],
    [
      'nothing',
      { license: 'unknown', commercialUse: 'unknown', price: '', disputed: true },
      ['Commercial use: unknown', 'License: unknown'],
    ],
    [
      'a license that only the page knows',
      { license: '', commercialUse: 'unknown' },
      ['License and commercial use: see this page', 'Free'],
    ],
    [
      'the same, where use is forbidden',
      { license: '', commercialUse: 'no' },
      ['Commercial use: no', 'License: see this page', 'Free'],
    ],
  ])('has chips for %s', (_, more, words) => expect(shown({ more }).words('li')).toEqual(words));

  it('says what is known against the version reviewed', () =>
    expect(shown({ more: { trouble: 'has 1 known critical vulnerability' } }).words('.small > *')).toEqual([
      'Reviewed v1.0',
      'has 1 known critical vulnerability',
    ]));
  it('holds no text of the document, which a page could find', () => {
    const { card } = shown({ facts: newer, rival: hob });
    card.querySelector('style')!.remove();
    expect(card.textContent).toBe('');
  });
});
