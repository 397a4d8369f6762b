import { describe, expect, it } from 'vitest';
import type { Change } from '../../../catalog/changes.ts';
import { newsOf, toolsById, watchedTools } from '../../../catalog/news.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const today = '2026-11-22';
const change = (more: Partial<Change> = {}): Change => ({
  ...{ tool: 'oven', name: 'Oven', from: undefined, kind: 'price', text: 'Free → Paid', date: today },
  ...more,
});

describe('news for a reader', () => {
  const tools = toolsById([
    summaryOf(tool('oven', 'sss', { formerIds: ['stove'] }), reference, undefined),
    summaryOf(tool('pan', 'sss'), reference, undefined),
  ]);
  it('separates this week from earlier and watched tools from others, by current and former ids', () => {
    const [now, renamed] = [change(), change({ tool: 'stove', date: '2026-11-16' })];
    const [other, old] = [change({ tool: 'pan' }), change({ date: '2026-11-15' })];
    for (const watched of [['oven'], ['stove'], ['oven', 'stove', 'pot']])
      expect(newsOf([now, other, renamed, old], watched, tools, today)).toEqual({
        watched: [
          { date: today, changes: [now] },
          { date: '2026-11-16', changes: [renamed] },
        ],
        others: [{ date: today, changes: [other] }],
        earlier: [{ date: '2026-11-15', changes: [old] }],
      });
  });
  it('lists the watched tools by name, each once, and removed tools by their last name', () =>
    expect(
      watchedTools(['stove', 'pot', 'oven', 'jar'], tools, [change({ tool: 'pot', name: 'A pot' })]),
    ).toEqual([
      { id: 'pot', name: 'A pot', isGone: true },
      { id: 'jar', name: 'jar', isGone: true },
      { id: 'oven', name: 'Oven', formerIds: ['stove'], isGone: false },
    ]));
});
