import { describe, expect, it } from 'vitest';
import { badgeRecord, isBadgeRecord } from '../../catalog/badge-record.ts';
import { bucketOf } from '../../catalog/buckets.ts';
import { findTool, pagesOf } from '../../catalog/find-tool.ts';
import { rivalsOf, summaryOf } from '../../catalog/rivals.ts';
import { searchTools } from '../../catalog/search.ts';
import { reference, tool } from './tools.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

describe('rivals', () => {
  const all = [
    summaryOf(tool('zinc', 'sss')),
    summaryOf(tool('vat', 'sss', { job: 'brewing' })),
    summaryOf(tool('pan', 'sss')),
    summaryOf(tool('keg', 'sss', { job: 'brewing' })),
    summaryOf(tool('oven', 'sss')),
  ];
  it("the same job first, a file's own before the others", () =>
    expect(rivalsOf(tool('oven', '', { rivals: ['vat', 'zinc'] }), all).map(({ id }) => id)).toEqual([
      'zinc',
      'pan',
      'vat',
      'keg',
    ]));
  it('all others of a tool without rivals, by name within job and rest', () =>
    expect(rivalsOf(tool('oven', ''), all).map(({ id }) => id)).toEqual(['pan', 'zinc', 'keg', 'vat']));
  it('are found by a name with a typo, by maker and by job', () => {
    const jobName = (job: string) => reference.jobs[job]!.name;
    expect(searchTools('', all, jobName)).toEqual(all);
    expect(
      searchTools('brewng', all, jobName)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['keg', 'vat']);
    expect(searchTools('zinc', all, jobName).map(({ id }) => id)).toEqual(['zinc']);
    expect(searchTools('nothing of the kind', all, jobName)).toEqual([]);
  });
});

describe('look-ups', () => {
  const tools = [
    tool('oven', '', {
      pages: ['pkg:github/Some-One/Oven', 'oven.example/shop'],
      formerPages: ['pkg:github/old/oven'],
    }),
    tool('pan', '', { pages: ['oven.example', 'pkg:pypi/pan', 'pkg:huggingface/A/Pan'] }),
  ];
  it.each([
    [['pkg:github/some-one/oven'], 'oven', 'repository'],
    [['pkg:github/old/oven'], 'oven', 'former-name'],
    [['oven.example/shop/bread', 'oven.example/shop', 'oven.example'], 'oven', 'site'],
    [['oven.example/shops', 'oven.example'], 'pan', 'site'],
    [['pkg:pypi/pan'], 'pan', 'package'],
    [['pkg:huggingface/a/pan'], 'pan', 'model'],
  ])('%j → %s via %s', (candidates, id, via) =>
    expect(findTool(candidates, pagesOf(tools))).toMatchObject({ tool: id, via }),
  );
  it('know nothing of the rest', () =>
    expect(findTool(['__proto__', 'constructor'], pagesOf(tools))).toBeUndefined());
  it('spread evenly over the buckets', () => {
    const used = new Set(
      Array.from({ length: 4000 }, (_, at) => bucketOf(`pkg:github/owner-${at % 97}/repo-${at}`)),
    );
    expect(used.size).toBeGreaterThan(3300);
  });
});

describe('badge records', () => {
  it('hold what mark and card show', () => {
    const all = [tool('oven', 'sssk'), tool('pan', 'sss')].map(summaryOf);
    const record = badgeRecord(
      tool('oven', 'sssk', {}, { version: { value: '1.2', ...cited } }),
      all,
      reference,
    );
    expect(record).toEqual({
      tool: 'oven',
      name: 'Oven',
      votes: 'sssk',
      price: 'Open source',
      disputed: false,
      license: 'MIT',
      commercialUse: 'yes',
      judged: 'v1.0',
      latest: 'v1.2',
      outdated: true,
      rival: { id: 'pan', name: 'Pan' },
    });
    expect(isBadgeRecord(record)).toBe(true);
  });
  it.each([undefined, null, 7, 'x', {}, [], { tool: 'a' }])('%j is none', (value) =>
    expect(isBadgeRecord(value)).toBe(false),
  );
});
