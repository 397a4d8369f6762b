import { describe, expect, it } from 'vitest';
import { listedBuckets } from '../../../catalog/feed/bucket-list.ts';
import type { IndexFile } from '../../../catalog/feed/index-file.ts';
import { accepted, messageOf } from '../../builders/signed-feed.ts';

describe('the buckets that the index files of a manifest list', () => {
  const ref = (nth: number, length = 10) => ({ sha256: String(nth).padStart(64, '0'), length });
  const manifest = { bits: 2, tools: 4, tables: ref(98), pack: { ...ref(99), unpacked: 30 } };
  const path = (nth: number) => `files/00/${ref(nth).sha256}.json`;
  it.each<[string, IndexFile[], string]>([
    [
      'each once',
      [
        [ref(1), null],
        [ref(2), ref(3)],
      ],
      accepted,
    ],
    [
      'one in two index files',
      [
        [ref(1), ref(2)],
        [null, ref(1)],
      ],
      `It names ${path(1)} twice.`,
    ],
    [
      'one twice in an index file',
      [
        [ref(1), ref(1)],
        [null, ref(2)],
      ],
      `It names ${path(1)} twice.`,
    ],
    [
      'the tables',
      [
        [ref(1), ref(2)],
        [null, ref(98)],
      ],
      `It names ${path(98)} twice.`,
    ],
    [
      'the pack',
      [
        [ref(1), ref(2)],
        [null, ref(99)],
      ],
      `It names ${path(99)} twice.`,
    ],
    [
      'fewer bytes',
      [
        [ref(1), null],
        [null, ref(2)],
      ],
      'Its buckets have 20 bytes, but its pack is said to unpack to 30.',
    ],
    [
      'more bytes',
      [
        [ref(1), ref(2)],
        [ref(4), ref(3)],
      ],
      'Its buckets have 40 bytes, but its pack is said to unpack to 30.',
    ],
  ])('%s', async (_, indexes, sentence) =>
    expect(await messageOf(() => listedBuckets(indexes, manifest))).toBe(sentence),
  );
  it('more of them than tools', async () =>
    expect(
      await messageOf(() =>
        listedBuckets(
          [
            [ref(1), ref(2)],
            [null, ref(3)],
          ],
          { ...manifest, tools: 2 },
        ),
      ),
    ).toBe('It lists 3 buckets for 2 tools.'));
  it('have the numbers of their places', () =>
    expect(
      listedBuckets(
        [
          [ref(1), null],
          [ref(2), ref(3)],
        ],
        manifest,
      ).map(({ number }) => number),
    ).toEqual([0, 2, 3]));
});
