import { describe, expect, it } from 'vitest';
import { advisoriesOf, compromisedVersions } from '../../../catalog/advisories.ts';
import type { Advisory } from '../../../catalog/affected.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { comparison } from '../../../catalog/comparison.ts';
import { headlineOf } from '../../../catalog/headline.ts';
import {
  advisoryLabel,
  compromisedText,
  knownTrouble,
  reviewedTrouble,
  seriousText,
} from '../../../catalog/known-trouble.ts';
import { toolMarkdown } from '../../../catalog/markdown.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const package_ = 'pkg:pypi/oven';
const advisory = (number: number, more: Partial<Advisory> = {}): Advisory => ({
  id: `PYSEC-2026-${number}`,
  kind: 'vulnerable',
  severity: 'high',
  summary: 'The door opens by itself.',
  package: package_,
  affected: [{ introduced: '0', fixed: '1.2' }],
  published: '2026-05-01',
  ...cited,
  ...more,
});
const oven = (advisories: Advisory[], version = '1.0', more: Partial<Tool> = {}) =>
  tool(
    'oven',
    'ssk',
    { pages: ['pkg:github/someone/oven', package_, 'pkg:npm/oven'], advisories, ...more },
    { version: { value: version, package: package_, ...cited } },
  );

describe('what is known against a version', () => {
  const high = advisory(1);
  const critical = advisory(2, { severity: 'critical', affected: [{ introduced: '0', fixed: '1.10' }] });
  const low = advisory(3, { severity: 'low' });
  const unrepaired = advisory(4, { affected: [{ introduced: '0', lastAffected: '1.5' }] });
  const nameless = advisory(5, { severity: 'unknown' });
  const malicious = advisory(6, { id: 'MAL-2026-1', kind: 'malicious', affected: [{ versions: ['1.0'] }] });

  it.each<[string, Advisory[], string]>([
    ['one', [high], '1 known high vulnerability in v1.0, fixed in v1.2'],
    [
      'the last repair',
      [high, critical],
      '2 known vulnerabilities (1 critical, 1 high) in v1.0, fixed in v1.10',
    ],
    ['one sort', [high, advisory(9)], '2 known high vulnerabilities in v1.0, fixed in v1.2'],
    ['no repair', [unrepaired], '1 known high vulnerability in v1.0, no fix known'],
    [
      'a repair of some',
      [high, unrepaired],
      '2 known high vulnerabilities in v1.0, no fix known for 1 of them',
    ],
    ['no severity', [nameless], '1 known vulnerability of unknown severity in v1.0, fixed in v1.2'],
    ['harm', [malicious], 'Compromised release: 1.0 on PyPI (MAL-2026-1)'],
    [
      'harm and more',
      [high, malicious],
      'Compromised release: 1.0 on PyPI (MAL-2026-1); also 1 known high vulnerability',
    ],
  ])('is said in a sentence: %s', (_, advisories, text) => {
    expect(knownTrouble(oven(advisories))?.text).toBe(text);
  });
  it('begins with the worst', () => {
    const found = advisoriesOf(oven([low, high, nameless, malicious, critical]));
    expect(found?.map(({ severity, kind }) => (kind === 'malicious' ? kind : severity))).toEqual([
      ...['malicious', 'critical', 'high', 'low', 'unknown'],
    ]);
  });
  it('has nothing that was withdrawn, and says of what is disputed who disputes it', () => {
    const withdrawn = advisory(7, { withdrawn: '2026-06-01' });
    expect(advisoriesOf(oven([withdrawn]))).toEqual([]);
    const disputed = advisory(8, { disputed: 'the maker says it is meant so', aliases: ['CVE-2026-1234'] });
    expect(advisoriesOf(oven([disputed]))?.map(advisoryLabel)).toEqual([
      'CVE-2026-1234 (high), disputed: the maker says it is meant so',
    ]);
    expect(compromisedVersions(oven([{ ...malicious, withdrawn: '2026-06-01' }, malicious]))).toEqual([
      '1.0',
    ]);
  });
  it('is “none known” only where the database was asked, and never of a version that cannot be placed', () => {
    const dated = { advisoriesAsOf: '2026-11-28' };
    const text = 'No advisory known as of 28 Nov 2026';
    expect(knownTrouble(oven([], '1.0', dated))?.text).toBe(text);
    expect(knownTrouble(oven([high], '1.2', dated))?.text).toBe(text);
    expect(knownTrouble(oven([], 'nightly', dated))?.text).toBe(text);
    expect(knownTrouble(oven([high], 'nightly', dated))).toBeUndefined();
    expect(knownTrouble(oven([high], '1.2'))).toBeUndefined();
    expect(knownTrouble(oven([]))).toBeUndefined();
  });
  it('is asked by the numbers of the package that the page is', () => {
    const on = (page: string, version = '1.0') => advisoriesOf(oven([high]), { page, version })?.length;
    expect([on(package_), on('pkg:github/someone/oven', 'v1.0'), on('pkg:npm/oven')]).toEqual([
      1,
      1,
      undefined,
    ]);
    expect(on('pkg:github/someone/oven', 'oven@1.0')).toBeUndefined();
    const ofNpm = advisory(9, {
      package: 'pkg:npm/oven',
      affected: [{ introduced: '0', fixed: '1.2.0' }],
    });
    expect(advisoriesOf(oven([ofNpm]))).toBeUndefined();
    expect(advisoriesOf(oven([ofNpm]), { page: 'pkg:npm/oven', version: '1.0.0' })).toHaveLength(1);
  });
  it('leads to the page of the database that has it', () => {
    const ids = ['GHSA-2222-3333-4444', 'MAL-2026-1', 'PYSEC-2026-5', 'CVE-2026-1234', 'X-1'];
    const found = ids.map((id) => advisoriesOf(oven([advisory(1, { id })]))?.[0]?.url);
    expect(found.slice(0, 4)).toEqual([
      'https://github.com/advisories/GHSA-2222-3333-4444',
      'https://osv.dev/vulnerability/MAL-2026-1',
      'https://osv.dev/vulnerability/PYSEC-2026-5',
      'https://nvd.nist.gov/vuln/detail/CVE-2026-1234',
    ]);
    expect(found[4]).toBe(oven([]).sources.readme?.url);
  });
  it('is in the card only where it is critical, high or meant to do harm', () => {
    expect(seriousText(oven([low, nameless]), { version: '1.0' })).toBeUndefined();
    expect(seriousText(oven([low, high]), { version: '1.0' })).toBe(
      '1 known high vulnerability in v1.0, fixed in v1.2',
    );
    expect(badgeRecord(oven([low]), reference)).not.toHaveProperty('trouble');
    expect(badgeRecord(oven([high]), reference).trouble).toBe('has 1 known high vulnerability');
    expect(compromisedText(oven([high]), { version: '1.0' })).toBeUndefined();
  });
  it('stands beside the version that was reviewed, also once a repaired one is out', () => {
    const repaired = oven([high], '1.2');
    expect(reviewedTrouble(repaired)).toBe('has 1 known high vulnerability');
    const { verdict } = headlineOf(repaired, reference, package_, {});
    expect(verdict.reviewed).toBe('Reviewed v1.0, which has 1 known high vulnerability. v1.2 is out.');
    expect(reviewedTrouble(oven([malicious], '1.2'))).toBe('is a compromised release');
    const current = headlineOf(oven([high]), reference, package_, {});
    expect(current.bands.map(({ text }) => text)).toEqual([
      '1 known high vulnerability in v1.0, fixed in v1.2',
    ]);
    expect(current.verdict.reviewed).toBe('Reviewed v1.0');
    const { review } = oven([]);
    expect(reviewedTrouble(oven([high], '1.2', { review: { ...review!, version: '1.2' } }))).toBeUndefined();
  });
  it('is a row of the comparison, a part of the Markdown and a note in the list of tools', () => {
    const [clean, affected] = [oven([]), oven([high])];
    const question = 'Known trouble';
    expect(comparison(clean, clean, reference).map((row) => row.question)).not.toContain(question);
    const row = comparison(clean, affected, reference).find((each) => each.question === question);
    expect([row?.left.text, row?.right.text]).toEqual(['Unknown', knownTrouble(affected)!.text]);
    expect(toolMarkdown(affected, reference)).toContain(
      '- **Known trouble:** 1 known high vulnerability in v1.0, fixed in v1.2\n' +
        '  - [PYSEC-2026-1 (high)](https://osv.dev/vulnerability/PYSEC-2026-1): The door opens by itself.',
    );
    expect(summaryOf(affected, reference, undefined).trouble).toBe(row?.right.text);
    expect(summaryOf(clean, reference, undefined)).not.toHaveProperty('trouble');
  });
});
