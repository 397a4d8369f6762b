import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { dateLabel } from '../../catalog/dates.ts';
import { fingerprint } from '../../catalog/feed/signature.ts';
import { makeKey, makeStatement, type TestKey } from '../builders/feed.ts';
import { axeViolations } from '../../harness/axe.ts';
import { badgeText } from '../../harness/badge.ts';
import { readStored } from '../../harness/feed-state.ts';
import { startMirror, type Mirror } from '../../harness/mirror.ts';
import { press, reads, text, typeAddress } from '../../harness/shown-text.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { isFirefox } from '../../harness/target.ts';
import { publishedOn, teamFeed, thing } from '../../harness/acme-feed.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser, unknownRepository } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('the life of a feed', (target) => {
  let mirror: Mirror;
  let page: Page;
  let key: TestKey;

  test.beforeAll(async ({ extension, web }) => {
    mirror = startMirror(web, 'feeds.example');
    key = await makeKey();
    page = await extension.openPage('options.html');
    await readStored(page);
  });

  test('starts with the bundled catalog, and says so', async () => {
    await reads(page, 'Built-in data only.');
    await reads(page, 'Built-in data, ');
  });

  test.for<[string, string]>([
    ['ftp://feeds.example/', 'begins with https://'],
    ['http://feeds.example/', 'begins with https://'],
    ['no address at all', 'isn’t a web address'],
    ['https://me:secret@feeds.example/', 'can’t contain a name or password'],
  ])('%s is not a feed', async ([address, sentence]) => {
    await typeAddress(page, address);
    await press(page, 'Check feed');
    await reads(page, sentence);
  });

  if (isFirefox(target)) {
    test('is not fetched before its host is allowed, since Firefox would reveal the installation', async ({
      web,
    }) => {
      await typeAddress(page, 'feeds.example');
      await press(page, 'Check feed');
      await reads(page, 'Firefox reveals an installation ID');
      expect(mirror.requested).toEqual([]);
      await page.click('::-p-aria([name="Allow access to feeds.example"][role="button"])');
      await reads(page, 'key.pub is missing (404).');
      expect(web.requests.map(({ origin }) => origin)).not.toContainEqual(
        expect.stringContaining('moz-extension'),
      );
    });
  } else {
    test('is not found where there is none', async () => {
      await typeAddress(page, 'feeds.example');
      await press(page, 'Check feed');
      await reads(page, 'key.pub is missing (404).');
    });
  }

  test('is found by its address, and followed after its fingerprint is confirmed', async ({
    extension,
    web,
  }) => {
    mirror.show((await teamFeed(key, 1)).files);
    await typeAddress(page, 'feeds.example/manifest.json');
    await press(page, 'Check feed');
    await reads(page, await fingerprint(key.text));
    await saveShot(page, target, 'options-feed-found');
    expect((await readStored(page)).votes).not.toHaveProperty(thing);
    await press(page, 'It matches. Add feed');
    await reads(page, '“Acme tools” is up to date.');
    await reads(page, `Version 1, published ${dateLabel(publishedOn)}`);
    expect((await readStored(page)).votes).toHaveProperty(thing);
    const requests = web.requests.filter(({ host }) => host === 'feeds.example');
    expect(requests.length).toBeGreaterThan(3);
    for (const { identifying } of requests) expect(identifying).toEqual([]);
    await saveShot(page, target, 'options-feed');
    expect(await axeViolations(page)).toEqual([]);
    await extension.setColorScheme(page, 'dark');
    await saveShot(page, target, 'options-feed-dark');
    expect(await axeViolations(page)).toEqual([]);
    await extension.setColorScheme(page, 'light');
    await extension.setZoom(page, 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await extension.setZoom(page, 1);
  });

  test('shows a badge on a page that the bundled catalog does not cover, with the name of the feed', async ({
    visit,
    openPopup,
  }) => {
    const visited = await visit(unknownRepository);
    expect(await badgeText(visited)).toContain('Acme tools');
    await saveShot(visited, target, 'badge-of-a-feed');
    const popup = await openPopup(visited);
    await reads(popup, 'From the feed “Acme tools”');
    await saveShot(popup, target, 'popup-of-a-feed');
    expect(await axeViolations(popup)).toEqual([]);
    await popup.click('[aria-label^="Watch "]');
    await until('the star', () =>
      popup.evaluate(() => Boolean(document.querySelector('[aria-label^="Unwatch "]'))),
    );
  });

  test('is refreshed once a day by its own alarm, and the icon counts what is new of watched tools', async ({
    extension,
    openPage,
  }) => {
    expect(await page.evaluate(alarms)).toEqual(['refresh-feeds']);
    mirror.show((await teamFeed(key, 2, 'kkk')).files);
    await page.evaluate(ringNow);
    await until('the newer version', async () => (await readStored(page)).votes[thing] === 'kkk');
    await until('one change on the icon', async () => (await extension.run(iconText)) === '1');
    const all = await openPage('catalog.html');
    await until('the number in the shell', () =>
      all.evaluate(() =>
        [...document.querySelectorAll('nav a')].some((a) => a.textContent === 'What’s new (1)'),
      ),
    );
  });

  test('lists what is new, watched tools first', async ({ openPage, extension }) => {
    const news = await openPage('news.html');
    await reads(news, 'What’s new');
    await reads(news, 'Something');
    await reads(news, '→ Skip');
    await saveShot(news, target, 'news');
    await until('no change on the icon', async () => (await extension.run(iconText)) === '');
    expect(await axeViolations(news)).toEqual([]);
    await extension.setColorScheme(news, 'dark');
    await saveShot(news, target, 'news-dark');
    expect(await axeViolations(news)).toEqual([]);
    await extension.setColorScheme(news, 'light');
    await extension.setZoom(news, 2);
    expect(await news.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await extension.setZoom(news, 1);
  });

  test('shows why an update was refused, and follows a signed statement to a new key', async ({
    extension,
  }) => {
    await page.close();
    page = await extension.openPage('options.html');
    const next = await makeKey();
    mirror.show((await teamFeed(next, 3)).files);
    await press(page, 'Update now');
    await reads(page, 'Update rejected.');
    await saveShot(page, target, 'options-feed-refused');
    const { files } = await teamFeed(next, 4);
    const statement = await makeStatement('acme', key, next);
    mirror.show(files.set('keys.json', new TextEncoder().encode(JSON.stringify([statement]))));
    await press(page, 'Update now');
    await reads(page, '“Acme tools” is up to date.');
    expect(await text(page)).not.toContain('Update rejected.');
  });

  test('can be paused, turned off and removed, each with undo', async () => {
    await press(page, 'Pause');
    await reads(page, '“Acme tools” is paused.');
    expect(await page.evaluate(alarms)).toEqual([]);
    expect((await readStored(page)).votes).toHaveProperty(thing);
    await press(page, 'Resume');
    await reads(page, '“Acme tools” is on.');
    await press(page, 'Use built-in data only');
    await reads(page, 'Only built-in data is used.');
    await until('its tools to be gone', async () => !(thing in (await readStored(page)).votes));
    await press(page, 'Undo');
    await until('its tools again', async () => thing in (await readStored(page)).votes);
    await press(page, 'Remove');
    await reads(page, '“Acme tools” was removed.');
    await until('its tools to be gone', async () => !(thing in (await readStored(page)).votes));
    await press(page, 'Undo');
    await until('its tools again', async () => thing in (await readStored(page)).votes);
  });
});

type Api = {
  action: { getBadgeText(of: object): Promise<string> };
  alarms: {
    getAll(): Promise<{ name: string }[]>;
    create(name: string, when: { when: number }): void;
  };
};
type Global = Record<string, Api | undefined>;

// These run inside a page of the extension.
async function alarms(): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (await (browser ?? chrome)!.alarms.getAll()).map(({ name }) => name);
}

function iconText(): Promise<string> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.action.getBadgeText({});
}

function ringNow(): void {
  const { browser, chrome } = globalThis as unknown as Global;
  (browser ?? chrome)!.alarms.create('refresh-feeds', { when: Date.now() });
}
