import { describe, expect, it } from 'vitest';
import { rivalProblems } from '../../../../cli/catalog/check-rivals.ts';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { reference, tool } from '../../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const superseded = (successor: string): Partial<Tool['facts']> => ({
  status: { value: 'superseded', successor, ...cited },
});
const others = [
  tool('pan', ''),
  tool('vat', '', { job: 'brewing' }),
  tool('stove', '', {}, { status: { value: 'archived', ...cited } }),
];
const problems = (more: Partial<Tool>, facts: Partial<Tool['facts']> = {}) =>
  rivalProblems(
    [tool('oven', '', more, facts), ...others].map((each) => ({ file: `${each.id}.json`, tool: each })),
    reference,
  );

describe('the check of jobs, rivals and successors', () => {
  it.each<[string, Partial<Tool>, Partial<Tool['facts']>?]>([
    ['a rival of the same job', { rivals: ['pan'] }],
    ['no rival', { rivals: [] }],
    ['a rival of another of its jobs', { otherJobs: ['brewing'], rivals: ['vat', 'pan'] }],
    ['a rival that has been archived since', { rivals: ['stove'] }],
    ['a successor of the catalog', {}, superseded('pan')],
    ['a successor elsewhere', {}, superseded('pkg:github/lab/next')],
  ])('lets pass %s', (_, more, facts) => expect(problems(more, facts)).toEqual([]));
  it.each<[string, string, Partial<Tool>, Partial<Tool['facts']>?]>([
    ['a rival of another job', 'rivals.0: "vat" shares no job with it', { rivals: ['vat'] }],
    ['a rival twice', 'rivals.1: "pan" is there twice', { rivals: ['pan', 'pan'] }],
    ['a job that there is not', 'otherJobs.0: "mining" is not in jobs.json', { otherJobs: ['mining'] }],
    [
      'an inherited property for a job',
      'otherJobs.0: "constructor" is not in',
      { otherJobs: ['constructor'] },
    ],
    ['the main job again', 'otherJobs.0: "baking" is its main job already', { otherJobs: ['baking'] }],
    ['a job twice', 'otherJobs.1: "brewing" is there twice', { otherJobs: ['brewing', 'brewing'] }],
    ['itself as its successor', 'successor: a tool is not its own successor', {}, superseded('oven')],
    [
      'its own page as its successor',
      'successor: a tool is not its own successor',
      {},
      superseded('pkg:github/Someone/oven'),
    ],
    [
      'the page of a tool as its successor',
      'facts.status.successor: pkg:github/someone/pan is a page of "pan"; name that tool',
      {},
      superseded('pkg:github/someone/pan'),
    ],
    [
      'a variant with a rival of another job, and one that there is not',
      'variants.0.rivals.0: "vat" shares no job with it; name one in otherJobs, or leave it out\noven.json: variants.0.rivals.1: "jar" is not a tool',
      {
        variants: [
          { name: 'Oven 1', pages: ['a.example'], verdict: 'none', facts: {}, rivals: ['vat', 'jar'] },
        ],
      },
    ],
    [
      'a variant that is its own successor',
      'variants.0.facts.status.successor: a tool is not its own successor',
      { variants: [{ name: 'Oven 1', pages: ['a.example'], verdict: 'none', facts: superseded('oven') }] },
    ],
  ])('reports %s', (_, problem, more, facts) =>
    expect(problems(more, facts).join('\n')).toContain(
      `oven.json: ${problem.startsWith('successor') ? 'facts.status.' : ''}${problem}`,
    ),
  );
});
