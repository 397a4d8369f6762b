import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { readTools } from '../../cli/read-data.ts';
import { axeViolations } from '../../harness/axe.ts';
import { badgeReads, badgeText, hoverBadge, inBadge, leaveBadge } from '../../harness/badge.ts';
import type { FakeWeb } from '../../harness/fake-web.ts';
import { allowPrivate } from '../../harness/private-window.ts';
import { scriptsSettled } from '../../harness/content-scripts.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { storedPages } from '../../harness/stored-pages.ts';
import { toolbarTitles } from '../../harness/toolbar-titles.ts';
import { until } from '../../harness/until.ts';
import { reads } from '../../harness/shown-text.ts';
import { axolotlWords } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser, sam3 } from './extension-test.ts';

const test = extensionTest();

const changed = axolotl;
const archived = sam3;
const fork = 'https://github.com/someone/axolotl';
const strangersFork = 'https://github.com/someone/something';
const privateOne = 'https://github.com/unslothai/unsloth';

const row = 'On its page (open tab)';
const newer = 'This page: v0.21.0';
const otherLicense = 'This page says AGPL-3.0; we found Apache-2.0 at commit';

function answerPages(web: FakeWeb) {
  const named = (owner: string, name: string) => ({ owner, name });
  const repository = savedPage('github/repository-2022.html', named('axolotl-ai-cloud', 'axolotl'));
  const body = repository.replaceAll('v0.16.0', 'v0.21.0').replace('Apache-2.0 license', 'AGPL-3.0 license');
  web.answer('github.com/axolotl-ai-cloud/axolotl', { body });
  const answers: [string, string, string][] = [
    ['facebookresearch', 'sam3', 'github/archived.html'],
    ['someone', 'axolotl', 'github/fork.html'],
    ['unslothai', 'unsloth', 'github/private.html'],
  ];
  for (const [owner, name, page] of answers)
    web.answer(`github.com/${owner}/${name}`, { body: savedPage(page, named(owner, name)) });
  const unknown = savedPage('github/fork.html', named('someone', 'something'));
  const parent = unknown.replaceAll('axolotl-ai-cloud/axolotl', 'nobody/nothing');
  web.answer('github.com/someone/something', { body: parent });
}

const textOf = (page: Page) => page.evaluate(() => document.querySelector('main')!.innerText);
const wide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;

