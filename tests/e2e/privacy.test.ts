import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { badgeText, hoverBadge } from '../../harness/badge.ts';
import { besidesPages, strangers } from '../../harness/network.ts';
import { buildOf, isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser, sam3, unknownRepository } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('privacy', (target) => {
  test('makes no request of its own while people browse, read and compare', async ({
    visit,
    openPage,
    openPopup,
    web,
  }) => {
    web.forget();
    for (const url of [axolotl, unknownRepository, 'https://huggingface.co/facebook/sam3', sam3]) {
      const page = await visit(url);
      if (url !== unknownRepository) {
        await badgeText(page);
        await hoverBadge(page);
      }
    }
    const popup = await openPopup(await visit('https://docs.axolotl.ai/'));
    await until('the verdict', async () => (await popup.text()).includes('Ship'));
    await popup.close();
    const page = await openPage('compare.html#axolotl/sam3');
    await until('the comparison', () => page.$('table'));
    await page.close();
    expect(besidesPages(web)).toEqual([]);
    expect(strangers(web)).toEqual([]);
  });

  test('requests these permissions and no others', () => {
    const manifest = JSON.parse(readFileSync(`${buildOf(target)}/manifest.json`, 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms'],
      host_permissions: ['https://github.com/*', 'https://huggingface.co/*', 'https://pypi.org/*'],
      optional_host_permissions: [
        'https://*/*',
        ...(isFirefox(target) ? ['http://localhost/*', 'http://127.0.0.1/*'] : []),
      ],
      content_scripts: [
        {
          matches: ['https://github.com/*', 'https://huggingface.co/*', 'https://pypi.org/*'],
          run_at: 'document_start',
        },
      ],
    });
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('optional_permissions');
  });
});
