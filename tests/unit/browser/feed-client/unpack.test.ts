import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../browser/catalog-db/database.ts';
import { unpack } from '../../../../browser/feed-client/unpack.ts';
import type { FeedErrorCode } from '../../../../catalog/feed/feed-error.ts';
import { bucketText } from '../../../../catalog/feed/bucket.ts';
import type { ListedBucket } from '../../../../catalog/feed/bucket-list.ts';
import { sha256 } from '../../../../catalog/feed/checked-file.ts';
import { tool } from '../../../builders/tool.ts';
import { encode } from '../../../builders/signed-feed.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const packed = (...texts: (string | Uint8Array)[]): Bytes =>
  new Uint8Array(gzipSync(Buffer.concat(texts.map((text) => Buffer.from(text as string)))));

/** Bytes as they would arrive, and how many of them were asked for. */
function arriving(bytes: Bytes, chunkBytes = 1_000) {
  const requested = { bytes: 0 };
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      await Promise.resolve();
      requested.bytes += chunkBytes;
      yield bytes.subarray(at, at + chunkBytes);
    }
  }
  return { requested, chunks: chunks() };
}

const listed = async (text: string, number = 0): Promise<ListedBucket> => {
  const bytes = encode(text);
  return { ref: { sha256: await sha256(bytes), length: bytes.length }, number };
};
const { signal } = new AbortController();
const jug = bucketText([tool('jug', 'sss')]);
const pan = bucketText([tool('pan', 'kkk')]);

describe('a pack', () => {
  it('is stored bucket by bucket', async () => {
    const buckets = [await listed(jug), await listed(pan)];
    await unpack(arriving(packed(jug, pan), 7).chunks, buckets, 0, signal);
    const keys = await (await openDatabase()).getAllKeys('files');
    expect(keys.sort()).toEqual(buckets.map(({ ref }) => `bucket:${ref.sha256}`).sort());
  });
  it.each<[string, Bytes, FeedErrorCode, string]>([
    ['with another bucket', packed(pan), 'hash-mismatch', 'The pack has other buckets'],
    [
      'with a longer bucket',
      packed(jug.replace('Jug', 'Juggernaut')),
      'hash-mismatch',
      'The pack has other buckets',
    ],
    ['with more buckets', packed(jug, pan), 'hash-mismatch', 'The pack has other buckets'],
    [
      'with a line break within a bucket',
      packed(`\n${jug.slice(1)}`),
      'hash-mismatch',
      'The pack has other buckets',
    ],
    ['with fewer buckets', packed(), 'malformed', 'The pack ends before the last bucket'],
    [
      'that ends within a bucket',
      packed(jug.slice(0, -5)),
      'malformed',
      'The pack ends before the last bucket',
    ],
    ['cut short', packed(jug).slice(0, -4), 'malformed', 'The pack cannot be unpacked.'],
    ['that nobody packed', encode(jug), 'malformed', 'The pack cannot be unpacked.'],
  ])('a pack %s is refused', async (_, pack, code, message) => {
    const unpacking = unpack(arriving(pack).chunks, [await listed(jug)], 0, signal);
    await expect(unpacking).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });
  });
  it('whose bucket is listed at another place is refused', async () => {
    const unpacking = unpack(arriving(packed(jug)).chunks, [await listed(jug, 3)], 0, signal);
    await expect(unpacking).rejects.toMatchObject({ code: 'inconsistent' });
  });
  it('that unpacks to very much is refused before much of it is unpacked', async () => {
    const bomb = packed(Buffer.alloc(300_000_000));
    const { chunks, requested } = arriving(bomb);
    await expect(unpack(chunks, [await listed(jug)], 0, signal)).rejects.toMatchObject({
      code: 'hash-mismatch',
    });
    // Node unpacks ahead of its reader, browsers do not.
    expect(requested.bytes).toBeLessThan(bomb.length * 0.7);
  });
  it('is no longer read once the update is stopped', async () => {
    const controller = new AbortController();
    const { chunks, requested } = arriving(
      packed(...Array.from({ length: 50 }, () => crypto.getRandomValues(new Uint8Array(60_000)))),
    );
    const bucket = { ref: { sha256: 'ab'.repeat(32), length: 3_000_000 }, number: 0 };
    const unpacking = unpack(chunks, [bucket], 0, controller.signal);
    const reason = new Error('stopped');
    controller.abort(reason);
    await expect(unpacking).rejects.toBe(reason);
    expect(requested.bytes).toBeLessThan(100_000);
  });
});
