import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeCount, badgeReads } from '../../harness/badge.ts';
import { isFirefox } from '../../harness/target.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const visits = 500;
const warmUp = 60;

inEachBrowser('a tab that is used all day', (target) => {
  test(
    `holds one badge and no more memory than at the start after ${visits} soft navigations`,
    { timeout: 180_000 },
    async ({ visit }) => {
      const page = await visit(axolotl);
      await badgeReads(page, 'Ship 75% older version');
      await wander(page, warmUp);
      const before = await counted(page);
      await wander(page, visits);
      const after = await counted(page);
      await badgeReads(page, 'Ship 75% older version');
      expect(await badgeCount(page)).toBe(1);
      if (isFirefox(target)) return;
      expect(after.listeners - before.listeners).toBeLessThanOrEqual(5);
      expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
      // A leak of one badge a visit would be some megabytes.
      expect(after.heap - before.heap).toBeLessThan(300_000);
    },
  );
});

/** From a tool to its issues, to a page that is none, to another tool, and back to the first. */
const wander = (page: Page, steps: number) =>
  page.evaluate(
    async (paths, count) => {
      const { testPage } = window as unknown as { testPage: { softNavigate(url: string): Promise<void> } };
      for (let n = 0; n < count; n += 1) {
        await testPage.softNavigate(paths[n % paths.length]!);
        await new Promise((done) => setTimeout(done, 15));
      }
      await testPage.softNavigate(paths[paths.length - 1]!);
    },
    [
      '/axolotl-ai-cloud/axolotl/issues',
      '/topics/llm',
      '/facebookresearch/sam3',
      '/someone/something',
      '/axolotl-ai-cloud/axolotl',
    ],
    steps,
  );

/** What the page holds once the rubbish is gone; only Chromium can tell. */
async function counted(page: Page): Promise<{ nodes: number; listeners: number; heap: number }> {
  if (!('createCDPSession' in page) || 'connection' in page.browser())
    return { nodes: 0, listeners: 0, heap: 0 };
  const cdp = await page.createCDPSession();
  await new Promise((done) => setTimeout(done, 1500));
  await cdp.send('HeapProfiler.enable');
  for (let n = 0; n < 3; n += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}
