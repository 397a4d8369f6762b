import { describe, expect, it } from 'vitest';
import { branchOf } from '../../../../cli/catalog/branch-of.ts';
import { dateProblems } from '../../../../cli/catalog/check-dates.ts';
import { licenseHistoryProblems } from '../../../../cli/catalog/check-license-history.ts';
import { noteProblems } from '../../../../cli/catalog/check-notes.ts';
import { releaseProblems } from '../../../../cli/catalog/check-releases.ts';
import type { Report } from '../../../../cli/catalog/check-citations.ts';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { tool } from '../../../builders/tool.ts';

const sha = 'a'.repeat(40);
const today = '2026-11-22';
type Source = Tool['sources'][string];
const source = (more: Partial<Source> = {}): Source => ({
  url: `https://github.com/a/oven/commit/${sha}`,
  title: 'Release 2.0',
  seen: '2026-05-04',
  commit: sha,
  ...more,
});

function problems(check: (report: Report) => void): string[] {
  const lines: string[] = [];
  check((field, message) => lines.push(`${field}: ${message}`));
  return lines;
}

describe('a file on a branch is no source', () => {
  it.each([
    ['https://github.com/a/b/blob/main/README.md', 'main'],
    ['https://github.com/a/b/tree/feature/x', 'feature'],
    ['https://raw.githubusercontent.com/a/b/refs/heads/main/x.yml', 'main'],
    ['https://raw.githubusercontent.com/a/b/develop/x.yml', 'develop'],
    ['https://gitlab.com/group/sub/b/-/raw/trunk/x', 'trunk'],
    ['https://gitlab.example.org/a/b/-/blob/master/x', 'master'],
    ['https://huggingface.co/a/b/resolve/main/LICENSE', 'main'],
    ['https://huggingface.co/datasets/a/b/raw/main/x', 'main'],
    ['https://codeberg.org/a/b/src/branch/next/x', 'next'],
    ['https://bitbucket.org/a/b/src/master/x', 'master'],
    ['https://cdn.jsdelivr.net/gh/a/b@main/x', 'main'],
    ['https://cdn.jsdelivr.net/gh/a/b/x', 'the default branch'],
    ['https://github.com/a/b/blob/v2.x/README.md', 'v2.x'],
  ])('%s', (url, branch) => expect(branchOf({ url, version: '2.0' })).toBe(branch));
  it.each([
    `https://github.com/a/b/blob/${sha}/README.md`,
    'https://github.com/a/b/blob/v2.0/README.md',
    'https://github.com/a/b/blob/python-v2.0/README.md',
    'https://raw.githubusercontent.com/a/b/refs/tags/x/y',
    `https://codeberg.org/a/b/src/commit/${sha}/x`,
    'https://github.com/a/b/issues/3',
    'https://huggingface.co/a/b',
    'https://docs.example.org/en/latest/main.html',
    'https://example.org/blog/tree/main/x',
  ])('%s is none', (url) => expect(branchOf({ url, version: '2.0' })).toBeUndefined());
});

describe('dates of sources and facts', () => {
  const of = (sources: Tool['sources'], facts: Partial<Tool['facts']> = {}, more: Partial<Tool> = {}) =>
    problems((report) => dateProblems({ ...tool('oven', 'sss', more, facts), sources }, today, report));

  it.each<[string, Partial<Source>, string]>([
    [
      'the first of January',
      { seen: '2024-01-01', title: 'LICENSE, copyright 2024' },
      'sources.a.seen: 2024-01-01 stands',
    ],
    ['a branch', { url: 'https://github.com/a/b/blob/dev/x' }, 'sources.a.url: is on a branch (dev)'],
    [
      'another commit in the address',
      { commit: 'b'.repeat(40) },
      'sources.a.commit: is not the commit of its address',
    ],
    ['compared before it was seen', { compared: '2026-05-03' }, 'sources.a.compared: 2026-05-03 is before'],
    ['compared tomorrow', { compared: '2026-11-23' }, 'sources.a.compared: 2026-11-23 is in the future'],
    ['changed without a blob', { changed: '2026-06-01' }, 'sources.a.changed: has no blob'],
  ])('refuses %s', (_, more, problem) =>
    expect(of({ a: source(more) })).toEqual([expect.stringContaining(problem)]),
  );
  it.each(['Issue of 1 January 2024', 'Release v2024.1.1', 'Notes of January 1, 2024', 'Log 2024-01-01'])(
    'a source may be of the first of January when it says so: %s',
    (title) => expect(of({ a: source({ seen: '2024-01-01', title }) })).toEqual([]),
  );
  it('refuses two days of one commit', () =>
    expect(of({ a: source(), b: source({ seen: '2026-05-05' }) })).toEqual([
      'sources.b.seen: 2026-05-05 and 2026-05-04 of "a" are of one commit, which has one date',
    ]));
  it('refuses a price that was over when it was read', () =>
    expect(
      of(
        { a: source() },
        { entryPrice: { value: 'paid', until: '2026-05-03', source: 'a', checked: today } },
      ),
    ).toEqual(['facts.entryPrice.until: 2026-05-03 was over when its source was read']));
  it('refuses what is said to be of tomorrow', () =>
    expect(
      of(
        { a: source() },
        { status: { value: 'archived', since: '2026-12-01', source: 'a', checked: today } },
        { advisoriesAsOf: '2026-12-02' },
      ),
    ).toEqual([
      'facts.status.since: 2026-12-01 is in the future',
      'advisoriesAsOf: 2026-12-02 is in the future',
    ]));
});

