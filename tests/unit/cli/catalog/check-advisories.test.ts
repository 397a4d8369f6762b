import { describe, expect, it } from 'vitest';
import type { Advisory } from '../../../../catalog/affected.ts';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { advisoryProblems } from '../../../../cli/catalog/check-advisories.ts';
import { tool } from '../../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const good: Advisory = {
  id: 'CVE-2026-1234',
  aliases: ['GHSA-2222-3333-4444'],
  kind: 'vulnerable',
  severity: 'high',
  summary: 'The door opens by itself.',
  package: 'pkg:pypi/oven',
  affected: [{ introduced: '0', fixed: '0.9' }],
  published: '2026-05-01',
  ...cited,
};
const oven = (advisories: Advisory[], more: Partial<Tool> = {}) =>
  tool(
    'oven',
    'ssk',
    { pages: ['pkg:github/someone/oven', 'pkg:pypi/oven'], kind: 'server', advisories, ...more },
    { version: { value: '1.0', package: 'pkg:pypi/oven', ...cited } },
  );

function problemsOf(checked: Tool): string[] {
  const problems: string[] = [];
  advisoryProblems(checked, '2026-11-22', (field, message) => problems.push(`${field}: ${message}`));
  return problems;
}

describe('an advisory', () => {
  it('without a fault is no problem', () => expect(problemsOf(oven([good]))).toEqual([]));
  it.each<[string, Partial<Advisory>, string]>([
    ['an id of nobody', { id: 'HOLE-1' }, 'advisories.0: "HOLE-1" is not an id of CVE, GHSA, MAL or PYSEC'],
    ['an alias of nobody', { aliases: ['cve-2026-1'] }, '"cve-2026-1" is not an id'],
    ['a letter that GHSA ids have not', { id: 'GHSA-aaaa-3333-4444' }, '"GHSA-aaaa-3333-4444" is not an id'],
    ['its id as an alias', { aliases: ['CVE-2026-1234'] }, 'CVE-2026-1234 is already a name of advisories.0'],
    [
      'a foreign package',
      { package: 'pkg:pypi/stove' },
      'advisories.0.package: pkg:pypi/stove is not a page',
    ],
    ['a version with words', { affected: [{ fixed: 'next' }] }, '"next" is not a version by pep440'],
    ['a listed word', { affected: [{ versions: ['1.0', 'x'] }] }, '"x" is not a version by pep440'],
    ['no version', { affected: [{}] }, 'advisories.0.affected.0: names no version'],
    ['two ends', { affected: [{ fixed: '2', lastAffected: '1' }] }, 'has either fixed or lastAffected'],
    ['a range back', { affected: [{ introduced: '2', fixed: '1' }] }, 'is empty: introduced 2, fixed 1'],
    [
      'a range of nothing',
      { affected: [{ introduced: '1.0', fixed: '1' }] },
      'is empty: introduced 1.0, fixed 1',
    ],
    ['a date to come', { published: '2026-11-23' }, 'published 2026-11-23 is in the future'],
    ['a withdrawal before', { withdrawn: '2026-04-01' }, 'withdrawn 2026-04-01, before it was published'],
  ])('with %s is refused', (_, more, message) => {
    expect(problemsOf(oven([{ ...good, ...more }])).join('\n')).toContain(message);
  });
  it('that is there twice, by any of its names, is refused', () => {
    const again = { ...good, id: 'GHSA-2222-3333-4444', aliases: [] };
    expect(problemsOf(oven([good, again]))).toEqual([
      'advisories.1: GHSA-2222-3333-4444 is already a name of advisories.0',
    ]);
  });
  it('of exactly one version is no empty range', () => {
    expect(problemsOf(oven([{ ...good, affected: [{ introduced: '0.9', lastAffected: '0.9.0' }] }]))).toEqual(
      [],
    );
  });
  it('may not be asked for tomorrow', () => {
    expect(problemsOf(oven([], { advisoriesAsOf: '2026-11-23' }))).toEqual([
      'advisoriesAsOf: is in the future',
    ]);
  });
});

describe('the Skeptic', () => {
  const open = { ...good, affected: [{ introduced: '0' }], source: 'nvd' };
  const withCites = (cites: string[], more: Partial<Tool> = {}, advisory: Partial<Advisory> = {}) => {
    const { review } = oven([]);
    const votes = review!.votes.map((vote) => (vote.reviewer === 'skeptic' ? { ...vote, cites } : vote));
    return problemsOf(oven([{ ...open, ...advisory }], { review: { ...review!, votes }, ...more }));
  };
  const refused = [
    'review.votes.skeptic: cites no source of CVE-2026-1234, known against the reviewed version 1.0',
  ];

  it.each(['server', 'app', 'extension'] as const)(
    'of a %s cites what is known against its version',
    (kind) => {
      expect(withCites(['readme'], { kind })).toEqual(refused);
      expect(withCites(['nvd', 'readme'], { kind })).toEqual([]);
    },
  );
  it('need not cite what is low, repaired, withdrawn, or of a library', () => {
    expect(withCites(['readme'], {}, { severity: 'medium' })).toEqual([]);
    expect(withCites(['readme'], {}, { affected: good.affected })).toEqual([]);
    expect(withCites(['readme'], {}, { withdrawn: '2026-06-01' })).toEqual([]);
    expect(withCites(['readme'], { kind: 'library' })).toEqual([]);
  });
  it('need not cite what became known after the review, so that a night that hears of it goes on', () => {
    expect(withCites(['readme'], {}, { published: '2026-11-21' })).toEqual([]);
    expect(withCites(['readme'], {}, { published: '2026-11-20' })).toEqual(refused);
  });
  it('is asked even where nobody sits on that seat', () => {
    const { review } = oven([]);
    const votes = review!.votes.filter(({ reviewer }) => reviewer !== 'skeptic');
    expect(problemsOf(oven([open], { review: { ...review!, votes } }))).toEqual(refused);
  });
});
