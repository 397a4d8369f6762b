import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { axeViolations } from '../../harness/axe.ts';
import { inBadge } from '../../harness/badge.ts';
import type { Evaluates } from '../../harness/extension.ts';
import { followHardTools } from '../../harness/hard-tools.ts';
import { focusSeen, layoutFaults, movingParts, structureFaults } from '../../harness/layout-faults.ts';
import { lookAs, type LookName } from '../../harness/looks.ts';
import { isFirefox } from '../../harness/target.ts';
import { openView, views, type Shown } from '../../harness/views.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

// One visit of each view, in which all is looked at: opening costs more than looking.
inEachBrowser('every view', (target) => {
  test.beforeAll(({ extension, web }) => followHardTools(extension, web));

  // Only Chromium can be shown in other ways while a view is open; Firefox lays its own pages out, as on a phone.
  const seen = views.filter(({ kind }) => !isFirefox(target) || kind === 'own');

  test.for(seen)('$name', async (view, { extension, web }) => {
    const { shown, close } = await openView(view, { extension, web });
    try {
      expect(await faultsOf(shown, view.kind === 'site')).toEqual([]);
      if (isFirefox(target)) return await narrowInFirefox(shown as Page);
      const page = 'isOpen' in shown ? shown.page! : shown;
      for (const look of looksToMeasure[view.kind]) {
        await lookAs(page, view.kind, look);
        const found = await measured(shown, view.kind === 'site');
        const moving = look === '400-px' ? await page.evaluate(movingParts) : [];
        expect({ look, found, moving }).toEqual({ look, found: [], moving: [] });
      }
    } finally {
      await close();
    }
  });

  test.skipIf(isFirefox(target))(
    'shows where the focus is, and leads on from everything',
    async ({ openPage }) => {
      for (const path of ['compare.html#axolotl/unsloth', 'options.html', 'news.html']) {
        const page = await openPage(path);
        await page.waitForSelector('main h1');
        const stops = [];
        for (let step = 0; step < 25; step += 1) {
          await page.keyboard.press('Tab');
          stops.push(await page.evaluate(focusSeen));
        }
        expect([path, stops[0]!.on]).toEqual([path, 'a “Skip to content”']);
        expect([path, stops.filter(({ isSeen }) => !isSeen)]).toEqual([path, []]);
        expect([path, new Set(stops.map(({ on }) => on)).size]).toEqual([
          path,
          expect.toSatisfy((n) => n > 8),
        ]);
        await page.close();
      }
    },
  );
});

const looksToMeasure: Record<'site' | 'popup' | 'own', LookName[]> = {
  site: ['400-px'],
  popup: ['200-percent', 'right-to-left'],
  own: ['400-px', '200-percent', 'right-to-left'],
};

/** Everything that may be wrong with what is shown; the inside of a badge can be measured but not given to axe. */
async function faultsOf(shown: Shown, isBadge: boolean): Promise<string[]> {
  if (isBadge) return measured(shown, true);
  return [
    ...(await axeViolations(shown, { bestPractice: true })),
    ...(await (shown as Evaluates).evaluate(structureFaults)),
    ...(await measured(shown, false)),
  ];
}

const measured = (shown: Shown, isBadge: boolean): Promise<string[]> =>
  isBadge ? inBadge(shown as Page, layoutFaults) : (shown as Evaluates).evaluate(layoutFaults);

async function narrowInFirefox(page: Page): Promise<void> {
  await page.setViewport({ width: 400, height: 800 });
  expect(await measured(page, false)).toEqual([]);
}
