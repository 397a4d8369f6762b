import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { syntheticTool } from '../../cli/synthetic-tools.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, type TestFeed, type TestKey } from '../builders/feed.ts';
import { changedAxolotl, subscription, teamFeed, thing } from '../../harness/acme-feed.ts';
import type { Extension } from '../../harness/extension.ts';
import { startFakeWeb, type FakeWeb } from '../../harness/fake-web.ts';
import { isWhole, readStored, refresh, startRefresh, subscribe } from '../../harness/feed-state.ts';
import { launch } from '../../harness/launch.ts';
import { startMirror, type Mirror } from '../../harness/mirror.ts';
import { isFirefox, targets } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';

describe.each(targets)('a browser killed while it updates, %s', (target) => {
  let web: FakeWeb;
  let mirror: Mirror;
  let extension: Extension;
  let key: TestKey;
  let good: TestFeed;
  let page: Page;
  let profile = '';
  const start = async () => {
    // The driver puts Firefox's settings back when the browser ends; a start in between would find half of them.
    const isSettled = () => !readdirSync(profile).some((name) => name.endsWith('.puppeteer'));
    await until('the profile to settle', () => Promise.resolve(isSettled()));
    extension = await launch(target, web, { profile });
    await extension.grantFeedHost('feeds.example');
    return extension.openPage('options.html');
  };

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'hullmark-'));
    web = await startFakeWeb();
    mirror = startMirror(web, 'feeds.example');
    key = await makeKey();
    good = await teamFeed(key, 1);
    mirror.show(good.files);
    page = await start();
    await readStored(page);
    await subscribe(page, [subscription(mirror.url, key)]);
    expect((await refresh(page, 'acme')).lastError).toBeUndefined();
  });
  afterAll(async () => {
    await extension?.kill();
    await web?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  // The next response never comes: each number is a moment at which the power may fail. Firefox takes four times as long to start
  // anew; the unit tests try every moment.
  it.each(isFirefox(target) ? [1, 4] : [1, 2, 3, 4])(
    'after response %i starts with the old catalog whole, then updates',
    async (answers) => {
      const version = answers + 1;
      const votes = version % 2 ? 'sss' : 'kkk';
      const before = version % 2 ? 'kkk' : 'sss';
      mirror.show((await teamFeed(key, version, votes)).files);
      mirror.forget();
      mirror.misbehave(() => mirror.requested.length > answers);
      await startRefresh(page, 'acme');
      await until('the server to stall', () => Promise.resolve(mirror.requested.length > answers));
      await extension.kill();
      mirror.misbehave(undefined);
      page = await start();
      const after = await readStored(page);
      expect(isWhole(after)).toBe(true);
      expect(after.votes).toMatchObject({ [thing]: before, ...changedAxolotl });
      expect((await refresh(page, 'acme')).lastError).toBeUndefined();
      const now = await readStored(page);
      expect(isWhole(now)).toBe(true);
      expect(now.votes).toMatchObject({ [thing]: votes });
    },
  );

  it.each(isFirefox(target) ? [20] : [0, 20, 60])(
    '%i ms after the last file has a whole catalog, old or new',
    async (ms) => {
      const version = 100 + ms;
      const files = (await teamFeed(key, version, version % 2 ? 'ssk' : 'kks')).files;
      mirror.show(files);
      mirror.forget();
      const expected = (await readStored(page)).votes[thing];
      await startRefresh(page, 'acme');
      await until('the last file', () => Promise.resolve(mirror.requested.length === 5));
      await new Promise((done) => setTimeout(done, ms));
      await extension.kill();
      page = await start();
      const after = await readStored(page);
      expect(isWhole(after)).toBe(true);
      expect([expected, version % 2 ? 'ssk' : 'kks']).toContain(after.votes[thing]);
      expect((await refresh(page, 'acme')).lastError).toBeUndefined();
      expect((await readStored(page)).votes[thing]).toBe(version % 2 ? 'ssk' : 'kks');
    },
  );
});

// Chromium sets an extension with unlimitedStorage no quota that a test could reach.
describe.each(targets.filter(isFirefox))('a browser without room, %s', (target) => {
  it('says so and keeps the old catalog whole; a smaller feed is then accepted', async () => {
    const web = await startFakeWeb();
    const extension = await launch(target, web, { storageKilobytes: 13_000 });
    try {
      await extension.grantFeedHost('feeds.example');
      const mirror = startMirror(web, 'feeds.example');
      const key = await makeKey();
      const tools = Array.from({ length: 3_000 }, (_, at) => syntheticTool(at, ['baking']));
      mirror.show((await teamFeed(key, 1, 'sss', { tools })).files);
      const page = await extension.openPage('options.html');
      const before = await readStored(page);
      await subscribe(page, [subscription(mirror.url, key)]);
      const { lastError } = await refresh(page, 'acme');
      expect(lastError?.code).toBe('storage-full');
      const after = await readStored(page);
      expect(after).toEqual({ ...before, generation: after.generation });
      expect(isWhole(after)).toBe(true);
      mirror.show((await teamFeed(key, 2)).files);
      // Firefox gives the room of what was deleted back after a while.
      const isAccepted = async () => !(await refresh(page, 'acme')).lastError;
      await until('room for the smaller feed', isAccepted, 30_000);
      expect((await readStored(page)).votes).toMatchObject({ [thing]: 'sss' });
    } finally {
      await extension.close();
      await web.close();
    }
  });
});
