import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../../browser/catalog-db/catalog-reader.ts';
import * as catalogDb from '../../../../browser/catalog-db/open-catalog.ts';
import { findDifferences } from '../../../../browser/page-facts/find-differences.ts';
import type { PageScript } from '../../../../browser/senders.ts';
import { badgeRecord } from '../../../../catalog/badge-record.ts';
import { reference, tool } from '../../../builders/tool.ts';

const page = 'pkg:pypi/oven';
const cited = { source: 'readme', checked: '2026-11-20' };
const oven = tool(
  'oven',
  'sss',
  {
    pages: [page],
    advisories: [
      {
        id: 'MAL-2026-1',
        kind: 'malicious',
        severity: 'critical',
        summary: 'The door opens by itself.',
        package: page,
        affected: [{ versions: ['1.2.1'] }],
        published: '2026-05-01',
        ...cited,
      },
      {
        id: 'CVE-2026-1234',
        kind: 'vulnerable',
        severity: 'high',
        summary: 'The light stays on.',
        package: page,
        affected: [{ introduced: '1.1', fixed: '1.2' }],
        published: '2026-05-01',
        ...cited,
      },
    ],
  },
  { version: { value: '1.3', package: page, ...cited } },
);
const sender: PageScript = {
  ...{ kind: 'content-script', url: 'https://pypi.org/project/oven/1.2.1/', host: 'pypi.org' },
  tab: { id: 7, windowId: 3, index: 2, incognito: false },
};
const entry = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  entry.mockReset().mockResolvedValue({ tool: oven, layer: {} });
  vi.spyOn(fakeBrowser.action, 'setPopup').mockResolvedValue();
  vi.spyOn(catalogDb, 'openCatalog').mockResolvedValue({
    badgeOfPage: ([id]: string[]) => Promise.resolve(id === page ? badgeRecord(oven, reference) : undefined),
    entry,
    reference,
  } as unknown as CatalogReader);
});

describe('what is known against the version on a page', () => {
  it.each([
    ['1.2.1', ['compromised: Compromised release: 1.2.1 on PyPI (MAL-2026-1)']],
    ['1.1.5', ['vulnerable: 1 known high vulnerability in v1.1.5, fixed in v1.2']],
    ['1.2.0', []],
    ['1.2.2', []],
    ['1.3', []],
    ['next', []],
  ])('is found in the background: %s', async (version, found) => {
    const trouble = (await findDifferences(sender, { version })).filter(({ kind }) => kind !== 'version');
    expect(trouble.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(found);
  });
  it('is in the title of the toolbar icon where the release was published to do harm', async () => {
    const setTitle = vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue();
    for (const kind of ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor'] as const)
      vi.spyOn(fakeBrowser.action, kind).mockResolvedValue();
    await findDifferences(sender, { version: '1.1.5' });
    expect(setTitle).not.toHaveBeenCalled();
    await findDifferences(sender, { version: '1.2.1' });
    const title = 'Compromised release: 1.2.1 on PyPI (MAL-2026-1). Oven: Ship, 3 of 3 reviewers';
    expect(setTitle).toHaveBeenCalledWith({ tabId: 7, title });
  });
});
