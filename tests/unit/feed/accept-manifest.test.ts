import { describe, expect, it } from 'vitest';
import { assertAcceptable, expiredOn } from '../../../catalog/feed/verify-manifest.ts';
import type { FeedErrorCode } from '../../../catalog/feed/feed-error.ts';
import type { Manifest } from '../../../catalog/feed/manifest.ts';
import { codeOf, accepted, hash, feed, messageOf } from '../../builders/signed-feed.ts';

describe('a verified manifest', () => {
  const now = Date.parse('2026-11-22T00:00:00Z');
  const known = { feed: 'kitchen', highestSeen: { version: 5, sha256: hash } };
  const expires = '2026-12-01T00:00:00Z';
  it.each<[string, Partial<Manifest>, typeof known, number, FeedErrorCode | typeof accepted, string]>([
    ['of a higher version', { version: 6 }, known, now, accepted, accepted],
    [
      'of a lower version',
      { version: 4 },
      known,
      now,
      'rollback',
      'Version 4 is older than version 5, which this device has seen.',
    ],
    ['of the version seen, with its bytes', {}, known, now, accepted, accepted],
    [
      'of the version seen, with other bytes',
      {},
      { ...known, highestSeen: { version: 5, sha256: 'cd'.repeat(32) } },
      now,
      'version-conflict',
      'This version 5 differs from the version 5 that this device has seen.',
    ],
    [
      'of another feed',
      { feed: 'garden' },
      known,
      now,
      'wrong-feed',
      'This is the feed “garden”, not “kitchen”.',
    ],
    ['before its last moment', { expires }, known, Date.parse(expires) - 1, accepted, accepted],
    [
      'at its last moment',
      { expires },
      known,
      Date.parse(expires),
      'expired',
      'Version 5 expired on 2026-12-01 by this device’s clock.',
    ],
    [
      'with the clock set forward',
      { expires },
      known,
      Date.parse('2099-01-01'),
      'expired',
      'Version 5 expired on 2026-12-01 by this device’s clock.',
    ],
    ['with the clock set back', { expires }, known, Date.parse('1990-01-01'), accepted, accepted],
    [
      'of a lower version with the clock set back',
      { expires, version: 4 },
      known,
      Date.parse('1990-01-01'),
      'rollback',
      'Version 4 is older than version 5, which this device has seen.',
    ],
    ['with as many tools as can be held', { tools: 100_000 }, known, now, accepted, accepted],
    [
      'with one tool more',
      { tools: 100_001 },
      known,
      now,
      'too-large',
      'It has 100,001 tools; this version of the extension holds at most 100,000.',
    ],
    [
      'whose pack unpacks to too much',
      { pack: { sha256: hash, length: 1, unpacked: 600_000_001 } },
      known,
      now,
      'too-large',
      'Its pack unpacks to 600,000,001 bytes, more than the 600,000,000 allowed.',
    ],
  ])('%s', async (_, part, seen, at, code, sentence) => {
    const accept = () => assertAcceptable({ ...feed.manifest, ...part }, hash, seen, at);
    expect([await codeOf(accept), await messageOf(accept)]).toEqual([code, sentence]);
  });
  it('of the bundled version, whose hash is not known, is accepted', async () =>
    expect(
      await messageOf(() =>
        assertAcceptable(feed.manifest, hash, { feed: 'kitchen', highestSeen: { version: 5 } }, now),
      ),
    ).toBe(accepted));
  it('knows the day on which it expired', () => {
    expect(expiredOn({ expires }, Date.parse(expires))).toBe('2026-12-01');
    expect(expiredOn({ expires }, Date.parse(expires) - 1)).toBeUndefined();
    expect(expiredOn({}, now)).toBeUndefined();
  });
});
