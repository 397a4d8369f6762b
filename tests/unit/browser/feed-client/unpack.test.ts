import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../../browser/feed-client/unpack.ts';
import { maxBytes } from '../../../../catalog/feed/limits.ts';
import { FeedError } from '../../../../catalog/feed/feed-error.ts';
import { feed, encode } from '../../../builders/signed-feed.ts';

describe('a pack', () => {
  const packed = (text: string | Buffer) => new Uint8Array(gzipSync(text));
  const zeros = Buffer.alloc(50_000_000);
  it.each<[string, Uint8Array<ArrayBuffer>, number, string]>([
    [
      'that unpacks to more than it says',
      packed(zeros),
      1_000,
      'The pack unpacks to more than the 1000 bytes that the manifest says.',
    ],
    [
      'with a line without end',
      packed(zeros),
      maxBytes.unpacked,
      'The pack has a line longer than a bucket may be.',
    ],
    ['cut short', packed('hello').slice(0, -4), 1_000, 'The pack cannot be unpacked.'],
    ['that nobody packed', encode('hello'), 1_000, 'The pack cannot be unpacked.'],
    ['whose last line has no end', packed('hello'), 1_000, 'The pack breaks off.'],
  ])('a pack %s is given up', async (_, pack, unpacked, sentence) => {
    const said = { ...feed.manifest, pack: { ...feed.manifest.pack, unpacked } };
    await expect(unpack(pack, said)).rejects.toThrow(new FeedError(sentence));
  });
});
