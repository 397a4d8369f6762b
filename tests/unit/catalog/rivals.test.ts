import { describe, expect, it } from 'vitest';
import { rivalFinder, rivalsOf } from '../../../catalog/rivals.ts';
import { searchTools } from '../../../catalog/search.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { summaryOf, type ToolSummary } from '../../../catalog/tool-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

const summary = (id: string, more: Partial<Tool> = {}, facts: Partial<Tool['facts']> = {}) =>
  summaryOf(tool(id, 'sss', more, facts), reference, undefined);
const stars = (value: number) => ({ stars: { value, ...cited } });

describe('rivals', () => {
  const all = [
    summary('zinc'),
    summary('vat', { job: 'brewing' }),
    summary('pan', { kind: 'server' }),
    summary('pot', {}, { license: { value: 'LicenseRef-Lab', ...cited } }),
    summary('grill', { kind: 'server' }, stars(90_000)),
    summary('keg', { job: 'brewing' }, stars(500)),
    summary('oven'),
  ];
  const order = (more: Partial<Tool>) => rivalsOf(summary('oven', more), all).map(({ id }) => id);
  it('start with those the tool names, in its order and whatever their job', () =>
    expect(order({ rivals: ['vat', 'pan'] }).slice(0, 3)).toEqual(['vat', 'pan', 'grill']));
  it('continue with the same job by popularity and likeness, then all others', () =>
    expect(order({})).toEqual(['grill', 'zinc', 'pot', 'pan', 'keg', 'vat']));
  it('count a star for each hundred downloads a month where the stars are not known', () => {
    const downloads = { downloads: { value: 500_000, ...cited } };
    expect(summary('mill', {}, downloads).popularity).toBe(5_000);
    expect(summary('mill', {}, { ...downloads, ...stars(7) }).popularity).toBe(7);
    expect(summary('mill', {}, { stars: { value: 'unknown', ...cited } }).popularity).toBeUndefined();
  });
  it('have a first that is found without ranking all', () => {
    const first = rivalFinder(all);
    for (const one of [
      ...all,
      summary('mill', { job: 'milling' }),
      summary('jar', { rivals: ['nowhere', 'keg'] }),
    ])
      expect([one.id, first(one)?.id]).toEqual([one.id, expectedFirst(one)]);
    expect(rivalFinder([summary('oven')])(summary('oven'))).toBeUndefined();

    function expectedFirst(one: ToolSummary) {
      return rivalsOf(one, all)[0]?.id;
    }
  });
  it('are found by a misspelled name, by maker and by job', () => {
    const jobName = (job: string) => reference.jobs[job]!.name;
    expect(searchTools('', all, jobName)).toEqual(all);
    expect(
      searchTools('brewng', all, jobName)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['keg', 'vat']);
    expect(searchTools('zinc', all, jobName).map(({ id }) => id)).toEqual(['zinc']);
    expect(searchTools('nothing of the kind', all, jobName)).toEqual([]);
    expect(searchTools('x'.repeat(100_000), all, jobName)).toEqual([]);
  });
});
