import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { FeedErrorCode } from '../../catalog/feed/feed-error.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { makeKey, signManifest, type makeFeed, type TestFeed, type TestKey } from '../builders/feed.ts';
import { isWhole, readStored, refresh, subscribe, subscriptions } from '../../harness/feed-state.ts';
import { startMirror, type Fault, type Mirror } from '../../harness/mirror.ts';
import { isFirefox } from '../../harness/target.ts';
import { changedAxolotl, subscription, teamFeed, thing } from '../../harness/acme-feed.ts';
import { reads } from '../../harness/shown-text.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('a feed that misbehaves', (target) => {
  let mirror: Mirror;
  let page: Page;
  let key: TestKey;
  let other: TestKey;
  let good: TestFeed;
  // A version that was signed was seen, whatever was wrong with its files: each row needs its own.
  let version = 5;
  const bad = (more: Partial<Parameters<typeof makeFeed>[0]> = {}, by = key) =>
    teamFeed(by, ++version, 'kkk', more);
  const nextFeed = () => bad();

  test.beforeAll(async ({ extension, web }) => {
    mirror = startMirror(web, 'feeds.example');
    [key, other] = await Promise.all([makeKey(), makeKey()]);
    good = await teamFeed(key, 5);
    mirror.show(good.files);
    page = await extension.openPage('options.html');
    await readStored(page);
    await extension.grantFeedHost('feeds.example');
    await subscribe(page, [subscription(mirror.url, key)]);
    expect((await refresh(page, 'acme')).lastError).toBeUndefined();
    expect((await readStored(page)).votes).toMatchObject({ [thing]: 'sss', ...changedAxolotl });
  });

  const changed = (bytes: Uint8Array, at = bytes.length >> 1) => {
    const copy = Uint8Array.from(bytes);
    copy[at]! ^= 1;
    return copy;
  };
  const mended = (mend: (manifest: Manifest) => unknown) => bad({ mend });
  const text = (json: string) => bad({ text: () => json });
  const bucket = (from: RegExp, to: string) => bad({ bucket: (line) => line.replace(from, to) });
  const without = async (name: string) =>
    new Map([...(await nextFeed()).files].filter(([path]) => path !== name));
  const fileAs = async (make: (bytes: Uint8Array) => Uint8Array) => {
    const files = [...(await nextFeed()).files];
    const isNew = (path: string) => path.startsWith('files/') && !good.files.has(path);
    return new Map(files.map(([path, bytes]) => [path, isNew(path) ? make(bytes) : bytes]));
  };
  const named = async (name: string, make: (bytes: Uint8Array) => Uint8Array) => {
    const { files } = await nextFeed();
    return new Map<string, Uint8Array>(files).set(name, make(files.get(name)!));
  };
  const manifestAs = async (bytes: Uint8Array<ArrayBuffer>) => {
    const { files } = await nextFeed();
    await signManifest(files, bytes, key);
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
    ['another key', 'bad-signature', /not signed with the key you confirmed/, () => bad({}, other)],
    ['an older version', 'rollback', /Version 4 is older than version \d+/, () => teamFeed(key, 4, 'kkk')],
    [
      'another copy of a version',
      'version-conflict',
      /differs from the version \d+ that this device/,
      async () => teamFeed(key, (await subscriptions(page))[0]!.highestSeen.version, 'sks'),
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
    const before = await readStored(page);
    const shown = await files();
    mirror.show('files' in shown ? shown.files : shown);
    const { lastError } = await refresh(page, 'acme');
    expect(lastError?.code).toBe(code);
    expect(lastError?.message).toMatch(sentence);
    expect(await readStored(page)).toEqual(before);
  });

  const cut: Fault = (_, response) => Boolean(response.socket?.destroy());
  const half: Fault = (_, response, body) => {
    response.writeHead(200, { 'content-length': body!.length, 'access-control-allow-origin': '*' });
    response.write(body!.subarray(0, body!.length >> 1), () => response.socket?.destroy());
    return true;
  };
  const elsewhere: Fault = (_, response) => {
    response.writeHead(302, { location: 'https://elsewhere.example/', 'access-control-allow-origin': '*' });
    return Boolean(response.end());
  };
  const strict: Fault = (_, response, body) => {
    response.writeHead(200);
    return Boolean(response.end(body));
  };
  const parts: [string, (path: string) => boolean][] = [
    ['the manifest', (path) => path === 'manifest.json'],
    ['the signature', (path) => path === 'manifest.sig'],
    // A browser asks again where a connection broke before the answer, so it is the path that counts.
    ['the index', (path) => path === mirror.requested[2]],
    ['a bucket', (path) => path.startsWith('files/') && path !== mirror.requested[2]],
  ];
  const common: [string, Fault, FeedErrorCode][] = [
    ['cut before it answers', cut, 'network'],
    ['cut half-way', half, 'network'],
    ['redirected to another address', elsewhere, 'redirect'],
  ];
  // Firefox reads an allowed host without CORS.
  const faults = isFirefox(target) ? common : [...common, ['blocked by CORS', strict, 'network'] as const];
  describe.each(parts)('%s', (_, isPart) => {
    test.for(faults)('%s: the catalog stays', async ([, fault, code], { web }) => {
      const before = await readStored(page);
      mirror.show((await nextFeed()).files);
      mirror.forget();
      web.forget();
      mirror.misbehave((path, response, body) => isPart(path) && fault(path, response, body));
      const { lastError } = await refresh(page, 'acme');
      mirror.misbehave(undefined);
      expect(lastError?.code).toBe(code);
      expect(await readStored(page)).toEqual(before);
      expect(web.requests.map(({ host }) => host)).not.toContain('elsewhere.example');
    });
  });

  test('a slow drip is abandoned', async () => {
    const before = await readStored(page);
    mirror.show((await nextFeed()).files);
    const drips: NodeJS.Timeout[] = [];
    mirror.misbehave((path, response) => path === 'manifest.sig' && drip(response, drips));
    const { lastError } = await refresh(page, 'acme');
    mirror.misbehave(undefined);
    for (const each of drips) clearInterval(each);
    expect(lastError?.code).toBe('timeout');
    expect(lastError?.message).toMatch(/too slowly: stopped after 20 seconds/);
    expect(await readStored(page)).toEqual(before);
  });

  test('a refused version does not block the next good one', async () => {
    mirror.show((await nextFeed()).files);
    mirror.forget();
    const [one, two] = await Promise.all([refresh(page, 'acme'), refresh(page, 'acme')]);
    expect([one.lastError, two.lastError]).toEqual([undefined, undefined]);
    // Two at once: the second finds nothing to do.
    expect(mirror.requested.filter((path) => path.startsWith('files/'))).toHaveLength(2);
    const now = await readStored(page);
    expect(isWhole(now)).toBe(true);
    expect(now.votes).toMatchObject({ [thing]: 'kkk' });
    expect((await subscriptions(page))[0]?.highestSeen.version).toBe(version);
  });

  test('data that expires while it is active is shown as expired, and kept', async ({ visit, openPopup }) => {
    const soon = await bad({ expires: new Date(Date.now() + 2_000).toISOString() });
    mirror.show(soon.files);
    expect((await refresh(page, 'acme')).lastError).toBeUndefined();
    await new Promise((done) => setTimeout(done, 2_500));
    const popup = await openPopup(await visit(axolotl));
    await reads(popup, 'This data expired on');
    await reads(popup, 'From the feed “Acme tools”');
  });
});

function drip(response: ServerResponse, drips: NodeJS.Timeout[]): boolean {
  response.writeHead(200, { 'access-control-allow-origin': '*' });
  drips.push(setInterval(() => response.write('A'), 500));
  return true;
}
