import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTemporaryFolder } from '../cli/temporary-folder.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { launch } from '../harness/launch.ts';
import type { Target } from '../harness/target.ts';
import { until } from '../harness/until.ts';
import { matches } from '../sites/required.ts';
import { baselineFiles } from './baseline-extension.ts';
import { heavy } from './pages.ts';

/** Each step of a content script by what it uses first; each runs once in a page, in this order. */
const steps: Record<string, string> = {
  'nothing, for comparison': '0',
  'location.pathname': 'location.pathname',
  'URL.parse': 'URL.parse(location.href).pathname',
  'storage.local.get': "answer = chrome.storage.local.get(['catalog'])",
  'storage.local.onChanged': 'chrome.storage.local.onChanged.addListener(() => {})',
  'runtime.id': 'chrome.runtime.id',
  'runtime.sendMessage': 'chrome.runtime.sendMessage(1).catch(() => {})',
  'runtime.sendMessage again': 'chrome.runtime.sendMessage(1).catch(() => {})',
  'new AbortController': 'new AbortController()',
  'navigation.addEventListener': "globalThis.navigation?.addEventListener('currententrychange', () => {})",
  'document.addEventListener': "document.addEventListener('visibilitychange', () => {})",
  'document.querySelector': "document.querySelector('#none')",
  'crypto.randomUUID': 'crypto.randomUUID()',
  'performance.getEntriesByType': "performance.getEntriesByType('navigation')[0]?.responseStatus",
  'createElement(span)': "host = document.createElement('span')",
  attachShadow: "root = host.attachShadow({ mode: 'closed' })",
  'createElement(style), button and b':
    "for (const tag of ['style', 'button', 'b']) root.append(document.createElement(tag))",
  'style.textContent': "root.querySelector('style').textContent = '.a{color:red}'",
  'a constructed style sheet': "new CSSStyleSheet().replaceSync('.a{color:red}')",
  'new MutationObserver, and observe':
    'new MutationObserver(() => {}).observe(document, { childList: true, subtree: true })',
  'new IntersectionObserver': 'new IntersectionObserver(() => {}, { trackVisibility: true, delay: 100 })',
  requestIdleCallback: 'requestIdleCallback(() => {})',
  'inserting the host': 'document.documentElement.append(host)',
  getComputedStyle: 'getComputedStyle(host).opacity',
  getBoundingClientRect: 'host.getBoundingClientRect().width',
};

const script = `
let answer, host, root;
const times = {};
const time = (name, step) => {
  const started = performance.now();
  step();
  times[name] = performance.now() - started;
};
${Object.entries(steps)
  .map(([name, step]) => `time(${JSON.stringify(name)}, () => { ${step} });`)
  .join('\n')}
const waiting = performance.now();
answer.then(() => {
  times['until storage answers, after all of these'] = performance.now() - waiting;
  document.documentElement.dataset.times = JSON.stringify(times);
});
`;

/** What the first use of each browser interface costs a content script at the start of a page: means of so many loads, in microseconds. */
export function firstUses(target: Target, web: FakeWeb, loads: number): Promise<Record<string, number>> {
  return withTemporaryFolder(async (folder) => {
    const directory = join(folder, 'probe');
    mkdirSync(directory);
    const files = baselineFiles(target, true);
    const manifest = {
      ...(JSON.parse(files['manifest.json']!) as object),
      permissions: ['storage'],
      host_permissions: matches,
    };
    for (const [name, text] of Object.entries({
      ...files,
      'badge.js': script,
      'manifest.json': JSON.stringify(manifest),
    }))
      writeFileSync(join(directory, name), text);
    const extension = await launch(target, web, { directory });
    try {
      web.use(heavy.variant);
      const sums: Record<string, number> = {};
      for (let load = 0; load < loads; load += 1) {
        const page = await extension.newPage();
        await page.goto(heavy.url);
        const text = await until('the times of a page', () =>
          page.evaluate(() => document.documentElement.dataset.times),
        );
        await page.close();
        const times = JSON.parse(text) as Record<string, number>;
        // Both browsers round the clock, so only a mean tells.
        for (const [name, ms] of Object.entries(times)) sums[name] = (sums[name] ?? 0) + (ms * 1000) / loads;
      }
      return sums;
    } finally {
      await extension.close();
    }
  });
}
