import type { Page } from 'puppeteer-core';
import type { Evaluates } from './extension.ts';
import { until } from './until.ts';

/** A page of the extension that has no script, so that it asks the background for nothing. */
export const plainPage = 'methodology.html';

/** Runs functions in one such page, which is opened at the first call and again after an update has closed it. */
export function inOwnPage(openPage: (path: string) => Promise<Page>): Evaluates['evaluate'] {
  let opened: Page | undefined;
  return async (what, ...args) => {
    if (!opened || opened.isClosed())
      opened = await until('a page of the extension', () => openPage(plainPage));
    return (opened as Evaluates).evaluate(what, ...args);
  };
}