inEachBrowser('what differs on the page', (target) => {
  test.beforeAll(({ web }) => answerPages(web));

  test.for(['light', 'dark'] as const)('is under the verdict, in %s', async (scheme, { openPopup }) => {
    const popup = await openPopup(changed);
    await reads(popup, newer);
    await reads(popup, 'Price');
    await popup.setColorScheme(scheme);
    const text = await popup.text();
    expect(text).toContain(otherLicense);
    expect(text.indexOf(otherLicense)).toBeLessThan(text.indexOf('3 of 4 reviewers'));
    expect(await popup.evaluate(wide)).toBe(false);
    expect(await axeViolations(popup)).toEqual([]);
    await saveShot(popup, target, `findings-${scheme}`);
  });

  test('is that it is archived', async ({ openPopup }) => {
    const popup = await openPopup(archived);
    await reads(popup, 'Archived');
    expect(await popup.evaluate(() => document.querySelector('.Bands-bad')!.textContent)).toBe('Archived');
    const text = await popup.text();
    expect(text.indexOf('Archived')).toBeLessThan(text.indexOf('would ship it'));
  });

  test('is said before the verdict where the site itself warns of it, everywhere', async ({
    visit,
    openPopup,
    openPage,
    extension,
  }) => {
    const quarantined = savedPage('pypi/quarantined.html', { name: 'axolotl', version: '0.16.0' });
    const page = await visit('https://pypi.org/project/axolotl/', { body: quarantined });
    await until('the badge to warn', () =>
      inBadge(page, (root) => Boolean(root.querySelector('.badge.has-warning'))),
    );
    await badgeReads(page, axolotlWords);
    const warning = 'Quarantined by its index';
    expect(await inBadge(page, (root) => root.querySelector('button')!.getAttribute('aria-label'))).toMatch(
      new RegExp(`^${warning}`),
    );
    await hoverBadge(page);
    const card = await badgeText(page, '[popover]:popover-open');
    expect(card.indexOf(warning)).toBe(0);
    await saveShot(page, target, 'quarantined-card');
    await leaveBadge(page);
    await until('the toolbar', async () =>
      (await extension.run(toolbarTitles)).some((title) => title.startsWith(warning)),
    );
    const compare = await openPage('compare.html#axolotl/sam3');
    await until('the row', async () => (await textOf(compare)).includes(warning));
    await page.bringToFront();
    const popup = await openPopup(page);
    await reads(popup, warning);
    const text = await popup.text();
    expect(text.indexOf(warning)).toBeLessThan(text.indexOf('3 of 4 reviewers would ship it'));
    expect(await axeViolations(popup)).toEqual([]);
    await saveShot(popup, target, 'popup-quarantined');
  });

  test('is nothing where page and verdict agree', async ({ visit, openPopup, extension }) => {
    const { facts, review } = readTools().find(({ id }) => id === 'outlines')!;
    // Nothing is known against it, and the version that was reviewed is the newest one.
    expect(review!.version).toBe(facts.version!.value);
    const body = savedPage('pypi/project-2026.html', { name: 'outlines', version: review!.version! });
    const page = await visit('https://pypi.org/project/outlines/', { body });
    const popup = await openPopup(page);
    await reads(popup, 'of 4 reviewers would ship it');
    await scriptsSettled(extension, page);
    expect(await popup.html()).not.toContain('Bands-');
  });

  test('on a fork is replaced by the verdict on the upstream, named first', async ({
    openPopup,
    extension,
  }) => {
    const popup = await openPopup(fork);
    await reads(popup, '3 of 4 reviewers would ship it');
    const text = await popup.text();
    const note = 'Fork: the verdict is for the original, axolotl-ai-cloud/axolotl';
    expect(text).toContain(note);
    expect(text.indexOf(note)).toBeLessThan(text.indexOf('3 of 4 reviewers would ship it'));
    expect(await popup.evaluate(() => document.querySelectorAll('[class^=Bands-] > li').length)).toBe(1);
    expect(await axeViolations(popup)).toEqual([]);
    await saveShot(popup, target, 'popup-fork');
    await popup.close();
    expect(await storedPages(extension)).not.toMatch(/someone/);
  });

  test('is nothing on a fork of an unknown repository, nor on a page where no script may run', async ({
    openPage,
    openPopup,
  }) => {
    const popup = await openPopup(strangersFork);
    await reads(popup, 'We don’t cover someone/something yet.');
    await popup.close();
    const own = await openPage('news.html');
    const above = await openPopup(own);
    await reads(above, 'Find a tool');
    expect(await above.text()).not.toContain('cannot be shown');
  });

  test('is in the comparison while the tab is open', async ({ visit, openPage, extension }) => {
    const page = await visit(changed);
    await badgeText(page);
    await until('the page read', async () => (await storedPages(extension)).includes('v0.21.0'));
    const compare = await openPage('compare.html#axolotl/sam3');
    await until('the row', async () => (await textOf(compare)).includes(row));
    const cells = await compare.$$eval(
      'tbody tr',
      (rows, name) =>
        [...rows].find(({ cells }) => cells[0]!.innerText === name)!.innerText.replace(/\s+/g, ' '),
      row,
    );
    expect(cells).toContain(newer);
    expect(cells).toContain('pkg:github/axolotl-ai-cloud/axolotl');
    expect(cells).toContain('Not open');
    expect(await axeViolations(compare)).toEqual([]);
    await extension.setZoom(compare, 2);
    expect(await compare.evaluate(wide)).toBe(false);
    await saveShot(compare, target, 'compare-findings');
    await compare.close();
    await page.close();
    const again = await openPage('compare.html#axolotl/sam3');
    await until('the comparison', () => again.$('table'));
    expect(await textOf(again)).not.toContain(row);
  });

  test('is never stored for a private repository', async ({ visit, openPopup, extension }) => {
    const popup = await openPopup(privateOne);
    await until('the findings', async () => (await popup.html()).includes('Bands-'));
    await visit(changed);
    await until('the next page to be stored', async () => (await storedPages(extension)).includes('v0.21.0'));
    expect(await storedPages(extension)).not.toMatch(/unsloth|v0\.17/);
  });

  describe('in a private window', () => {
    test.beforeAll(({ extension }) => allowPrivate(extension));

    test('is shown and not stored', async ({ visit, openPrivate, extension }) => {
      const opened = await openPrivate(changed);
      await badgeText(opened.page);
      const popup = await opened.clickAction();
      await reads(popup, newer);
      await opened.close();
      await visit(archived);
      await until('another page to be stored', async () => (await storedPages(extension)).includes('sam3'));
      expect(await storedPages(extension)).not.toMatch(/axolotl/);
    });
  });
});
