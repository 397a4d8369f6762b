import type { CDPSession, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeCount, badgeIn, badgeReads } from '../../harness/badge.ts';
import { isFirefox } from '../../harness/target.ts';
import { axolotlWords } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const visits = 500;
const renames = 150;
const moves = 300;
const warmUp = 60;
const words = axolotlWords;

inEachBrowser('a tab that is used all day', (target) => {
  /** Does something some times, and makes sure that doing it much oftener leaves nothing behind. */
  async function leavesNothing(page: Page, times: number, repeat: (times: number) => Promise<unknown>) {
    await repeat(warmUp);
    const before = await counted(page);
    await repeat(times);
    const after = await counted(page);
    await badgeReads(page, words);
    expect(await badgeCount(page)).toBe(1);
    if (isFirefox(target)) return;
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(5);
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
    expect(after.observers - before.observers).toBeLessThanOrEqual(2);
    // A leak of one badge a visit would be some megabytes.
    expect(after.heap - before.heap).toBeLessThan(300_000);
  }

  test(
    `holds one badge and no more memory than at the start after ${visits} soft navigations`,
    { timeout: 180_000 },
    async ({ visit }) => {
      const page = await visit(axolotl);
      await badgeReads(page, words);
      await leavesNothing(page, visits, (times) => wander(page, times));
    },
  );

  test(
    `follows crumbs that are renamed ${renames} times, with one badge and no more memory`,
    { timeout: 180_000 },
    async ({ visit, web }) => {
      web.use('logged-in');
      const page = await visit(axolotl);
      await badgeReads(page, words);
      await badgeIn(page, 'float');
      await leavesNothing(page, renames, (times) => page.evaluate(rename, times));
      await badgeIn(page, 'float');
    },
  );

  test(
    `follows a heading that moves ${moves} times, with one badge and no more memory`,
    { timeout: 180_000 },
    async ({ visit }) => {
      const page = await visit('https://pypi.org/project/axolotl/');
      await badgeReads(page, words);
      await badgeIn(page, 'float');
      await leavesNothing(page, moves, (times) => page.evaluate(move, times));
      await badgeIn(page, 'float');
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

/** In the page: a React router's way from one repository to another and back, address first, the same crumbs later. */
async function rename(times: number): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  for (let n = 1; n <= times + (times % 2); n += 1) {
    const [owner, name] = n % 2 ? ['facebookresearch', 'sam3'] : ['axolotl-ai-cloud', 'axolotl'];
    history.pushState({}, '', `/${owner}/${name}`);
    await frame();
    const [first, second] = document.querySelectorAll<HTMLAnchorElement>('.GlobalNav ol a');
    first!.textContent = owner;
    first!.href = `/${owner}`;
    second!.textContent = name;
    second!.href = `/${owner}/${name}`;
    await frame();
  }
}

/** In the page: notices come and go, and a heading changes its size. */
async function move(times: number): Promise<void> {
  for (let n = 1; n <= times; n += 1) {
    document.body.style.paddingTop = n === times ? '' : `${(n % 4) * 20}px`;
    document.querySelector('h1')!.style.fontSize = n === times ? '' : `${18 + (n % 3) * 4}px`;
    await new Promise(requestAnimationFrame);
  }
}

/** What the page holds once the rubbish is gone; only Chromium can tell. */
async function counted(page: Page) {
  if (!('createCDPSession' in page) || 'connection' in page.browser())
    return { nodes: 0, listeners: 0, observers: 0, heap: 0 };
  const cdp = await page.createCDPSession();
  await new Promise((done) => setTimeout(done, 1500));
  await cdp.send('HeapProfiler.enable');
  for (let n = 0; n < 3; n += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const observers = await observersOf(cdp);
  await cdp.detach();
  return { nodes, listeners: jsEventListeners, observers, heap: usedSize };
}

/** How many observers the extension's scripts have on the page. */
async function observersOf(cdp: CDPSession): Promise<number> {
  const worlds: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension:')) worlds.push(id);
  });
  await cdp.send('Runtime.enable');
  let count = 0;
  for (const contextId of worlds)
    for (const kind of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
      const { result } = await cdp.send('Runtime.evaluate', { expression: `${kind}.prototype`, contextId });
      const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
      const { result: length } = await cdp.send('Runtime.callFunctionOn', {
        functionDeclaration: 'function () { return this.length }',
        objectId: objects.objectId!,
      });
      count += Number(length.value);
    }
  await cdp.send('Runtime.disable');
  // Else a badge that nothing watches would pass.
  expect(count).toBeGreaterThan(0);
  return count;
}