describe('the day of a release', () => {
  const of = (more: Partial<Source>) =>
    problems((report) =>
      releaseProblems(
        {
          ...tool(
            'oven',
            'sss',
            {},
            { version: { value: '2.0', released: '2026-05-04', source: 'a', checked: today } },
          ),
          sources: { a: source(more) },
        },
        report,
      ),
    );
  it.each<Partial<Source>>([
    {},
    { title: 'Tag v2.0' },
    { url: 'https://github.com/a/oven/releases/tag/v2.0', title: 'v2.0' },
    { url: 'https://pypi.org/project/oven/2.0/', title: 'oven 2.0' },
    { url: 'https://www.jsdelivr.com/package/npm/oven?version=2.0', title: 'oven' },
  ])('has a source that is one: %o', (more) => expect(of(more)).toEqual([]));
  it.each<Partial<Source>>([
    { title: 'Upgrade to 4.00 in the version file' },
    { title: 'Release 2.0', url: `https://github.com/a/oven/blob/${sha}/setup.py` },
    { title: 'README', url: `https://github.com/a/oven/blob/${sha}/README.md` },
    { title: 'Issue 3: please upgrade to 2.0', url: 'https://github.com/a/oven/issues/3' },
  ])('is refused with %o', (more) =>
    expect(of(more)).toEqual([expect.stringContaining('facts.version.released: has no tag, release')]),
  );
  it('is not after its sources', () =>
    expect(of({ seen: '2026-05-03' })).toEqual([
      'facts.version.released: 2026-05-04 is after the newest of its sources',
    ]));
});

describe('a note against its own sources', () => {
  const of = (note: string, more: Partial<Source> = {}) =>
    problems((report) =>
      noteProblems(
        {
          ...tool(
            'oven',
            'sss',
            { pages: ['pkg:github/A/Oven'] },
            { license: { value: 'MIT', note, source: 'a', checked: today } },
          ),
          sources: { a: source({ version: '2.0', ...more }) },
        },
        report,
      ),
    );
  it.each([
    'No commit since March 2026.',
    'A ranking shows no push after 21 January 2026; a user asks why.',
    'Nothing was changed since 2025.',
    'The last commit is from November 2022.',
    'Quiet: last release in March 2025.',
    'The latest version was 1.0 of 2025.',
  ])('%s', (note) => expect(of(note).length).toBe(note.includes('1.0') ? 0 : 1));
  it.each([
    'No commit since May 2026.',
    'No push after 4 May 2026.',
    'The first one has had no commit since June 2025.',
    'Free since 2024.',
    'Owned by ClickHouse since 2025.',
  ])('%s is none', (note) => expect(of(note)).toEqual([]));
  it('what others wrote later contradicts nothing', () =>
    expect(of('No commit since March 2026.', { url: `https://github.com/b/news/commit/${sha}` })).toEqual(
      [],
    ));
});

describe('a license history', () => {
  const change = { from: 'Apache-2.0', to: 'MIT', version: '1.87.0', date: '2026-03-01', source: 'readme' };
  const of = (licenseHistory: Tool['licenseHistory']) =>
    problems((report) =>
      licenseHistoryProblems(
        tool(
          'oven',
          'sss',
          { licenseHistory },
          { license: { value: 'MIT', source: 'readme', checked: today } },
        ),
        { today, isSpdx: (expression) => !expression.includes(' 2') },
        report,
      ),
    );
  it('leads to the license of today', () => expect(of([change])).toEqual([]));
  it('is a chain, in order', () =>
    expect(of([change, { ...change, from: 'ISC', date: '2026-02-01' }])).toEqual([
      'licenseHistory.1.date: changes are sorted, the oldest first',
      'licenseHistory.1.from: "ISC" is not what the change before led to ("MIT")',
    ]));
  it('ends where the license is', () =>
    expect(of([{ ...change, to: 'BUSL-1.1' }])).toEqual([
      'licenseHistory.0.to: "BUSL-1.1" is not the license of today ("MIT")',
    ]));
  it('names licenses, and days that have been', () =>
    expect(of([{ ...change, from: 'Apache 2', date: '2027-01-01' }])).toEqual([
      'licenseHistory.0: "Apache 2" is not an SPDX expression',
      'licenseHistory.0.date: 2027-01-01 is in the future',
    ]));
});
