import { describe, expect, it } from 'vitest';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { badgeFindings, pageFindings } from '../../../catalog/page-findings.ts';
import { notesOfPage } from '../../../catalog/page-notes.ts';
import { withNotes } from '../../../catalog/record-of-page.ts';
import type { AttributedTool } from '../../../catalog/whose.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import type { PageFacts } from '../../../sites/site.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const page = 'pkg:github/someone/heron';
const heron = (facts: Partial<Tool['facts']> = {}, more: Partial<Tool> = {}) =>
  tool('heron', 'ssk', more, facts);
const texts = (of: AttributedTool, facts: PageFacts, at = page) =>
  pageFindings(of, facts, at, reference).map(({ text }) => text);
const withLicense = (value: string, more = {}) => heron({ license: { value, ...cited, ...more } });

describe('what a page states that the verdict does not cover', () => {
  it.each<[what: string, of: AttributedTool, facts: PageFacts, found: string[]]>([
    ['nothing', heron(), {}, []],
    ['the version reviewed', heron(), { version: 'v1.0' }, []],
    [
      'a newer version',
      heron(),
      { version: '1.1.0' },
      ['This page: v1.1.0 (a newer minor version); reviewed: v1.0'],
    ],
    ['an older version', heron(), { version: '0.9' }, []],
    ['a version, of a tool without a verdict', tool('heron', ''), { version: '1.1' }, []],
    ['the same license', heron(), { license: 'MIT license' }, []],
    [
      'another license',
      heron(),
      { license: 'AGPL-3.0 license' },
      ['This page says AGPL-3.0; we found MIT on 1 Nov 2026'],
    ],
    ['a label in other words', heron(), { license: 'View license' }, []],
    ['one of two licenses', withLicense('MIT OR Apache-2.0'), { license: 'apache-2.0' }, []],
    ['the same, only or later', withLicense('GPL-3.0-or-later'), { license: 'GPL-3.0 license' }, []],
    ['a license where ours has no id', withLicense('LicenseRef-Lab'), { license: 'MIT license' }, []],
    [
      'a license where ours has one without id',
      withLicense('MIT AND LicenseRef-Lab'),
      { license: 'Apache-2.0 license' },
      [],
    ],
    ['a license where ours is unknown', withLicense('unknown'), { license: 'MIT license' }, []],
    [
      'the license that a source disputes',
      withLicense('MIT', { disputed: [{ value: 'Apache-2.0', ...cited }] }),
      { license: 'Apache-2.0 license' },
      [],
    ],
    [
      'the license of a folder',
      withLicense('MIT', { note: 'The server folder is AGPL-3.0.' }),
      { license: 'AGPL-3.0 license' },
      [],
    ],
    [
      'the license of the weights',
      withLicense('MIT', { note: 'The weights are CC BY-NC 4.0.' }),
      { license: 'cc-by-nc-4.0' },
      [],
    ],
    [
      'a note on another license',
      withLicense('MIT', { note: 'The weights are CC BY-NC 4.0.' }),
      { license: 'Apache-2.0' },
      ['This page says Apache-2.0; we found MIT on 1 Nov 2026'],
    ],
    [
      'a package in quarantine',
      heron(),
      { warning: 'quarantined', archived: true },
      ['Quarantined by its index, so it cannot be installed', 'Archived'],
    ],
    ['a yanked release', heron(), { warning: 'yanked' }, ['This release was yanked by its maintainers']],
    ['a repository without content', heron(), { warning: 'empty' }, ['This repository is empty']],
    ['an archived repository', heron(), { archived: true }, ['Archived']],
    [
      'one that the catalog calls archived',
      heron({ status: { value: 'archived', ...cited } }),
      { archived: true },
      ['Archived'],
    ],
    [
      'gated files of open weights',
      heron({ weights: { value: 'open', ...cited } }),
      { gated: true },
      ['You must request access'],
    ],
    ['gated files of gated weights', heron({ weights: { value: 'gated', ...cited } }), { gated: true }, []],
    ['gated files of unknown weights', heron(), { gated: true }, []],
    ['a successor', heron(), { supersededBy: 'pkg:huggingface/a/next' }, ['Replaced by a/next']],
    ...(['archived', 'superseded', 'closed', 'maintenance'] as const).map(
      (value): [string, AttributedTool, PageFacts, string[]] => [
        `nothing, of a tool that the catalog calls ${value}`,
        heron({ status: { value, successor: 'crane', ...cited } }),
        {},
        [],
      ],
    ),
    [
      'a successor, and not the one that the catalog names',
      heron({ status: { value: 'superseded', successor: 'crane', ...cited } }),
      { supersededBy: 'pkg:huggingface/a/next' },
      ['Replaced by a/next'],
    ],
    ['its own parent', heron(), { forkOf: 'pkg:github/other/bird' }, []],
    ['private', heron(), { isPrivate: true }, []],
  ])('%s', (_, of, facts, found) => expect(texts(of, facts)).toEqual(found));

  it('puts first what is to be read before the verdict, and says so', () => {
    const facts: PageFacts = {
      version: '2.0',
      archived: true,
      warning: 'quarantined',
      supersededBy: 'crane',
    };
    expect(pageFindings(heron(), facts, page, reference).map(({ kind, first }) => [kind, first])).toEqual([
      ['warning', true],
      ['archived', true],
      ['superseded', undefined],
      ['version', undefined],
    ]);
  });

  it('names the commit that a license was read at', () => {
    const readme = {
      url: 'https://example.com',
      title: 'README',
      seen: '2026-11-01',
      commit: 'abcdef0'.padEnd(40, '1'),
    };
    expect(texts(heron({}, { sources: { readme } }), { license: 'Apache-2.0 license' })).toEqual([
      'This page says Apache-2.0; we found MIT at commit abcdef0',
    ]);
  });

  it('says of a fork only that the verdict is about its upstream', () => {
    const facts: PageFacts = { forkOf: 'pkg:github/Someone/Heron', version: '9.0', archived: true };
    const fork = [{ kind: 'fork', text: 'Fork: the verdict is for the original, Someone/Heron' }];
    expect(pageFindings(heron(), facts, 'pkg:github/me/heron', reference)).toEqual(fork);
    expect(pageFindings(heron(), facts, page, reference)).toEqual(fork);
  });

  it('says what a renamed page is called now, and compares nothing else', () => {
    const renamed = heron({}, { formerPages: ['pkg:github/Old/Bird'] });
    const facts: PageFacts = { version: '9.0', license: 'AGPL-3.0 license', archived: true };
    expect(texts(renamed, facts, 'pkg:github/old/bird')).toEqual([
      'Archived',
      'Renamed: Old/Bird → someone/heron',
    ]);
  });

  it('says the same on the badge, without the source', () => {
    const facts: PageFacts = { version: '1.1', license: 'AGPL-3.0 license', archived: true };
    const record = withNotes(badgeRecord(heron(), reference), notesOfPage(heron(), page));
    expect(badgeFindings(record, facts)).toEqual([
      { kind: 'archived', text: 'Archived', first: true },
      { kind: 'version', text: 'This page: v1.1 (a newer minor version); reviewed: v1.0' },
      { kind: 'license', text: 'This page says AGPL-3.0; we found MIT' },
    ]);
  });
});
