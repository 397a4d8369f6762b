import { cleanup, render } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CurrentPage } from '../../browser/tabs.ts';
import { findDifferences } from '../../browser/page-facts/find-differences.ts';
import { bucketKey } from '../../browser/catalog-db/badge-lookup.ts';
import { storeTabFacts, readTabFacts } from '../../browser/page-facts/tab-facts.ts';
import { parsePageFacts } from '../../browser/page-facts/parse.ts';
import { readActiveTab } from '../../browser/page-facts/inject.ts';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { comparisonMarkdown } from '../../catalog/markdown.ts';
import { pageFindingsByPage } from '../../catalog/page-findings.ts';
import { PageFindings, PageFindingsRow } from '../../components/PageFindings.tsx';
import { reference, tool } from '../builders/tool.ts';

const page = 'pkg:github/someone/oven';
const newer = { version: 'v1.3.0' };

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

describe('what a script on a page hands over', () => {
  it.each([
    [
      { version: 'v1.3.0', license: 'MIT license', archived: true },
      { version: 'v1.3.0', license: 'MIT license', archived: true },
    ],
    [{ version: 7, license: '', forkOf: null, gated: 'yes', isPrivate: 1 }, {}],
    [{ version: 'x'.repeat(201), script: 'alert(1)', archived: false }, {}],
    ['archived', {}],
    [null, {}],
    [undefined, {}],
    [[newer], {}],
  ])('%j reads %j', (given, facts) => expect(parsePageFacts(given)).toEqual(facts));
  it('never throws, and keeps nothing but facts', () =>
    fc.assert(
      fc.property(fc.anything(), (given) => {
        const names = ['version', 'license', 'forkOf', 'supersededBy', 'archived', 'gated', 'isPrivate'];
        expect(names).toEqual(expect.arrayContaining(Object.keys(parsePageFacts(given))));
      }),
    ));
});

describe('the page in a tab', () => {
  const at = (url: string): CurrentPage => ({ tabId: 7, url, pageIds: [page], isPrivate: false });
  const answer = (result: unknown) =>
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([{ frameId: 0, result }] as never);
  it('is read by a script of ours', async () => {
    const run = answer({ ...newer, extra: 1 });
    expect(await readActiveTab(at('https://github.com/someone/oven'))).toEqual(newer);
    expect(run).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['page-facts.js'] });
  });
  it('is not asked where no site can answer', async () => {
    const run = answer(newer);
    for (const url of ['https://oven.example/', 'chrome://newtab/', ''])
      expect(await readActiveTab(at(url))).toEqual({});
    expect(run).not.toHaveBeenCalled();
  });
  it('states nothing where no script may run', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access'));
    expect(await readActiveTab(at('https://github.com/someone/oven'))).toEqual({});
  });
});

describe('what pages say', () => {
  const said = (facts: object, of = page) => ({ tool: 'oven', page: of, facts });
  const open = (...ids: number[]) =>
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(ids.map((id) => ({ id })) as never);
  const tab = { id: 7, incognito: false };
  const stored = () => fakeBrowser.storage.session.get();
  it('is known while its tab is open', async () => {
    open(7, 8);
    await storeTabFacts(tab, said(newer));
    await storeTabFacts({ ...tab, id: 8 }, said(newer));
    await storeTabFacts({ ...tab, id: 8 }, { ...said({ archived: true }), tool: 'pan' });
    expect(await readTabFacts('oven')).toEqual([{ page, facts: newer }]);
    expect(await readTabFacts('pan')).toEqual([{ page, facts: { archived: true } }]);
    expect(await readTabFacts('ove')).toEqual([]);
    open(9);
    expect(await readTabFacts('oven')).toEqual([]);
    await storeTabFacts({ ...tab, id: 9 }, said(newer));
    expect(Object.keys(await stored())).toHaveLength(1);
  });
  it.each([
    ['and kept', tab, { archived: true }, true],
    ['of a page that only some may see, and not kept', tab, { archived: true, isPrivate: true }, false],
    ['in a private window, and not kept', { ...tab, incognito: true }, { archived: true }, false],
  ])('is answered with how it differs from the verdict, %s', async (_, from, facts, isKept) => {
    open(7);
    await fakeBrowser.storage.local.set({
      catalog: { generation: 1, extension: '0' },
      [bucketKey(page)]: { since: 1, badges: { [page]: badgeRecord(tool('oven', 'sss'), reference) } },
    });
    expect(await findDifferences(from, said(facts))).toEqual([{ kind: 'archived', text: 'Archived' }]);
    expect(await findDifferences(from, { ...said(facts), tool: 'pan' })).toEqual([]);
    expect(await findDifferences(from, said(facts, 'pkg:github/someone/else'))).toEqual([]);
    expect(Object.keys(await stored()).length > 0).toBe(isKept);
  });
  it('is forgotten when the page says it no more', async () => {
    open(7);
    await storeTabFacts(tab, said(newer));
    await storeTabFacts(tab, said({}));
    expect(await stored()).toEqual({});
  });
  it.each([
    ['a private window', { incognito: true }, said(newer)],
    ['a private page', {}, said({ ...newer, isPrivate: true })],
    ['no tab', { id: undefined }, said(newer)],
    ['a page without a name', {}, said(newer, '')],
    ['a page with a name without end', {}, said(newer, 'x'.repeat(301))],
  ])('is not kept from %s', async (_, more, message) => {
    open(7);
    await storeTabFacts({ ...tab, ...more }, message);
    expect(await stored()).toEqual({});
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });
  it('takes back what was kept before a page turned out to be private', async () => {
    open(7);
    await storeTabFacts(tab, said(newer));
    await storeTabFacts(tab, said({ ...newer, isPrivate: true }));
    expect(await stored()).toEqual({});
  });
  it('stands in a row of the comparison with its page, and never in Markdown', () => {
    const [oven, pan] = [tool('oven', 'sss'), tool('pan', 'sss')];
    const sides = [pageFindingsByPage(oven, [{ page, facts: newer }], reference), []];
    const { container } = render(<table>{<PageFindingsRow sides={sides} />}</table>);
    const cells = [...container.querySelectorAll('th, td')].map(({ textContent }) => textContent);
    expect(cells).toEqual([
      'On its page, in an open tab',
      `This page: v1.3.0 (a newer minor version); reviewed: v1.0${page}`,
      'Nothing read',
    ]);
    expect(comparisonMarkdown(oven, pan, reference)).not.toContain('This page');
  });
  it('is no row where no page says anything that differs', () => {
    const same = pageFindingsByPage(tool('oven', 'sss'), [{ page, facts: { version: 'v1.0' } }], reference);
    expect(render(<PageFindingsRow sides={[same, []]} />).container.innerHTML).toBe('');
    const archived = pageFindingsByPage(tool('pan', 'sss'), [{ page, facts: { archived: true } }], reference);
    expect(render(<PageFindingsRow sides={[same, archived]} />).container.textContent).toContain(
      'Nothing that differs',
    );
  });
  it('stands in the popup one line a finding, or not at all', () => {
    const [said] = pageFindingsByPage(
      tool('oven', 'sss'),
      [{ page, facts: { ...newer, archived: true } }],
      reference,
    );
    const { container } = render(<PageFindings findings={said!.findings} />);
    expect([...container.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      'Archived',
      'This page: v1.3.0 (a newer minor version); reviewed: v1.0',
    ]);
    expect(render(<PageFindings findings={[]} />).container.innerHTML).toBe('');
  });
});
