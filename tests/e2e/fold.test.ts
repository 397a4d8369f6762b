import { expect } from 'vitest';
import { readTools } from '../../cli/read-data.ts';
import { followHardTools, hardPage } from '../../harness/hard-tools.ts';
import { useLargeScreen } from '../../harness/large-screen.ts';
import { reads } from '../../harness/shown-text.ts';
import { isFirefox } from '../../harness/target.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('what is asked first is seen without scrolling', (target) => {
  // Only Chromium can be given a screen on which the popup gets its whole height.
  test.skipIf(isFirefox(target))(
    'of every tool in the catalog',
    { timeout: 240_000 },
    async ({ extension, openPopup }) => {
      await useLargeScreen(extension);
      const pages = readTools().map(({ pages: [page] }) =>
        page!.startsWith('pkg:') ? page! : `https://${page}`,
      );
      expect(pages.length).toBeGreaterThan(200);
      const popup = await openPopup(axolotl);
      await reads(popup, 'Alternatives');
      expect(await popup.evaluate(() => innerHeight)).toBe(600);
      expect(await popup.evaluate(hiddenByFooter, pages)).toEqual([]);
    },
  );

  test.skipIf(isFirefox(target))(
    'of tools that have everything as long as it may be, or unknown',
    async ({ extension, web, openPopup }) => {
      await followHardTools(extension, web);
      await useLargeScreen(extension);
      const popup = await openPopup(axolotl);
      await reads(popup, 'Alternatives');
      const pages = (['long', 'hebrew', 'nothing-known', 'archived'] as const).map(hardPage);
      expect(await popup.evaluate(hiddenByFooter, pages)).toEqual([]);
    },
  );
});

/** In the popup: shows one tool after the other, as somebody does who pastes links, and says where the footer hides alternatives. */
async function hiddenByFooter(pages: string[]): Promise<string[]> {
  const one = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
  const drawn = async <T extends HTMLElement>(selector: string, page: string) => {
    const end = performance.now() + 20_000;
    for (;;) {
      const found = one<T>(selector);
      if (found) return found;
      if (performance.now() > end) throw new Error(`${selector} was never drawn for ${page}`);
      await new Promise((done) => requestAnimationFrame(done));
    }
  };
  const found = [];
  const names = new Set<string>();
  for (const page of pages) {
    (await drawn('[aria-label="Search tools"]', page)).click();
    const input = await drawn<HTMLInputElement>('[role=combobox]', page);
    input.value = page;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // The list before it is longer.
    (await drawn('[role=option]:only-child', page)).click();
    // Loaded alternatives, or the sentence that there is none.
    const last = (await drawn('.scroll > section :is(li a, p)', page)).closest('section')!;
    names.add(one('h1')!.innerText);
    const hidden = last.getBoundingClientRect().bottom - one('footer')!.getBoundingClientRect().top;
    if (hidden > 1) found.push(`${page}: ${Math.round(hidden)} pixels`);
  }
  if (names.size < pages.length * 0.95) found.push(`${names.size} tools for ${pages.length} pages`);
  return found;
}
