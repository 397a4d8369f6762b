import { describe, expect, it } from 'vitest';
import {
  assertAcceptable,
  expiredOn,
  seenIn,
  seenUnderNewKey,
  type Known,
} from '../../../catalog/feed/verify-manifest.ts';
import type { FeedErrorCode } from '../../../catalog/feed/feed-error.ts';
import type { Manifest } from '../../../catalog/feed/manifest.ts';
import { codeOf, accepted, hash, feed, messageOf } from '../../builders/signed-feed.ts';

describe('a verified manifest', () => {
  const now = Date.parse('2026-11-22T00:00:00Z');
  const known = { feed: 'kitchen', highestSeen: { version: 5, sha256: hash } };
  const expires = '2026-12-01T00:00:00Z';
  const again = (number: number, version: number) => ({ number, version, date: '2026-11-21' });
  const restarted = (restart: number) => ({ feed: 'kitchen', highestSeen: { version: 5, restart } });
  it.each<[string, Partial<Manifest>, Known, number, FeedErrorCode | typeof accepted, string]>([
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
    [
      'that starts the versions again, below those seen',
      { version: 2, restart: again(1, 2) },
      known,
      now,
      accepted,
      accepted,
    ],
    [
      'that starts them again at a higher number than its own',
      { version: 2, restart: again(1, 3) },
      known,
      now,
      'inconsistent',
      'Version 2 is below version 3, at which the versions started again.',
    ],
    [
      'of a restart that was seen, with a lower version than was seen after it',
      { version: 4, restart: again(1, 2) },
      restarted(1),
      now,
      'rollback',
      'Version 4 is older than version 5, which this device has seen.',
    ],
    [
      'of a restart that was seen, with a higher version',
      { version: 6, restart: again(1, 2) },
      restarted(1),
      now,
      accepted,
      accepted,
    ],
    [
      'of a restart that was seen, with the same version and other bytes',
      { version: 5, restart: again(1, 2) },
      { ...known, highestSeen: { version: 5, sha256: 'cd'.repeat(32), restart: 1 } },
      now,
      'version-conflict',
      'This version 5 differs from the version 5 that this device has seen.',
    ],
    [
      'from before the restart, however high its version is',
      { version: Number.MAX_SAFE_INTEGER },
      restarted(1),
      now,
      'rollback',
      'Version 9007199254740991 is from before the versions of this feed started again, which this device has seen.',
    ],
    [
      'of an earlier restart',
      { version: 60, restart: again(1, 2) },
      restarted(2),
      now,
      'rollback',
      'Version 60 is from before the versions of this feed started again, which this device has seen.',
    ],
    [
      'of the restart after one that was missed',
      { version: 1, restart: again(3, 1) },
      restarted(1),
      now,
      accepted,
      accepted,
    ],
    [
      'without tools',
      { tools: 0 },
      known,
      now,
      'empty',
      'It has no tools, so it would only empty the catalog.',
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
  it('is kept as the highest seen, with its restart, which a new key forgets', () => {
    const restart = { number: 2, version: 3, date: '2026-11-21' };
    const seen = seenIn({ manifest: { ...feed.manifest, restart }, sha256: hash });
    expect(seen).toEqual({ version: 5, sha256: hash, restart: 2 });
    expect(seenUnderNewKey(seen)).toEqual({ version: 5, sha256: hash });
    expect(seenIn({ manifest: feed.manifest, sha256: hash })).toEqual({ version: 5, sha256: hash });
    expect(seenUnderNewKey({ version: 5 })).toEqual({ version: 5 });
  });
  it('knows the day on which it expired', () => {
    expect(expiredOn({ expires }, Date.parse(expires))).toBe('2026-12-01');
    expect(expiredOn({ expires }, Date.parse(expires) - 1)).toBeUndefined();
    expect(expiredOn({}, now)).toBeUndefined();
  });
});
