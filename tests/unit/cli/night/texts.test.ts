import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitMessage } from '../../../../cli/night/message.ts';
import { proposalBody, proposalLists, proposalTitle } from '../../../../cli/night/proposal-text.ts';
import type { Proposed } from '../../../../cli/night/report.ts';
import { watchProblems } from '../../../../cli/night/watch-problems.ts';
import { reportOf } from '../../../builders/night-folder.ts';
import { tool } from '../../../builders/tool.ts';

const oven = tool('oven', 'ssk');
const loose = (json: unknown) =>
  structuredClone(json) as NonNullable<Parameters<typeof commitMessage>[0][number]['after']>;
const change = (after: object, before: object = oven) => ({
  before: loose(before),
  after: loose({ ...before, ...after }),
});
const withFacts = (facts: object) => change({ facts: { ...oven.facts, ...facts } });
const titleOf = (...changes: Parameters<typeof commitMessage>[0]) => commitMessage(changes, 7).split('\n')[0];

describe('the message of a night’s commit', () => {
  it.each([
    [[withFacts({ version: { value: '2.0' } })], 'data: 1 version'],
    [
      [
        withFacts({ version: { value: '2.0' } }),
        withFacts({ version: { value: '3.0' }, status: { value: 'archived' } }),
      ],
      'data: 2 versions, 1 archived',
    ],
    [
      [withFacts({ license: { value: 'MIT-0' } }), change({ advisories: [{}] })],
      'data: 1 advisory, 1 license',
    ],
    [
      [
        { before: undefined, after: loose(oven) },
        { before: loose(oven), after: undefined },
      ],
      'data: 1 new tool, 1 gone',
    ],
    [[change({ advisoriesAsOf: '2026-11-30' }), change({})], 'data: 2 confirmed'],
    [[], 'data: nothing new'],
  ])('counts what changed', (changes, title) => expect(titleOf(...changes)).toBe(title));
  it('lets no upstream text do more than be read', () => {
    const message = commitMessage(
      [withFacts({ version: { value: `2\n\nFeed-Version: 99\u001b[31m${'x'.repeat(99)}` } })],
      7,
    );
    expect(message.split('\n').filter((line) => line.startsWith('Feed-Version'))).toEqual([
      'Feed-Version: 7',
    ]);
    expect(message).not.toMatch(/[^\x20-\x7e\n→]/);
  });
});

const proposal = (more: Partial<Proposed> = {}): Proposed => ({
  ...{
    tool: 'oven',
    path: ['facts', 'license'],
    is: { value: 'MIT' },
    kind: 'judgement',
    list: 'Licenses',
    says: 'is MIT now',
  },
  ...more,
});

describe('the pull request of a list', () => {
  it('is the same whatever the order of the report', () => {
    const all = ['pan', 'oven', 'wok'].flatMap((tool) => [
      proposal({ tool }),
      proposal({ tool, list: 'Renamed' }),
    ]);
    const texts = (list: readonly Proposed[]) =>
      proposalLists(list).map((each) => [each.branch, proposalTitle(each), proposalBody(each, new Set())]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 6 }), (list) => {
        expect(texts(list)).toEqual(texts(all));
      }),
    );
    expect(texts(all).map(([branch, title]) => [branch, title])).toEqual([
      ['licenses', 'data: Licenses: 3 tools to decide'],
      ['renamed', 'data: Renamed: 3 tools to decide'],
    ]);
  });
  it('says which boxes its branch holds, and which are questions', () => {
    const [a, b] = [proposal(), proposal({ tool: 'pan', is: undefined, says: 'is the page gone?' })];
    const [list] = proposalLists([a, b]);
    expect(proposalBody(list!, new Set([a]))).toMatch(/\*\*oven\*\*.*\*written\*\n.*\*\*pan\*\*[^*]*$/m);
  });
  it('has a name that git and a shell take as one, and a text without markup of others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [list] = proposalLists([proposal({ list: text, says: text })]);
        expect(list!.branch).toMatch(/^[a-z\d]+(-[a-z\d]+)*-?$/);
        expect(proposalTitle(list!)).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
    const hostile = '<img src=x> @everyone [a](https://evil.example) `x` ![b](c)';
    const body = proposalBody(proposalLists([proposal({ says: hostile })])[0]!, new Set());
    expect(body).toContain('\\<img src=x\\> \\@everyone \\[a\\](https\\://evil.example)');
  });
});

describe('the weekly look', () => {
  const today = '2026-11-30';
  const night = (day: number, sources: Record<string, [asked: number, answered: number]>) =>
    reportOf({
      date: `2026-11-${day}`,
      sources: Object.entries(sources).map(([name, [asked, answered]]) => ({
        name,
        asked,
        answered,
        failed: asked - answered,
      })),
    });
  const good = { github: [9, 9], pypi: [4, 3] } satisfies Record<string, [number, number]>;
  const nights = [night(27, good), night(30, good), night(28, good), night(29, good)];
  it('says nothing while all is well', () => {
    expect(watchProblems(nights, [1, 2, 90], today)).toEqual([]);
  });
  it('finds a collector that three nights got no answer from, and when it last had one', () => {
    const silent = { ...good, pypi: [4, 0] } satisfies typeof good;
    expect(watchProblems([night(28, silent), night(29, silent), night(27, good)], [], '2026-11-29')).toEqual(
      [],
    );
    expect(
      watchProblems([night(28, silent), night(29, silent), night(30, silent), night(27, good)], [], today),
    ).toEqual(['The collector pypi got no answer for three nights (an answer came last on 2026-11-27).']);
    const idle = { ...good, pypi: [0, 0] } satisfies typeof good;
    expect(watchProblems([night(28, silent), night(29, idle), night(30, silent)], [], today)).toEqual([]);
  });
  it('finds that no night has finished', () => {
    expect(watchProblems([], [], today)).toEqual(['No night has finished: there is no report of any.']);
    expect(watchProblems([night(28, good)], [], today)).toEqual([]);
    expect(watchProblems([night(27, good)], [], today)).toEqual([
      'No night has finished for 3 days; the last one was that of 2026-11-27.',
    ]);
  });
  it('finds that the oldest tenth is past its time, and not a few old ones', () => {
    const ages = Array.from({ length: 100 }, (_, at) => at);
    expect(watchProblems(nights, ages, today)).toEqual([]);
    expect(
      watchProblems(
        nights,
        ages.map((age) => age + 1),
        today,
      ),
    ).toEqual([expect.stringContaining('(10 of 100) is more than 90 days old, up to 100 days')]);
  });
});
