import { describe, expect, it } from 'vitest';
import { bucketOf } from '../../../catalog/buckets.ts';
import { findTool, pagesOf } from '../../../catalog/page-id.ts';
import { tool } from '../../builders/tool.ts';

describe('looking up a tool by page ids', () => {
  const tools = [
    tool('oven', '', {
      pages: ['pkg:github/Some-One/Oven', 'oven.example/shop'],
      formerPages: ['pkg:github/old/oven'],
    }),
    tool('pan', '', { pages: ['oven.example', 'pkg:pypi/pan', 'pkg:huggingface/A/Pan'] }),
  ];
  it.each([
    [['pkg:github/some-one/oven'], 'oven', false],
    [['pkg:github/old/oven'], 'oven', true],
    [['oven.example/shop/bread', 'oven.example/shop', 'oven.example'], 'oven', false],
    [['oven.example/shops', 'oven.example'], 'pan', false],
    [['pkg:pypi/pan'], 'pan', false],
    [['pkg:huggingface/a/pan'], 'pan', false],
  ])('%j → %s, a former page: %s', (candidates, id, isFormer) =>
    expect(findTool(candidates, pagesOf(tools))).toMatchObject({ tool: id, isFormer }),
  );
  it('finds nothing for other page ids', () =>
    expect(findTool(['__proto__', 'constructor'], pagesOf(tools))).toBeUndefined());
  it('spreads page ids evenly over the buckets', () => {
    const used = new Set(
      Array.from({ length: 4000 }, (_, at) => bucketOf(`pkg:github/owner-${at % 97}/repo-${at}`)),
    );
    expect(used.size).toBeGreaterThan(3300);
  });
});
