import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { badgeReads, badgeText } from '../../harness/badge.ts';
import { pageQuiet } from '../../harness/page-quiet.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords } from './badge-words.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const words = axolotlWords;

inEachBrowser('beside another extension', (target) => {
  test('that insists on the same place, both stay and neither fights', async ({ visit, extension }) => {
    const directory = mkdtempSync(join(tmpdir(), 'hullmark-neighbour-'));
    const files: Record<string, string> = {
      'manifest.json': JSON.stringify({
        manifest_version: 3,
        name: 'Neighbour',
        version: '1',
        content_scripts: [
          { matches: ['https://github.com/*'], js: ['neighbour.js'], run_at: 'document_end' },
        ],
        ...(isFirefox(target) && {
          browser_specific_settings: { gecko: { id: 'neighbour@tests.example' } },
          host_permissions: ['https://github.com/*'],
        }),
      }),
      'neighbour.js': neighbour,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    try {
      await extension.browser.installExtension(directory);
      const page = await visit('https://github.com/axolotl-ai-cloud/axolotl');
      await until('both', async () => (await badgeText(page)) === words && page.$('#neighbour[data-moves]'));
      const moves = () => page.$eval('#neighbour', (other) => Number((other as HTMLElement).dataset.moves));
      await pageQuiet(page);
      const settled = await moves();
      await page.evaluate(() => document.body.append(document.createElement('i')));
      await pageQuiet(page);
      expect(await moves()).toBe(settled);
      expect(settled).toBeLessThan(5);
      await badgeReads(page, words);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

// Wants to be the very next element behind the name, and puts itself there whenever it is not.
const neighbour = `
const mine = document.createElement('span');
mine.id = 'neighbour';
mine.textContent = ' neighbour';
mine.dataset.moves = '0';
const keep = () => {
  const name = document.querySelector('#repository-container-header strong[itemprop="name"]');
  if (!name || name.nextElementSibling === mine) return;
  mine.dataset.moves = String(Number(mine.dataset.moves) + 1);
  name.after(mine);
};
new MutationObserver(keep).observe(document, { childList: true, subtree: true });
keep();
`;
