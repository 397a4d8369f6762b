import type { Page } from 'puppeteer-core';

/** Waits until nothing in a page's document has changed over three idle periods in a row. */
export const pageQuiet = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    let hasChanged = true;
    const observer = new MutationObserver(() => (hasChanged = true));
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    while (hasChanged) {
      hasChanged = false;
      for (let period = 0; period < 3; period += 1)
        await new Promise((idle) => requestIdleCallback(idle, { timeout: 100 }));
    }
    observer.disconnect();
  });
