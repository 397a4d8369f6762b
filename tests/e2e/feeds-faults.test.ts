import type { ServerResponse } from 'node:http';
import { describe, expect } from 'vitest';
import type { FeedErrorCode } from '../../catalog/feed/feed-error.ts';
import { thing } from '../../harness/acme-feed.ts';
import { isWhole, readStored, refresh, startRefresh, subscriptions } from '../../harness/feed-state.ts';
import type { Fault } from '../../harness/mirror.ts';
import { press, reads } from '../../harness/shown-text.ts';
import { expireLayer } from '../../harness/stored-catalog.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';
import { followFeed, type FollowedFeed } from './followed-feed.ts';

const test = extensionTest();

inEachBrowser('a feed on a bad connection', (target) => {
  let feed: FollowedFeed;
  test.beforeAll(async ({ extension, web }) => {
    feed = await followFeed(extension, web);
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
  const firstFile = () => feed.mirror.requested.find((path) => path.startsWith('files/'));
  const parts: [string, (path: string) => boolean][] = [
    ['the manifest', (path) => path === 'manifest.json'],
    ['the signature', (path) => path === 'manifest.sig'],
    // A browser asks again where a connection broke before the answer, so it is the path that counts.
    ['the index', (path) => path === firstFile()],
    ['a bucket', (path) => path.startsWith('files/') && path !== firstFile()],
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
      const before = await readStored(feed.page);
      feed.mirror.show((await feed.next()).files);
      feed.mirror.forget();
      web.forget();
      feed.mirror.misbehave((path, response, body) => isPart(path) && fault(path, response, body));
      const { lastError } = await refresh(feed.page, 'acme');
      feed.mirror.misbehave(undefined);
      expect(lastError?.code).toBe(code);
      expect(await readStored(feed.page)).toEqual(before);
      expect(web.requests.map(({ host }) => host)).not.toContain('elsewhere.example');
    });
  });

  test('a refused version does not block the next good one', async () => {
    feed.mirror.show((await feed.next()).files);
    feed.mirror.forget();
    const [one, two] = await Promise.all([refresh(feed.page, 'acme'), refresh(feed.page, 'acme')]);
    expect([one.lastError, two.lastError]).toEqual([undefined, undefined]);
    // Two at once: the second finds nothing to do.
    expect(feed.mirror.requested.filter((path) => path.startsWith('files/'))).toHaveLength(2);
    const now = await readStored(feed.page);
    expect(isWhole(now)).toBe(true);
    expect(now.votes).toMatchObject({ [thing]: 'kkk' });
    expect((await subscriptions(feed.page))[0]?.highestSeen.version).toBe(feed.version);
  });

  test('data that expires while it is active is shown as expired, and kept', async ({
    visit,
    openPopup,
    extension,
  }) => {
    expect(await extension.run(expireLayer, 'acme')).toBe(true);
    const popup = await openPopup(await visit(axolotl));
    await reads(popup, 'This data expired on');
    await reads(popup, 'From the feed “Acme tools”');
  });

  test('a feed that drips is removed at once', async ({ openPage }) => {
    const page = await openPage('options.html');
    await reads(page, 'Acme tools');
    const drips: NodeJS.Timeout[] = [];
    feed.mirror.forget();
    feed.mirror.misbehave((path, response) => path === 'manifest.sig' && drip(response, drips));
    await startRefresh(feed.page, 'acme');
    await until('the drip', () => Promise.resolve(drips.length > 0));
    const started = performance.now();
    await press(page, 'Remove');
    await reads(page, '“Acme tools” was removed.');
    // The drip would take twenty seconds; on a busy machine the page takes more than one.
    expect(performance.now() - started).toBeLessThan(5_000);
    await until('its tools to be gone', async () => !(thing in (await readStored(page)).votes));
    expect(await subscriptions(page)).toEqual([]);
    feed.mirror.misbehave(undefined);
    for (const each of drips) clearInterval(each);
  });
});

function drip(response: ServerResponse, drips: NodeJS.Timeout[]): boolean {
  response.writeHead(200, { 'access-control-allow-origin': '*' });
  drips.push(setInterval(() => response.write('A'), 500));
  return true;
}
