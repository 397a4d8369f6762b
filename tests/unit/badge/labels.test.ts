import { describe, expect, it } from 'vitest';
import { cardRows, visibleText } from '../../../badge/labels.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { onPage } from '../../../catalog/on-page.ts';
import { reference, tool } from '../../builders/tool.ts';

const checked = '2026-11-01';
const priceOf = (...content: Parameters<typeof cardRows>) =>
  cardRows(...content).find(([label]) => label === 'Price')![1];

describe('a badge without a verdict', () => {
  it('shows the price, and no price where none is known', () => {
    const free = badgeRecord(tool('oven', ''), reference);
    expect([visibleText({ record: free }), priceOf({ record: free }, [])]).toEqual(['Free', 'Free']);
    const entryPrice = { value: 'unknown' as const, checked };
    const unknown = badgeRecord(tool('oven', '', {}, { entryPrice }), reference);
    expect([visibleText({ record: unknown }), priceOf({ record: unknown }, [])]).toEqual([
      'Not reviewed',
      '',
    ]);
  });

  it('shows no price of a family on the page of one of its models', () => {
    const page = 'pkg:huggingface/someone/pan';
    const variants = [{ name: 'Pan', pages: [page], verdict: 'none' as const, facts: {} }];
    const family = tool('oven', 'sss', { kind: 'model', pages: [page], variants });
    expect(visibleText({ record: badgeRecord(onPage(family, page), reference) })).toBe('Not reviewed');
  });
});
