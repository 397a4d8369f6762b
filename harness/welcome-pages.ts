import type { Browser, Page } from 'puppeteer-core';
import type { Extension } from './extension.ts';
import { until } from './until.ts';

/** Closes the welcome page, which opens after each installation and would lie over other pages, or close a popup. */
export async function closeWelcomePage({ browser }: Extension): Promise<void> {
  const page = await until('the welcome page', async () => (await welcomePages(browser))[0]);
  await page.close();
}

/** The open welcome pages; Firefox tells a driver nothing of where the extension's own pages lead, so that the pages are asked. */
export async function welcomePages(browser: Browser): Promise<Page[]> {
  const pages = await browser.pages();
  // One that is just closing answers nothing.
  const paths = await Promise.all(
    pages.map((page) => page.evaluate(() => location.pathname).catch(() => 'closed')),
  );
  return pages.filter((_, index) => paths[index] === '/welcome.html');
}
