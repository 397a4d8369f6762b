// What a person reads, presses and types on a page of the extension or in its popup.
import type { Page } from 'puppeteer-core';
import type { Evaluates, Popup } from './extension.ts';
import { until } from './until.ts';

/** All text that is shown. */
export const text = (shown: Page | Popup): Promise<string> =>
  (shown as Evaluates).evaluate(() => document.body.innerText);

/** Waits until these words are shown; the error says what is shown instead. */
export async function reads(shown: Page | Popup, what: string): Promise<void> {
  let last = '';
  await until(`“${what}”`, async () => (last = await text(shown)).includes(what)).catch((error: Error) => {
    throw new Error(`${error.message}; shown is: ${last}`);
  });
}

/** Presses the button of that name as soon as it can be pressed. */
export const press = (shown: Page | Popup, name: string): Promise<boolean> =>
  until(`the button “${name}”`, () =>
    (shown as Evaluates).evaluate((name) => {
      const button = [...document.querySelectorAll('button')].find(
        (each) => each.textContent?.trim() === name,
      );
      button?.focus();
      button?.click();
      return Boolean(button && !button.disabled);
    }, name),
  );

/** Types the address of a feed into its field, in place of what that contains. */
export async function typeAddress(page: Page, address: string): Promise<void> {
  const field = await until('the field of the address', () => page.$('input[inputmode=url]'));
  await field.evaluate((input) => void (input.value = ''));
  await field.type(address);
}
