import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chips } from '../../../badge/card-words.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { comparison } from '../../../catalog/comparison.ts';
import { factViews } from '../../../catalog/fact-views.ts';
import { comparisonMarkdown, toolMarkdown } from '../../../catalog/markdown.ts';
import { reference, tool } from '../../builders/tool.ts';

const entryPrice = {
  ...{ value: 'paid' as const, amount: 2, currency: 'USD', unit: 'million tokens', until: '2026-11-30' },
  ...{ source: 'readme', checked: '2026-11-01' },
};
const oven = tool('oven', '', {}, { entryPrice });
const record = badgeRecord(oven, reference);
const now = 'Paid, $2 per million tokens until 30 Nov 2026';
const was = 'Was paid, $2 per million tokens until 30 Nov 2026';

describe('a price with a last day', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['2026-11-01', now],
    ['2026-11-30', now],
    ['2026-12-01', was],
    ['2031-01-01', was],
  ])('says so everywhere, on %s', (day, text) => {
    vi.setSystemTime(`${day}T12:00:00Z`);
    expect(chips({ record }).map(([said]) => said)).toContain(text);
    expect(factViews(oven, reference, day)[0]!.text).toBe(text);
    const row = comparison(oven, tool('pan', ''), reference, day).find(
      ({ question }) => question === 'Price',
    );
    expect([row!.left.text, row!.right.text]).toEqual([text, 'Free']);
    expect(toolMarkdown(oven, reference, day)).toContain(`**Price:** ${text.replace('$', '\\$')}`);
    expect(comparisonMarkdown(oven, tool('pan', ''), reference, day)).toContain(text.replace('$', '\\$'));
  });
});
