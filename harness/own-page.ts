import type { Page } from 'puppeteer-core';
import type { Evaluates } from './extension.ts';
import { until } from './until.ts';

/** A page of the extension that has no script, so that it asks the background for nothing. */
export const plainPage = 'methodology.html';

/** Runs functions in one such page, which is opened at the first call and again after an update has closed it. */
export function inOwnPage(openPage: (path: string) => Promise<Page>): Evaluates['evaluate'] {
  let opened: Page | undefined;
  // Firefox does not tell that an update has closed a page (seen 2026-11), so it is asked.
  const isOpen = async () =>
    Boolean(opened && !opened.isClosed() && (await opened.evaluate(() => true).catch(() => false)));
  return async (what, ...args) => {
    if (!(await isOpen())) opened = await until('a page of the extension', () => openPage(plainPage));
    return (opened as unknown as Evaluates).evaluate(what, ...args);
  };
}
