import puppeteer from 'puppeteer-core';
import { browserFor, buildOf, isFirefox, type Target } from '../../harness/target.ts';

/** Opens a window with the extension on a tool's real page, and waits until that is closed. */
export async function tryInBrowser(target: Target): Promise<void> {
  const browser = await puppeteer.launch({
    browser: isFirefox(target) ? 'firefox' : 'chrome',
    executablePath: browserFor(target),
    headless: false,
    defaultViewport: null,
    ...(!isFirefox(target) && { pipe: true, enableExtensions: true }),
    args: !isFirefox(target) && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  await browser.installExtension(buildOf(target));
  const [page = await browser.newPage()] = await browser.pages();
  await page
    .goto('https://github.com/axolotl-ai-cloud/axolotl')
    .catch((error: Error) => console.error(error.message));
  console.log(
    'The badge stands beside the name; hover it, click it, or press Alt+Shift+H. Close the window to end.',
  );
  await new Promise((closed) => browser.once('disconnected', closed));
}
