import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { bucketKey } from '../../browser/catalog-db/badge-lookup.ts';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { reference, tool } from '../builders/tool.ts';
import { axeViolations } from '../../harness/axe.ts';
import { badgeCount, badgeGone, badgeReads, badgeText } from '../../harness/badge.ts';
import { closePrompt } from '../../harness/chromium-prompt.ts';
import { denyPermissions, promptForPermissions } from '../../harness/firefox-prompt.ts';
import { reads } from '../../harness/shown-text.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const docs = 'https://docs.axolotl.ai/docs/getting-started.html';
const sam3 = 'https://ai.meta.com/sam3';
const words = axolotlWords;

/** A stored record for a page, as the active catalog would have it. */
const known = (page: string) => ({
  [bucketKey(page)]: { since: 1, badges: { [page]: badgeRecord(tool('axolotl', 'sss'), reference) } },
});
const press = (page: Page, label: string) => page.click(`::-p-aria([name="${label}"][role="button"])`);

inEachBrowser('access to more sites', (target) => {
  test('is missing at first: no badge on a product’s site, but the popup works', async ({
    visit,
    openPopup,
    noBadge,
  }) => {
    const page = await visit(docs);
    await noBadge(page);
    const popup = await openPopup(page);
    await reads(popup, '3 of 4 reviewers would ship it');
    await reads(popup, 'Turn on for docs.axolotl.ai');
  });

  test('granted for one host puts a badge into its open tabs at once, and into no others', async ({
    visit,
    noBadge,
    extension,
  }) => {
    const [page, other] = [await visit(docs), await visit(sam3)];
    await noBadge(page);
    await extension.grantHost('docs.axolotl.ai');
    await badgeReads(page, words);
    expect(await badgeCount(page)).toBe(1);
    await noBadge(other);
    await noBadge(await visit('https://docs.axolotl.ai.example/'));
    await badgeReads(await visit(docs), words);
  });

  test('removed in the browser’s settings removes the badge at once, and for good', async ({
    visit,
    noBadge,
    extension,
  }) => {
    await extension.grantHost('docs.axolotl.ai');
    const page = await visit(docs);
    await badgeText(page);
    await extension.revokeHost('docs.axolotl.ai');
    await badgeGone(page);
    await page.goto('https://example.com/');
    // Chromium may leave the page before it answers.
    await page.evaluate(() => history.back()).catch(() => undefined);
    await until('the page again', () => page.evaluate(() => location.hostname === 'docs.axolotl.ai'));
    await noBadge(page);
    await noBadge(await visit(docs));
    await badgeReads(await visit(axolotl), words);
    expect(await badgeCount(page)).toBe(0);
    await extension.grantHost('docs.axolotl.ai');
    await badgeReads(page, words);
    await extension.revokeHost('docs.axolotl.ai');
    await badgeGone(page);
  });

  test('is off for an optional site until its own button is pressed', async ({
    visit,
    openPage,
    noBadge,
    extension,
    web,
    store,
  }) => {
    const id = 'gitlab.com/someone/oven';
    await store(known(id));
    web.answer(id, { body: '<!doctype html><title>Oven</title><h1>Oven</h1>' });
    const page = await visit(`https://${id}`);
    await noBadge(page);
    await extension.acceptRequests(['gitlab.com']);
    const options = await openPage('options.html');
    await reads(options, 'More sites');
    await options.click('::-p-xpath(//summary[starts-with(., "Code")])');
    await reads(options, 'GitLab');
    await press(options, 'Allow badges on gitlab.com');
    await reads(options, 'Badges are on for gitlab.com.');
    await badgeReads(page, 'Ship 3 of 3');
    await press(options, 'Remove access to gitlab.com');
    await reads(options, 'Badges are off on gitlab.com.');
    await badgeGone(page);
  });

  test('is not extended to new hosts in newer data; the popup offers them', async ({
    visit,
    openPage,
    openPopup,
    noBadge,
    extension,
    store,
  }) => {
    await extension.grantHost('docs.axolotl.ai');
    await store({ ...known('new.example'), productHosts: ['docs.axolotl.ai', 'new.example'] });
    const page = await visit('https://new.example/');
    await noBadge(page);
    const popup = await openPopup(page);
    await reads(popup, 'Turn on for new.example');
    await popup.close();
    const options = await openPage('options.html');
    await reads(options, 'On for 1 of 2.');
    await reads(options, 'New sites, listed first: 1.');
    await reads(options, 'Allow the remaining 1');
    await options.close();
    await extension.revokeHost('docs.axolotl.ai');
  });

  test('to all product sites is granted by one press, and removed by one', async ({
    visit,
    openPage,
    extension,
    web,
    store,
  }) => {
    const hosts = ['ai.meta.com', 'aider.chat', 'unsloth.ai'];
    for (const host of ['aider.chat', 'unsloth.ai'])
      web.answer(`${host}/`, { body: '<!doctype html><title>Home</title><h1>Home</h1>' });
    await store({ productHosts: hosts });
    await extension.acceptRequests([...hosts, 'www.aider.chat', 'www.unsloth.ai']);
    const [page, other] = [await visit('https://aider.chat/'), await visit(sam3)];
    const options = await openPage('options.html');
    await reads(options, 'Allow all 3');
    await saveShot(options, target, 'options-sites');
    await press(options, 'Allow all 3');
    await reads(options, 'On for 3 of 3.');
    await badgeText(page);
    await badgeText(other);
    expect(await axeViolations(options, { bestPractice: true })).toEqual([]);
    await extension.setColorScheme(options, 'dark');
    await options.evaluate(() => document.querySelector('section details')!.setAttribute('open', ''));
    expect(await axeViolations(options, { bestPractice: true })).toEqual([]);
    await saveShot(options, target, 'options-sites-dark');
    await extension.setZoom(options, 2);
    expect(await options.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await saveShot(options, target, 'options-sites-200');
    await extension.setZoom(options, 1);
    await press(options, 'Remove all 3');
    await reads(options, 'Badges are off on 3 sites.');
    await badgeGone(page);
    await badgeGone(other);
  });

  test('to every site puts badges on tools’ pages only, and is removed as a whole', async ({
    visit,
    openPage,
    extension,
    store,
  }) => {
    await store({ productHosts: ['docs.axolotl.ai'] });
    const [page, own] = [await visit(docs), await visit(axolotl)];
    await badgeReads(own, words);
    await extension.grantHost('*');
    await badgeReads(page, words);
    const options = await openPage('options.html');
    const matches = await options.evaluate(registeredMatches);
    expect(matches).toContain('https://docs.axolotl.ai/*');
    expect(matches.filter((match) => match.includes('//*'))).toEqual([]);
    await extension.revokeHost('*');
    await badgeGone(page);
    // Chromium's settings take the sites of the installation with all others, Firefox's leave them.
    await (isFirefox(target) ? badgeReads(own, words) : badgeGone(own));
    expect(await options.evaluate(registeredMatches)).toEqual([]);
  });

  test('that is denied changes nothing', async ({ visit, openPage, noBadge, extension, store }) => {
    // A host that was never granted: browsers grant again without a question what they granted before.
    await store({ ...known('never.example'), productHosts: ['never.example'] });
    const options = await openPage('options.html');
    await reads(options, 'Allow all 1');
    if (isFirefox(target)) {
      await promptForPermissions(extension.browser, true);
      await press(options, 'Allow all 1');
      expect(await denyPermissions(extension.browser)).toContain('never.example');
      await reads(options, 'Not allowed. Nothing changed.');
      await promptForPermissions(extension.browser, false);
    } else {
      await press(options, 'Allow all 1');
      await closePrompt(options);
      await reads(options, 'Not allowed. Nothing changed.');
    }
    await reads(options, 'Off on all 1.');
    await noBadge(await visit('https://never.example/'));
  });
});

// Runs inside a page of the extension.
async function registeredMatches(): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const scripts = await (browser ?? chrome)!.scripting.getRegisteredContentScripts();
  return scripts.flatMap(({ matches }) => matches);
}

type Api = { scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> } };
