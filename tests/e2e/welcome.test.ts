import { TargetType, type Browser } from 'puppeteer-core';
import { expect } from 'vitest';
import { axeViolations } from '../../harness/axe.ts';
import { badgeReads } from '../../harness/badge.ts';
import { closePrompt } from '../../harness/chromium-prompt.ts';
import { grantAtInstallation } from '../../harness/firefox-prompt.ts';
import { reads } from '../../harness/shown-text.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { welcomePages } from '../../harness/welcome-pages.ts';
import { axolotlWords } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest({
  keepsWelcomePage: true,
  async beforeInstall(browser) {
    const version = await browser.version();
    if (version.toLowerCase().startsWith('firefox')) await grantAtInstallation(browser, false);
  },
});

// Chromium always grants the manifest's hosts at installation, so the event is dispatched again after they were withheld.
async function installedAgain(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((each) => each.type() === TargetType.SERVICE_WORKER);
  const worker = await target.worker();
  await worker!.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Installed };
    chrome.runtime.onInstalled.dispatch({ reason: 'install' });
  });
}

type Installed = { runtime: { onInstalled: { dispatch(details: { reason: string }): void } } };

inEachBrowser('after an installation without site access', (target) => {
  if (isFirefox(target)) test.afterAll(({ extension }) => grantAtInstallation(extension.browser, true));

  test('the welcome page opens, names what is missing and requests it by one button', async ({
    visit,
    noBadge,
    extension,
  }) => {
    const { browser } = extension;
    if (!isFirefox(target)) {
      await extension.withholdSites();
      for (const page of await welcomePages(browser)) await page.close();
      await installedAgain(browser);
    }
    const page = await until('the welcome page', async () => (await welcomePages(browser))[0]);
    await reads(page, 'allow badges on github.com, huggingface.co, pypi.org.');
    await saveShot(page, target, 'welcome');
    for (const scheme of ['light', 'dark'] as const) {
      await extension.setColorScheme(page, scheme);
      expect(await axeViolations(page, { bestPractice: true })).toEqual([]);
    }
    await saveShot(page, target, 'welcome-dark');
    await noBadge(await visit(axolotl));
    await page.bringToFront();
    await page.click('::-p-aria([name="Allow"][role="button"])');
    if (!isFirefox(target)) {
      await closePrompt(page);
      await reads(page, 'Not allowed. Nothing changed.');
      // Chromium's settings give the manifest's own hosts at once, and the page hears of it.
      await extension.acceptRequests(['github.com', 'huggingface.co', 'pypi.org']);
    }
    await reads(page, 'You’re set: badges show on github.com');
    await badgeReads(await visit(axolotl), axolotlWords);
    expect(await welcomePages(browser)).toHaveLength(1);
  });
});
