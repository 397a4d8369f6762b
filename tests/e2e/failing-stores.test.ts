import { describe, expect, it } from 'vitest';
import { bucketKey } from '../../browser/catalog-db/badge-lookup.ts';
import { badgeReads, badgeText } from '../../harness/badge.ts';
import { databaseVersion, makeHigherVersion, write, written } from '../../harness/damage.ts';
import { startFakeWeb } from '../../harness/fake-web.ts';
import { launch } from '../../harness/launch.ts';
import { allowPrivate } from '../../harness/private-window.ts';
import { reads } from '../../harness/shown-text.ts';
import { isFirefox, targets } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();
const [page, other] = ['pkg:github/axolotl-ai-cloud/axolotl', 'bank.example'];
const verdict = axolotlWords;

inEachBrowser('what content scripts read', () => {
  const forged = {
    tool: 'axolotl',
    name: 'Axolotl',
    votes: 'kkkk',
    price: '',
    license: '',
    commercialUse: 'no',
  };
  const keys = ['catalog', bucketKey(page), bucketKey(other)];

  test.for<[string, Record<string, unknown>]>([
    ['a forged badge', { [bucketKey(page)]: { since: 1, badges: { [page]: forged } } }],
    ['a forged badge on another page', { [bucketKey(other)]: { since: 1, badges: { [other]: forged } } }],
    ['a generation that never was', { catalog: { generation: 2 ** 53 - 1, extension: '9' } }],
    ['no generation', { catalog: 'none' }],
    ['no badges', { [bucketKey(page)]: 7 }],
  ])('is put right by a background that was stopped: %s', async ([, damage], { extension, visit }) => {
    const before = await extension.run(written, keys);
    expect(before).toHaveProperty('catalog');
    await extension.stopBackground();
    await extension.run(write, damage);
    await until('it to be put right', async () => {
      return JSON.stringify(await extension.run(written, keys)) === JSON.stringify(before);
    });
    await badgeReads(await visit(axolotl), verdict);
  });
});

inEachBrowser('a badge that was damaged', () => {
  test('shows on the next page, before and after it is put right', async ({ extension, visit }) => {
    for (const damage of [7, { since: 1, badges: { [page]: 'gone' } }, null]) {
      await extension.run(write, { [bucketKey(page)]: damage });
      await badgeReads(await visit(axolotl), verdict);
    }
  });
});

inEachBrowser('a database of a higher version', () => {
  test('shows the bundled catalog everywhere, and is made anew', async ({
    extension,
    visit,
    openPopup,
    openPage,
  }) => {
    await extension.run(makeHigherVersion);
    const tab = await visit(axolotl);
    await badgeText(tab);
    const popup = await openPopup(tab);
    await reads(popup, '3 of 4 reviewers would ship it');
    await popup.close();
    await reads(await openPage('compare.html#axolotl/sam3'), 'SAM 3');
    await reads(await openPage('catalog.html'), 'Axolotl');
    // A repair that was begun while the other database was being made is followed by another.
    const isAnew = async () => (await extension.run(databaseVersion)) === 1;
    await until('the database to be made anew', isAnew, 30_000);
    await badgeText(await visit(axolotl));
  });
});

// Only Firefox gives an extension no IndexedDB then (https://bugzilla.mozilla.org/show_bug.cgi?id=1841806).
describe.each(targets.filter(isFirefox))('a browser that never remembers history, %s', (target) => {
  it('shows badge, popup, comparison and catalog', async () => {
    const web = await startFakeWeb();
    const extension = await launch(target, web, { alwaysPrivate: true });
    try {
      await allowPrivate(extension);
      const tab = await extension.newPage();
      await tab.goto(axolotl);
      await badgeReads(tab, verdict);
      const popup = await extension.clickAction(tab);
      await reads(popup, '3 of 4 reviewers would ship it');
      await popup.close();
      await reads(await extension.openPage('compare.html#axolotl/sam3'), 'SAM 3');
      await reads(await extension.openPage('catalog.html'), 'Axolotl');
    } finally {
      await extension.close();
      await web.close();
    }
  });
});
