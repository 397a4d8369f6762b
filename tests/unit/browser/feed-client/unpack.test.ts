import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../../browser/feed-client/unpack.ts';
import { maxBytes } from '../../../../catalog/feed/limits.ts';
import type { FeedErrorCode } from '../../../../catalog/feed/feed-error.ts';
import { feed, encode } from '../../../builders/signed-feed.ts';

describe('a pack', () => {
  const packed = (text: string | Buffer) => new Uint8Array(gzipSync(text));
  const zeros = Buffer.alloc(50_000_000);
  it.each<[string, Uint8Array<ArrayBuffer>, number, FeedErrorCode, string]>([
    [
      'that unpacks to more than it says',
      packed(zeros),
      1_000,
      'too-large',
      'The pack unpacks to more than the manifest says.',
    ],
    [
      'with a line without end',
      packed(zeros),
      maxBytes.unpacked,
      'too-large',
      'The pack has a line longer than a bucket may be.',
    ],
    ['cut short', packed('hello').slice(0, -4), 1_000, 'malformed', 'The pack cannot be unpacked.'],
    ['that nobody packed', encode('hello'), 1_000, 'malformed', 'The pack cannot be unpacked.'],
    [
      'whose last line has no end',
      packed('hello'),
      1_000,
      'malformed',
      'The pack ends in the middle of a line.',
    ],
  ])('a pack %s is refused', async (_, pack, unpacked, code, message) => {
    const manifest = { ...feed.manifest, pack: { ...feed.manifest.pack, unpacked } };
    await expect(unpack(pack, manifest)).rejects.toMatchObject({ code, message });
  });
});
