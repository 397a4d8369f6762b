import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCatalog } from '../../../catalog/merge.ts';
import { rivalFinder, rivalsOf, toolsToCompare } from '../../../catalog/rivals.ts';
import { searchTools } from '../../../catalog/search.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { shareJob, summaryOf, type ToolSummary } from '../../../catalog/tool-summary.ts';
import { countFromLetters, verdictWord } from '../../../catalog/verdict.ts';
import { anyLayers, layer } from '../../builders/layers.ts';
import { merged } from '../../builders/merge-update.ts';
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
  it('are those the tool names, in its order', () =>
    expect(order({ rivals: ['pan', 'zinc'] })).toEqual(['pan', 'zinc']));
  it('are those of the same job by popularity and likeness where it names none', () =>
    expect(order({})).toEqual(['grill', 'zinc', 'pot', 'pan']));
  it('are of no other job, also if the tool names one', () =>
    expect(order({ rivals: ['vat', 'keg'] })).toEqual(['grill', 'zinc', 'pot', 'pan']));
  it('may be of another of its jobs, behind those of its main job', () => {
    expect(order({ otherJobs: ['brewing'] })).toEqual(['grill', 'zinc', 'pot', 'pan', 'keg', 'vat']);
    expect(order({ otherJobs: ['brewing'], rivals: ['vat'] })).toEqual(['vat']);
    const mill = summary('mill', { job: 'milling', otherJobs: ['baking'] });
    expect(rivalsOf(mill, [...all, mill])[0]!.id).toBe('grill');
    expect(rivalsOf(summary('oven'), [mill, ...all]).at(-1)!.id).toBe('mill');
  });
  it('are none where a tool says that it has none, and it is none to others that do not name it', () => {
    const peel = summary('peel', { rivals: [] });
    expect(rivalsOf(peel, [...all, peel])).toEqual([]);
    expect(rivalFinder([...all, peel])(peel)).toBeUndefined();
    expect(rivalsOf(summary('oven'), [...all, peel]).map(({ id }) => id)).not.toContain('peel');
    expect(rivalsOf(summary('oven', { rivals: ['peel'] }), [...all, peel])[0]!.id).toBe('peel');
  });
  it('that nobody names are neither what a tool is built on nor what it runs in', () => {
    const kinds = ['library', 'model', 'extension'] as const;
    const parts = kinds.map((kind) => summary(`the-${kind}`, { kind }, stars(400_000)));
    expect(rivalsOf(summary('oven'), [...parts, ...all])[0]!.id).toBe('grill');
    for (const part of parts) expect(rivalsOf(part, [...parts, ...all])).toEqual([]);
    const flour = summary('flour', { kind: 'library', rivals: ['the-library'] });
    expect(rivalsOf(flour, [...parts, flour]).map(({ id }) => id)).toEqual(['the-library']);
    expect(rivalsOf(summary('oven', { rivals: ['the-model'] }), parts)[0]!.id).toBe('the-model');
  });
  it.each(['archived', 'superseded', 'closed'] as const)('are never %s, whoever names it', (value) => {
    const over = summary('stove', {}, { status: { value, ...cited }, ...stars(400_000) });
    expect(order({ rivals: ['stove'] })).not.toContain('stove');
    const named = rivalsOf(summary('oven', { rivals: ['stove'] }), [over, ...all]);
    expect(named.map(({ id }) => id)).toEqual(['grill', 'zinc', 'pot', 'pan']);
    expect(rivalFinder([over, summary('oven')])(summary('oven', { rivals: ['stove'] }))).toBeUndefined();
  });
  it('that reviewers would skip come last, also where the tool names them', () => {
    const skipped = summaryOf(tool('spit', 'kkks', {}, stars(400_000)), reference, undefined);
    const ids = (named: string[]) =>
      rivalsOf(summary('oven', { rivals: named }), [skipped, ...all]).map(({ id }) => id);
    expect(ids(['spit']).at(-1)).toBe('spit');
    expect(ids(['spit', 'pan'])).toEqual(['pan', 'spit']);
    expect(rivalFinder([skipped])(summary('oven'))?.id).toBe('spit');
  });
  it('come first among all tools that one can choose to compare with, and what is over comes last', () => {
    const over = summary('stove', {}, { status: { value: 'archived', ...cited } });
    const chosen = toolsToCompare(summary('oven', { rivals: ['pan'] }), [over, ...all]);
    expect(chosen.map(({ id }) => id)).toEqual(['pan', 'grill', 'zinc', 'pot', 'keg', 'vat', 'stove']);
  });
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
  it('are the same in every view of any catalog: of a job of the tool, alive, a Skip only where nobody is better', async () => {
    const isSkip = ({ votes }: ToolSummary) => {
      const count = countFromLetters(votes);
      return count !== undefined && verdictWord(count) === 'Skip';
    };
    await fc.assert(
      fc.asyncProperty(anyLayers, fc.infiniteStream(fc.nat()), async (layers, random) => {
        const whole = await merged(layers).catch((error: Error) => error);
        fc.pre(!(whole instanceof Error));
        const { summaries, badges } = whole;
        const byId = new Map(summaries.map((each) => [each.id, each]));
        const shuffled = summaries
          .map((each) => [random.next().value as number, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
        const [first, otherFirst] = [rivalFinder(summaries), rivalFinder(shuffled)];
        for (const one of summaries) {
          const rivals = rivalsOf(one, shuffled);
          expect(rivals).toEqual(rivalsOf(one, summaries));
          expect([first(one)?.id, otherFirst(one)?.id]).toEqual([rivals[0]?.id, rivals[0]?.id]);
          const skips = rivals.findIndex(isSkip);
          expect(rivals.slice(skips < 0 ? rivals.length : skips).every(isSkip)).toBe(true);
          for (const each of rivals) {
            expect(each.id).not.toBe(one.id);
            expect(shareJob(each, one)).toBe(true);
            expect(['archived', 'superseded', 'closed']).not.toContain(each.status?.value);
          }
          const choices = toolsToCompare(one, shuffled);
          expect(choices.slice(0, rivals.length)).toEqual(rivals);
          expect(new Set(choices).size).toBe(summaries.length - 1);
        }
        for (const { tool, rival } of badges.values()) {
          const one = byId.get(tool)!;
          // The page of a variant has rivals of its own.
          if (!one.variants) expect(rival?.id).toBe(first(one)?.id);
          if (!rival) continue;
          expect(shareJob(byId.get(rival.id)!, one)).toBe(true);
          expect(['archived', 'superseded', 'closed']).not.toContain(byId.get(rival.id)!.status?.value);
        }
      }),
      { numRuns: 100 },
    );
  });
  it('are found quickly among a hundred thousand tools, however many jobs a feed gives them', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      summary(`t${at}`, {
        job: `job${at % 7}`,
        otherJobs: Array.from({ length: 40 }, (_, i) => `x${at * 3 + i}`),
      }),
    );
    const start = performance.now();
    const first = rivalFinder(many);
    for (const one of many) first(one);
    // A machine that is busy may take several times as long as the second that this takes; comparing all with all takes hours.
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);
  it('of a feed with jobs like inherited properties are found as of others', async () => {
    const strange = ['constructor', 'valueof', 'tostring'].map((job, at) =>
      tool(`a${at}`, 'sss', { job, otherJobs: ['constructor', job, 'nowhere'] }),
    );
    const { badges } = await mergeCatalog([{ ...layer(strange), tools: [strange] }]);
    expect([...badges.values()].map(({ rival }) => rival?.id)).toEqual(['a1', 'a0', 'a0']);
  });
  it('are found by the name of a variant, behind those whose own name it is', () => {
    const of = (id: string, more: Partial<Tool> = {}) =>
      summaryOf(tool(id, 'sss', more), reference, undefined);
    const variant = (name: string) => ({ name, pages: [], verdict: 'none' as const, facts: {} });
    const mistral = of('mistral', { variants: [variant('Codestral 22B'), variant('Small 2')] });
    const all = [mistral, of('sam-2', { name: 'SAM 2' }), of('pan')];
    const found = (words: string) => searchTools(words, all, String).map(({ id }) => id);
    expect(found('codestral')).toEqual(['mistral']);
    expect(found('sam 2')[0]).toBe('sam-2');
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
