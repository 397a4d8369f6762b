import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeIn, badgeReads, badgeText, hoverBadge, inBadge, leaveBadge } from '../../harness/badge.ts';
import { pageObserved, scriptsSettled } from '../../harness/content-scripts.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const card = '[popover]:popover-open';
const names = { owner: 'axolotl-ai-cloud', name: 'axolotl' };
const release =
  '<a class="Link--primary" href="/axolotl-ai-cloud/axolotl/releases/tag/v0.21.0">v0.21.0 Latest</a>';
const repository = savedPage('github/repository-logged-out.html', names);
const isDotted = (page: Page) => inBadge(page, (root) => Boolean(root.querySelector('.badge.has-findings')));
const widthOf = (page: Page) => inBadge(page, (root) => root.host.getBoundingClientRect().width);

inEachBrowser('the badge on a page that differs from the verdict', (target) => {
  const cardText = async (page: Page) => {
    await hoverBadge(page);
    const text = await badgeText(page, card);
    await leaveBadge(page);
    return text;
  };

  test('shows a dot, explains it in card and name, and gets no wider', async ({ visit }) => {
    const page = await visit(axolotl, { body: repository });
    await badgeReads(page, axolotlWords);
    const plain = await widthOf(page);
    const newer = await visit(axolotl, {
      body: repository.replace('<div class="prc-Skeleton-SkeletonBox-x1"></div>', release),
    });
    await until('the dot', () => isDotted(newer));
    expect(await widthOf(newer)).toBe(plain);
    await badgeReads(newer, axolotlWords);
    expect(await cardText(newer)).toContain('This page: v0.21.0 (a newer minor version); reviewed: v0.16');
    const name = await inBadge(newer, (root) => root.querySelector('button')!.getAttribute('aria-label'));
    expect(name).toContain('This page: v0.21.0');
    await hoverBadge(newer);
    await saveShot(newer, target, 'findings-card');
  });

  test('notices a release that appears after the load, in an open card too, without a request of its own', async ({
    visit,
    extension,
    web,
  }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await pageObserved(extension, page);
    await scriptsSettled(extension, page);
    expect(await isDotted(page)).toBe(false);
    await hoverBadge(page);
    await badgeText(page, card);
    web.forget();
    await page.evaluate((link) => {
      document.querySelector('.prc-Skeleton-SkeletonBox-x1')!.outerHTML = link;
    }, release);
    await until('the dot', () => isDotted(page));
    expect(await badgeText(page, card)).toContain('v0.21.0');
    expect(web.requests).toEqual([]);
  });

  test('on a fork is that of the upstream, says so, and moves nothing', async ({ visit }) => {
    const fork = savedPage('github/fork.html', { owner: 'someone', name: 'axolotl' });
    const page = await visit('https://github.com/someone/axolotl', { body: fork });
    await badgeReads(page, 'Ship 3 of 4 fork for v0.16');
    await badgeIn(page, 'float', 'corner');
    expect(await cardText(page)).toContain(
      'Fork: verdict and facts are for the original, axolotl-ai-cloud/axolotl',
    );
    await saveShot(page, target, 'fork');
  });
});
