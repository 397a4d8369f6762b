import type { Page } from 'puppeteer-core';
import type { Extension } from './extension.ts';
import { firefoxWindow } from './firefox-window.ts';
import { isFirefox } from './target.ts';

type Console = { getMessageArray(): { message?: string; toString(): string }[] };

/** What the browser has refused of one of our pages by its content security policy so far, also before anyone asked. */
export async function policyViolations(extension: Extension, page: Page, path: string): Promise<string[]> {
  if (!isFirefox(extension.target)) return page.evaluate(bufferedReports);
  const inWindow = await firefoxWindow(extension.browser);
  return inWindow(consoleMessages, extension.origin + path.replace(/#.*/, ''));
}

function bufferedReports(): Promise<string[]> {
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const observer = new ReportingObserver(
    (reports) => resolve(reports.map(({ body }) => JSON.stringify(body))),
    {
      types: ['csp-violation'],
      buffered: true,
    },
  );
  observer.observe();
  // Reports come in a task of their own; without any, none comes.
  setTimeout(() => resolve([]), 100);
  return promise;
}

function consoleMessages(address: string): string[] {
  const { console } = (globalThis as unknown as { Services: { console: Console } }).Services;
  return console
    .getMessageArray()
    .map(String)
    .filter((text) => text.includes('it violates the following directive') && text.includes(address));
}
