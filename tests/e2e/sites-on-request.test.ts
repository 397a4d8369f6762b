import { beforeAll, describe, expect, it } from 'vitest';
import { bucketKey } from '../../browser/catalog-db/badge-lookup.ts';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { reference, tool } from '../builders/tool.ts';
import { badgeCount, badgeText, noBadge } from '../../harness/badge.ts';
import { until } from '../../harness/until.ts';
import { inEachBrowser } from './running.ts';

/** One page of each site on request, and where its mark goes; the last four are pages of tools in the catalog. */
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

inEachBrowser('on a site on request the mark', (running) => {
  it.each(pages)('is not on %s before its host is granted', async (url) =>
    noBadge(await running.visit(url), 300),
  );

  describe('once its host is granted', () => {
    beforeAll(async () => {
      // By now the catalog is stored, which would have taken these records away.
      await running.store({ ...known('gitlab.com/someone/oven'), ...known('codeberg.org/someone/oven') });
      for (const [url] of pages) await running.extension.grantHost(new URL(url).host);
    });

    it.each(pages)('is on %s (%s)', async (url, where) => {
      const page = await running.visit(url);
      expect(await badgeText(page)).not.toBe('');
      await until(where, async () => Boolean(await page.$(`span[data-hullmark=${where}]`)));
      expect(await badgeCount(page)).toBe(1);
    });

    it.each(['https://ollama.com/library/nobody-knows', 'https://ollama.com/someone/gpt-oss'])(
      'is not on %s, whose host is a tool’s own',
      async (url) => noBadge(await running.visit(url), 300),
    );
  });
});
