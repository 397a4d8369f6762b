import { TargetType, type Browser, type Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { axeViolations } from '../../harness/axe.ts';
import { badgeReads, badgeText, noBadge } from '../../harness/badge.ts';
import { closeQuestion } from '../../harness/chromium-prompt.ts';
import { grantAtInstallation } from '../../harness/firefox-prompt.ts';
import { reads } from '../../harness/options-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotl, inEachBrowser } from './running.ts';

// Firefox tells a driver nothing of where the extension's own pages lead, so that the pages are asked.
async function welcomePages(browser: Browser): Promise<Page[]> {
  const pages = await browser.pages();
  // One that is just closing answers nothing.
  const paths = await Promise.all(
    pages.map((page) => page.evaluate(() => location.pathname).catch(() => 'closed')),
  );
  return pages.filter((_, index) => paths[index] === '/welcome.html');
}

// Chromium has no way to install with fewer rights than the manifest's, so that the event is told once more after they went.
async function installedAgain(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((each) => each.type() === TargetType.SERVICE_WORKER);
  const worker = await target.worker();
  await worker!.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Installed };
    chrome.runtime.onInstalled.dispatch({ reason: 'install' });
  });
}

type Installed = { runtime: { onInstalled: { dispatch(details: { reason: string }): void } } };

inEachBrowser('after an installation that brought every right', (running) => {
  it('no welcome page opens', async () => {
    await badgeText(await running.visit(axolotl));
    expect(await welcomePages(running.extension.browser)).toEqual([]);
    const page = await running.extension.openPage('welcome.html');
    await reads(page, 'You’re set.');
    await page.close();
  });

  it('nor after an update, even where a right is missing', async () => {
    await running.extension.withholdSites();
    await running.extension.update();
    const page = await running.visit(axolotl);
    await noBadge(page, 1_000);
    expect(await welcomePages(running.extension.browser)).toEqual([]);
  });
});

inEachBrowser(
  'after an installation without its rights',
  (running) => {
    it('the welcome page opens, says what is missing and asks for it by one button', async () => {
      const { browser } = running.extension;
      if (!isFirefox(running.target)) {
        await running.extension.withholdSites();
        await installedAgain(browser);
      }
      const page = await until('the welcome page', async () => (await welcomePages(browser))[0]);
      await reads(page, 'Allow badges on github.com, huggingface.co, pypi.org.');
      await saveShot(page, running.target, 'welcome');
      for (const scheme of ['light', 'dark'] as const) {
        await running.extension.setColorScheme(page, scheme);
        expect(await axeViolations(page, { bestPractice: true })).toEqual([]);
      }
      await saveShot(page, running.target, 'welcome-dark');
      await noBadge(await running.visit(axolotl));
      await page.bringToFront();
      await page.click('::-p-aria([name="Allow"][role="button"])');
      if (!isFirefox(running.target)) {
        await closeQuestion(page);
        await reads(page, 'Not allowed. Nothing changed.');
        // Chromium's settings give the manifest's own hosts at once, and the page hears of it.
        await running.extension.answerYes(['github.com', 'huggingface.co', 'pypi.org']);
      }
      await reads(page, 'You’re set.');
      await badgeReads(await running.visit(axolotl), 'Ship 75% older version');
      expect(await welcomePages(browser)).toHaveLength(1);
      await page.close();
    });
  },
  {
    async beforeInstall(browser) {
      const version = await browser.version();
      if (version.toLowerCase().startsWith('firefox')) await grantAtInstallation(browser, false);
    },
  },
);
