import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

/** All text that a page of the extension shows. */
export const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits until a page shows these words; says what it shows instead where it never does. */
export const reads = (page: Page, what: string): Promise<boolean> =>
  until(`“${what}” on the page`, async () => (await text(page)).includes(what)).catch(async () => {
    throw new Error(`“${what}” is not in: ${await text(page)}`);
  });

/** Presses the button of that name as soon as it can be pressed. */
export const press = (page: Page, name: string): Promise<boolean> =>
  until(`the button “${name}”`, () =>
    page.evaluate((name) => {
      const button = [...document.querySelectorAll('button')].find(
        (each) => each.textContent?.trim() === name,
      );
      button?.click();
      return Boolean(button && !button.disabled);
    }, name),
  );

/** Writes the address of a feed into its field, as soon as that is there, in place of what it held. */
export async function typeAddress(page: Page, address: string): Promise<void> {
  const field = await until('the field of the address', () => page.$('input[inputmode=url]'));
  await field.evaluate((input) => void (input.value = ''));
  await field.type(address);
}
