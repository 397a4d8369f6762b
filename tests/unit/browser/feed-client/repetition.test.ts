import { describe, expect, it } from 'vitest';
import { filePath, sha256, type FileRef } from '../../../../catalog/feed/checked-file.ts';
import { indexText, type IndexFile } from '../../../../catalog/feed/index-file.ts';
import type { Manifest } from '../../../../catalog/feed/manifest.ts';
import { makeKey, signManifest, type TestFeed } from '../../../builders/feed.ts';
import { tool } from '../../../builders/tool.ts';
import { feedExtension, kitchen } from '../../../builders/feed-extension.ts';

const { web, extension, following, seen } = feedExtension();

const key = await makeKey();
const many = Array.from({ length: 60 }, (_, at) => tool(`tool-${at}`, 'sss'));
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The feed with other index files in the places of its own, signed anew. */
async function withIndexes(
  feed: TestFeed,
  indexes: IndexFile[],
  mend: Partial<Manifest> = {},
): Promise<TestFeed> {
  const files = new Map(feed.files);
  const index = await Promise.all(
    indexes.map(async (each): Promise<FileRef> => {
      const bytes = bytesOf(indexText(each));
      const ref = { sha256: await sha256(bytes), length: bytes.length };
      files.set(filePath(ref), bytes);
      return ref;
    }),
  );
  const manifest = { ...feed.manifest, index, ...mend };
  await signManifest(files, bytesOf(JSON.stringify(manifest)), key);
  return { files, manifest, key };
}

const indexesOf = ({ files, manifest }: TestFeed): IndexFile[] =>
  manifest.index.map((ref) => JSON.parse(new TextDecoder().decode(files.get(filePath(ref)))) as IndexFile);

describe('a signed feed that repeats itself', () => {
  const feed = kitchen(1, many, key);
  const refusal = async (hostile: TestFeed) => {
    const own = await extension();
    await following(own, hostile);
    const [after] = await own.readSubscriptions();
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
    return after?.lastError;
  };
  const files = () => web.requests.filter((file) => file.startsWith('files/'));

  it('with one index file a thousand times is refused before any file is fetched', async () => {
    const [index] = (await feed).manifest.index;
    const hostile = await withIndexes(await feed, [], {
      ...{ tools: 100_000, bits: 15 },
      index: Array.from({ length: 128 }, () => index!),
    });
    expect(await refusal(hostile)).toMatchObject({ code: 'inconsistent' });
    expect(files()).toEqual([]);
  });
  it('with one bucket in every place is refused before any bucket is fetched', async () => {
    const indexes = indexesOf(await feed);
    const bucket = indexes.flat().find((ref) => ref !== null)!;
    const hostile = await withIndexes(
      await feed,
      // Different index files, so that only the buckets are the same.
      indexes.map((each, at) => each.map((_, place) => (place === at % each.length ? bucket : null))),
    );
    expect(await refusal(hostile)).toMatchObject({ code: 'inconsistent' });
    expect(files()).toHaveLength(new Set(hostile.manifest.index.map((ref) => ref.sha256)).size);
  });
  it('with a bucket twice in one index file is refused before any bucket is fetched', async () => {
    const [first, ...rest] = indexesOf(await feed);
    const bucket = first!.find((ref) => ref !== null)!;
    const hostile = await withIndexes(await feed, [first!.map(() => bucket), ...rest]);
    expect(await refusal(hostile)).toMatchObject({ code: 'inconsistent' });
    expect(files().every((file) => hostile.manifest.index.some(({ sha256 }) => file.includes(sha256)))).toBe(
      true,
    );
  });
  it('with other lengths than its pack has is refused before any bucket is fetched', async () => {
    const { pack } = (await feed).manifest;
    const hostile = await withIndexes(await feed, indexesOf(await feed), {
      pack: { ...pack, unpacked: pack.unpacked + 1 },
    });
    expect(await refusal(hostile)).toMatchObject({ code: 'inconsistent' });
    expect(files()).toHaveLength(hostile.manifest.index.length);
  });
  it('with a bucket in the place of another is refused', async () => {
    const [first, ...rest] = indexesOf(await feed);
    const hostile = await withIndexes(await feed, [first!.toReversed(), ...rest]);
    expect(await refusal(hostile)).toMatchObject({
      code: expect.stringMatching(/inconsistent|hash-mismatch/) as string,
    });
  });
  it('that takes more room than a person was asked about is held back, and fetched once accepted', async () => {
    const own = await extension();
    await following(own, await feed);
    const larger = await kitchen(2, [...many, tool('jug', 'sss')], key, {
      mend: (manifest: Manifest) => ({
        ...manifest,
        tools: 2_000,
        pack: { ...manifest.pack, unpacked: 60_000_000 },
      }),
    });
    web.files = larger.files;
    web.requests = [];
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.lastError).toMatchObject({ code: 'held-back' });
    expect(files()).toEqual([]);
    await own.changeSubscription('kitchen', {
      acceptedDrop: await sha256(larger.files.get('manifest.json')!),
    });
    await own.refreshFeeds();
    expect(files().length).toBeGreaterThan(0);
  });
});

describe('an update that drops most tools', () => {
  it('is held back, and activated once that version is accepted', async () => {
    const own = await extension();
    await following(own, await kitchen(1, many, key));
    const few = await kitchen(2, many.slice(0, 3), key);
    web.files = few.files;
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.lastError).toMatchObject({
      code: 'held-back',
      message: 'Version 2 drops 57 of its 60 tools, so it waits until you accept it.',
    });
    expect(await seen(own)).toHaveProperty('tool-50');
    await own.changeSubscription('kitchen', { acceptedDrop: await sha256(few.files.get('manifest.json')!) });
    await own.refreshFeeds();
    expect(await seen(own)).toEqual({
      oven: 'ssk',
      pan: 'kkk',
      'tool-0': 'sss',
      'tool-1': 'sss',
      'tool-2': 'sss',
    });
  });
  it('is held back too where the feed was off meanwhile', async () => {
    const own = await extension();
    await following(own, await kitchen(1, many, key));
    await own.changeSubscription('kitchen', { use: 'off' });
    await own.followSubscriptions();
    await own.changeSubscription('kitchen', { use: 'on' });
    web.files = (await kitchen(2, many.slice(0, 3), key)).files;
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.lastError).toMatchObject({ code: 'held-back' });
  });
});
