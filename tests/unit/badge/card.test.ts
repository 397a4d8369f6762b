// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createCard } from '../../../badge/card.ts';
import { badgeRecord, withRival } from '../../../catalog/badge-record.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const hob = { id: 'hob', name: 'Hob', from: undefined };

describe('the card of a badge', () => {
  const create = (status: Partial<Tool['facts']['status']>, rival = false, upstream?: string) => {
    const facts: Partial<Tool['facts']> = { status: { value: 'active', ...cited, ...status } };
    const whole = badgeRecord(tool('oven', 'sss', { successors: [hob] }, facts), reference);
    const [onCompare, onSuccessor] = [vi.fn(), vi.fn()];
    const content = {
      ...{ record: rival ? withRival(whole, hob) : whole, onCompare, onSuccessor },
      ...(upstream && { upstream }),
    };
    const card = createCard(content, [], (act) => act);
    const buttons = [...card.querySelectorAll('button')];
    const rows = [...card.querySelectorAll<HTMLElement>('dt, dd')].map(({ dataset }) => dataset.text);
    const row = (label: string) => (rows.includes(label) ? rows[rows.indexOf(label) + 1] : undefined);
    return { buttons, texts: buttons.map(({ dataset }) => dataset.text), row, onCompare, onSuccessor };
  };

  it('has no button where there is nothing to compare the tool with', () =>
    expect(create({}).texts).toEqual([]));
  it('compares with the closest alternative', () => {
    const { buttons, texts, row, onCompare } = create({}, true);
    expect([texts, row('Closest alternative')]).toEqual([['Compare with Hob'], 'Hob']);
    buttons[0]!.click();
    expect(onCompare).toHaveBeenCalledOnce();
  });
  it('says the status with its date, how old that is, and opens what followed', () => {
    const { buttons, texts, row, onSuccessor, onCompare } = create({
      ...{ value: 'archived', since: '2026-03-10', successor: 'hob' },
    });
    expect(row('Status')).toBe('Archived Mar 2026 → Hob, as of 1 Nov 2026');
    expect(texts).toEqual(['Open Hob']);
    buttons[0]!.click();
    expect([onSuccessor.mock.calls.length, onCompare.mock.calls.length]).toEqual([1, 0]);
  });
  it('says nothing of a tool that is active, or of which nobody knows', () => {
    expect(create({}).row('Status')).toBeUndefined();
    expect(create({ value: 'unknown' }).row('Status')).toBeUndefined();
  });
  it('on a fork says it of the original', () => {
    const { row } = create({ value: 'closed' }, false, 'baker/oven');
    expect([row('Status'), row('Original')]).toEqual([undefined, 'Closed, as of 1 Nov 2026']);
  });
});
