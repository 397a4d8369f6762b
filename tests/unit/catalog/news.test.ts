import { describe, expect, it } from 'vitest';
import type { Change } from '../../../catalog/changes.ts';
import { newsOf, toolsById, usableArrivals, watchedTools, type Arrival } from '../../../catalog/news.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const today = '2026-11-22';
const change = (more: Partial<Arrival> = {}): Arrival => ({
  ...{ tool: 'oven', name: 'Oven', from: undefined, kind: 'price', text: 'Free → Paid', date: '2026-10-01' },
  ...{ arrived: today, isNew: true },
  ...more,
});

describe('news for a reader', () => {
  const tools = toolsById([
    summaryOf(tool('oven', 'sss', { formerIds: ['stove'] }), reference, undefined),
    summaryOf(tool('pan', 'sss'), reference, undefined),
  ]);
  it('separates new from seen and watched tools from others, by current and former ids, under the day they came', () => {
    const [now, renamed] = [change(), change({ tool: 'stove', arrived: '2026-08-16' })];
    const [other, old] = [change({ tool: 'pan' }), change({ arrived: '2026-11-21', isNew: false })];
    for (const watched of [['oven'], ['stove'], ['oven', 'stove', 'pot']])
      expect(newsOf([now, other, old, renamed], watched, tools)).toEqual({
        watched: [
          { date: today, changes: [now] },
          { date: '2026-08-16', changes: [renamed] },
        ],
        others: [{ date: today, changes: [other] }],
        earlier: [{ date: '2026-11-21', changes: [old] }],
      });
  });
  it.each([undefined, 'yesterday', 7, '2026-13-01'])(
    'takes what was stored with %j as its day for seen, on its own day',
    (arrived) => {
      const { tool, name, from, kind, text, date } = change();
      const stored: Change = { tool, name, from, kind, text, date };
      expect(usableArrivals([{ ...stored, arrived, isNew: 'yes' }])).toEqual([
        { ...stored, arrived: date, isNew: false },
      ]);
    },
  );
  it('lists the watched tools by name, each once, and removed tools by their last name', () =>
    expect(
      watchedTools(['stove', 'pot', 'oven', 'jar'], tools, [change({ tool: 'pot', name: 'A pot' })]),
    ).toEqual([
      { id: 'pot', name: 'A pot', isGone: true },
      { id: 'jar', name: 'jar', isGone: true },
      { id: 'oven', name: 'Oven', formerIds: ['stove'], isGone: false },
    ]));
});
