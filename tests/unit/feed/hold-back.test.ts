import { describe, expect, it } from 'vitest';
import { assertNoLargeDrop } from '../../../catalog/feed/hold-back.ts';
import { accepted, codeOf, hash, messageOf } from '../../builders/signed-feed.ts';

describe('a newer version that drops tools', () => {
  it.each([
    [1, 0, accepted],
    [9, 1, accepted],
    [10, 5, accepted],
    [10, 4, 'held-back'],
    [11, 6, accepted],
    [11, 5, 'held-back'],
    [150, 75, accepted],
    [150, 74, 'held-back'],
    [100_000, 1, 'held-back'],
    [10, 10, accepted],
    [10, 5_000, accepted],
    [0, 10, accepted],
  ])('of %i tools leaves %i: %s', async (before, left, code) => {
    const drop = { version: 8, sha256: hash, before, left };
    expect(await codeOf(() => assertNoLargeDrop(drop))).toBe(code);
    expect(await codeOf(() => assertNoLargeDrop(drop, hash))).toBe(accepted);
    expect(await codeOf(() => assertNoLargeDrop(drop, 'cd'.repeat(32)))).toBe(code);
  });
  it('says how many', async () =>
    expect(
      await messageOf(() => assertNoLargeDrop({ version: 8, sha256: hash, before: 1_500, left: 3 })),
    ).toBe('Version 8 drops 1,497 of its 1,500 tools, so it waits until you accept it.'));
});
