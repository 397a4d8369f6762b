import { describe, expect, it } from 'vitest';
import { asOf, changedOn } from '../../../catalog/as-of.ts';

const source = (seen: string, more: { compared?: string; changed?: string } = {}) => ({
  ...{ url: 'https://example.com/', title: 'A page', seen },
  ...more,
});
const checked = '2026-11-22';

describe('a fact is known', () => {
  it.each<[what: string, sources: Record<string, ReturnType<typeof source>>, day: string]>([
    ['as of its source, however late it was written down', { a: source('2026-03-01') }, '2026-03-01'],
    ['as of its newest source', { a: source('2025-01-05'), b: source('2026-03-01') }, '2026-03-01'],
    [
      'as of the day on which all its sources were compared',
      {
        a: source('2025-01-05', { compared: '2026-11-20' }),
        b: source('2026-03-01', { compared: '2026-11-18' }),
      },
      '2026-11-18',
    ],
    [
      'as of its newest source where one of them was never compared',
      { a: source('2025-01-05', { compared: '2026-11-20' }), b: source('2026-03-01') },
      '2026-03-01',
    ],
    [
      'as of its newest source where that is newer than the comparison',
      {
        a: source('2025-01-05', { compared: '2026-02-01' }),
        b: source('2026-03-01', { compared: '2026-03-02' }),
      },
      '2026-03-01',
    ],
  ])('%s', (_, sources, day) => expect(asOf({ source: Object.keys(sources), checked }, sources)).toBe(day));

  it('as of the day on which a source was looked for where there is none', () => {
    expect(asOf({ checked }, {})).toBe(checked);
    expect(asOf({ source: 'gone', checked }, {})).toBe(checked);
    expect(asOf({ source: 'constructor', checked }, {})).toBe(checked);
  });
});

describe('a source that changed', () => {
  const sources = {
    a: source('2026-03-01', { changed: '2026-10-02' }),
    b: source('2026-03-01', { changed: '2026-11-03' }),
    c: source('2026-03-01'),
  };
  it.each([
    [['a', 'b', 'c'], '2026-11-03'],
    [['a'], '2026-10-02'],
    [['c'], undefined],
  ])('makes a fact with %s say so', (keys, day) =>
    expect(changedOn({ source: keys, checked }, sources)).toBe(day),
  );
});
