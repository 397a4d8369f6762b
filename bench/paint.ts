import type { Page } from 'puppeteer-core';

type Recorder = { painted?: Promise<number> };

/** Milliseconds from the start of a page's load to the frame after the one that lays out an element. */
export async function timeToPaint(page: Page, url: string, selector: string): Promise<number> {
  await page.evaluateOnNewDocument(recordPaint, selector);
  await page.goto(url);
  return page.evaluate(() => (globalThis as Recorder).painted ?? NaN);
}

function recordPaint(selector: string): void {
  (globalThis as Recorder).painted = new Promise((done) => {
    const look = () => {
      const isThere = document.querySelector(selector)?.getClientRects().length;
      requestAnimationFrame(isThere ? () => done(performance.now()) : look);
    };
    requestAnimationFrame(look);
  });
}

/** Runs in the page of all tools: milliseconds from a search text to the frame after the list that answers it. */
export function timeToAnswer(text: string): Promise<number> {
  const box = document.querySelector<HTMLInputElement>('input[type=search]')!;
  const started = performance.now();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started))),
  );
}
