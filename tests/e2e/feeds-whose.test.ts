import { expect } from 'vitest';
import { syntheticTool } from '../../cli/synthetic-tools.ts';
import { thing } from '../../harness/acme-feed.ts';
import { refresh } from '../../harness/feed-state.ts';
import { press, reads } from '../../harness/shown-text.ts';
import { toolbarTitles } from '../../harness/toolbar-titles.ts';
import { until } from '../../harness/until.ts';
import { tool } from '../builders/tool.ts';
import { extensionTest, inEachBrowser, unknownRepository } from './extension-test.ts';
import { followFeed, type FollowedFeed } from './followed-feed.ts';

const test = extensionTest();
const hebrew = 'תנור';

inEachBrowser('a tool of a feed whose name runs from right to left', () => {
  let feed: FollowedFeed;
  test.beforeAll(async ({ extension, web }) => {
    feed = await followFeed(extension, web);
    const tools = [
      tool('something', 'kkk', { pages: [thing], name: hebrew }),
      // A version with far fewer tools would be held back.
      ...Array.from({ length: 199 }, (_, at) => syntheticTool(at, ['baking'])),
    ];
    feed.mirror.show((await feed.next({ tools })).files);
    expect((await refresh(feed.page, 'acme')).lastError).toBeUndefined();
  });

  test('is named with its feed in the title of the toolbar button, and turns nothing there', async ({
    visit,
    extension,
  }) => {
    await visit(unknownRepository);
    const title = await until('the title', async () => {
      const titles = await extension.run(toolbarTitles);
      return titles.find((each) => each.includes('Acme'));
    });
    expect(title).toBe(`\u2068${hebrew}\u2069\u200E (from “Acme tools”): Skip, 3 of 3 reviewers`);
  });

  test('stands where it belongs in the comparison, on the screen too', async ({ extension }) => {
    const page = await extension.openPage('compare.html#something/sam3');
    await reads(page, 'Acme tools');
    const [name, label, vs] = await until('the heading', () => page.evaluate(placesInHeading));
    expect(name).toBeLessThan(label!);
    expect(label).toBeLessThan(vs!);
    expect(await page.title()).toContain('(from “Acme tools”) vs SAM 3');
    await page.close();
  });
});

inEachBrowser('settings with a damaged catalog', () => {
  test('say what is wrong on top, and mend it', async ({ extension }) => {
    await extension.run(emptyStore, 'summaries');
    const page = await extension.openPage('options.html');
    await reads(page, 'The stored catalog cannot be used, so the bundled catalog is shown');
    await reads(page, 'Built-in data');
    await press(page, 'Try again');
    await until('no trouble', () =>
      page.evaluate(() => !document.querySelector('[aria-label="What is wrong"]')),
    );
    await page.close();
  });
});

/** Where the first name, its feed’s label and the word “vs” begin, from the left in pixels. */
function placesInHeading(): number[] | undefined {
  const heading = document.querySelector('h1');
  const vs = [...(heading?.childNodes ?? [])].find(({ textContent }) => textContent?.trim() === 'vs');
  if (!heading || !vs) return undefined;
  const range = document.createRange();
  range.selectNodeContents(vs);
  const [name, label] = heading.querySelector('a')!.children;
  return [name!, label!, range].map((each) => each.getBoundingClientRect().left);
}

function emptyStore(name: string): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('catalog');
    opening.onerror = () => fail(opening.error!);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(name, 'readwrite');
      transaction.objectStore(name).clear();
      transaction.oncomplete = () => {
        db.close();
        done();
      };
    };
  });
}
