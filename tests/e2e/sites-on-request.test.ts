import { describe, expect } from 'vitest';
import { bucketKey } from '../../browser/catalog-db/badge-lookup.ts';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { reference, tool } from '../builders/tool.ts';
import { badgeCount, badgeIn, badgeText } from '../../harness/badge.ts';
import { storeItems } from '../../harness/stored-items.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

/** One page of each site on request, and where its badge goes; the last four are pages of tools in the catalog. */
const pages = [
  ['https://gitlab.com/someone/oven', 'float'],
  ['https://codeberg.org/someone/oven', 'float'],
  ['https://hub.docker.com/r/ollama/ollama', 'corner'],
  ['https://marketplace.visualstudio.com/items?itemName=saoudrizwan.claude-dev', 'float'],
  ['https://replicate.com/black-forest-labs/flux-schnell', 'corner'],
  ['https://ollama.com/library/gpt-oss', 'float'],
] as const;

const known = (page: string) => ({
  [bucketKey(page)]: { since: 1, badges: { [page]: badgeRecord(tool('oven', 'sss'), reference) } },
});

inEachBrowser('on an optional site the badge', () => {
  test.for(pages)('is not on %s before its host is granted', async ([url], { visit, noBadge }) =>
    noBadge(await visit(url)),
  );

  describe('once its host is granted', () => {
    test.beforeAll(async ({ extension }) => {
      await storeItems(extension, {
        ...known('gitlab.com/someone/oven'),
        ...known('codeberg.org/someone/oven'),
      });
      for (const [url] of pages) await extension.grantHost(new URL(url).host);
    });

    test.for(pages)('is on %s (%s)', async ([url, where], { visit }) => {
      const page = await visit(url);
      expect(await badgeText(page)).not.toBe('');
      await badgeIn(page, where);
      expect(await badgeCount(page)).toBe(1);
    });

    test.for(['https://ollama.com/library/nobody-knows', 'https://ollama.com/someone/gpt-oss'])(
      'is not on %s, whose host is a tool’s own',
      async (url, { visit, noBadge }) => noBadge(await visit(url)),
    );
  });
});
