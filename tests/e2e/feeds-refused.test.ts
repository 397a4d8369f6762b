import { expect } from 'vitest';
import type { FeedErrorCode } from '../../catalog/feed/feed-error.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { makeKey, signManifest, type TestKey } from '../builders/feed.ts';
import { teamFeed } from '../../harness/acme-feed.ts';
import { readStored, refresh, subscriptions } from '../../harness/feed-state.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';
import { followFeed, type FollowedFeed } from './followed-feed.ts';

const test = extensionTest();

inEachBrowser('a feed that is not as it should be', () => {
  let feed: FollowedFeed;
  let other: TestKey;
  test.beforeAll(async ({ extension, web }) => {
    other = await makeKey();
    feed = await followFeed(extension, web);
  });

  const changed = (bytes: Uint8Array, at = bytes.length >> 1) => {
    const copy = Uint8Array.from(bytes);
    copy[at]! ^= 1;
    return copy;
  };
  const mended = (mend: (manifest: Manifest) => unknown) => feed.next({ mend });
  const text = (json: string) => feed.next({ text: () => json });
  const bucket = (from: RegExp, to: string) => feed.next({ bucket: (line) => line.replace(from, to) });
  const without = async (name: string) =>
    new Map([...(await feed.next()).files].filter(([path]) => path !== name));
  const fileAs = async (make: (bytes: Uint8Array) => Uint8Array) => {
    const files = [...(await feed.next()).files];
    const isNew = (path: string) => path.startsWith('files/') && !feed.current.files.has(path);
    return new Map(files.map(([path, bytes]) => [path, isNew(path) ? make(bytes) : bytes]));
  };
  const named = async (name: string, make: (bytes: Uint8Array) => Uint8Array) => {
    const { files } = await feed.next();
    return new Map<string, Uint8Array>(files).set(name, make(files.get(name)!));
  };
  const manifestAs = async (bytes: Uint8Array<ArrayBuffer>) => {
    const { files } = await feed.next();
    await signManifest(files, bytes, feed.key);
    return files;
  };

  type Files = Promise<{ files: Map<string, Uint8Array> } | Map<string, Uint8Array>>;
  test.for<[string, FeedErrorCode, RegExp, () => Files]>([
    ['no signature', 'not-found', /manifest\.sig is missing \(404\)/, () => without('manifest.sig')],
    ['no manifest', 'not-found', /manifest\.json is missing \(404\)/, () => without('manifest.json')],
    [
      'a changed manifest',
      'bad-signature',
      /not signed with the key you confirmed/,
      () => named('manifest.json', changed),
    ],
    [
      'a changed signature',
      'bad-signature',
      /not signed with the key you confirmed/,
      () => named('manifest.sig', changed),
    ],
    [
      'another key',
      'bad-signature',
      /not signed with the key you confirmed/,
      () => feed.next({ key: other }),
    ],
    [
      'an older version',
      'rollback',
      /Version 4 is older than version \d+/,
      () => teamFeed(feed.key, 4, 'kkk'),
    ],
    [
      'another copy of a version',
      'version-conflict',
      /differs from the version \d+ that this device/,
      async () => teamFeed(feed.key, (await subscriptions(feed.page))[0]!.highestSeen.version, 'sks'),
    ],
    [
      'an expired manifest',
      'expired',
      /expired on 2026-01-01/,
      () => mended((manifest) => ({ ...manifest, expires: '2026-01-01T00:00:00Z' })),
    ],
    [
      'another feed',
      'wrong-feed',
      /This is the feed “other”, not “acme”/,
      () => mended((manifest) => ({ ...manifest, feed: 'other' })),
    ],
    [
      'a newer format',
      'unsupported-format',
      /Its format, 2\.0, is newer.*Update the extension/,
      () => mended(() => ({ schema: '2.0', layout: 'new' })),
    ],
    ['a changed file', 'hash-mismatch', /is not what the manifest names/, () => fileAs(changed)],
    [
      'a file cut short',
      'hash-mismatch',
      /bytes instead of \d+/,
      () => fileAs((bytes) => bytes.slice(0, -1)),
    ],
    [
      'a longer file',
      'too-large',
      /larger than the \d+ bytes allowed/,
      () => fileAs((bytes) => Uint8Array.from([...bytes, 10])),
    ],
    [
      'a record without a name',
      'malformed',
      /: tool something: name: /,
      () => bucket(/"name":"Something"/, '"title":"x"'),
    ],
    [
      'a tool twice',
      'inconsistent',
      /something is listed twice/,
      () => bucket(/(\{"id":"something".*?"title":"README"[^}]*\}\}\})/, '$1,$1'),
    ],
    [
      'a page claimed twice',
      'inconsistent',
      /claimed by both/,
      () => bucket(/pkg:pypi\/\w+-3"/, 'pkg:github/someone/something"'),
    ],
    [
      'a prototype’s key',
      'malformed',
      /has the key “__proto__”/,
      () => bucket(/"maker":"Maker/, '"__proto__":{"x":1},"maker":"Maker'),
    ],
    [
      'another number of tools',
      'inconsistent',
      /has 200 tools, but its manifest says 201/,
      () => mended((manifest) => ({ ...manifest, tools: 201 })),
    ],
    [
      'more tools than can be held',
      'too-large',
      /holds at most 100,000/,
      () => mended((manifest) => ({ ...manifest, tools: 100_001 })),
    ],
    [
      'a manifest without a version',
      'malformed',
      /manifest\.json: version: /,
      () => mended((manifest) => ({ ...manifest, version: undefined })),
    ],
    ['not JSON', 'malformed', /manifest\.json isn’t valid JSON/, () => text('<!doctype html>')],
    ['deep nesting', 'too-large', /nested deeper than 32 levels/, () => text('['.repeat(100_000))],
    [
      'not UTF-8',
      'malformed',
      /manifest\.json isn’t valid UTF-8/,
      () => manifestAs(Uint8Array.from([123, 255, 254, 125])),
    ],
    [
      'an oversize manifest',
      'too-large',
      /manifest\.json is larger than the 1000000 bytes/,
      () => text(' '.repeat(1_000_001)),
    ],
    [
      'an oversize pack',
      'malformed',
      /manifest\.json: pack\.length/,
      () => mended((manifest) => ({ ...manifest, pack: { ...manifest.pack, length: 300_000_000 } })),
    ],
  ])('%s is refused, and the catalog stays', async ([, code, sentence, files]) => {
    const before = await readStored(feed.page);
    const shown = await files();
    feed.mirror.show('files' in shown ? shown.files : shown);
    const { lastError } = await refresh(feed.page, 'acme');
    expect(lastError?.code).toBe(code);
    expect(lastError?.message).toMatch(sentence);
    expect(await readStored(feed.page)).toEqual(before);
  });

  test('one that names a file a hundred times is refused before any file is fetched', async () => {
    const index = (first: Manifest['index'][number]) => Array.from({ length: 128 }, () => first);
    const { files } = await mended((manifest) => ({
      ...manifest,
      ...{ tools: 100_000, bits: 15, index: index(manifest.index[0]!) },
    }));
    feed.mirror.show(files);
    feed.mirror.forget();
    expect((await refresh(feed.page, 'acme')).lastError?.code).toBe('inconsistent');
    expect(feed.mirror.requested.filter((path) => path.startsWith('files/'))).toEqual([]);
  });
});
