import { describe, expect, it } from 'vitest';
import '../../../../cli/read-data.ts';
import { checkTools, type CheckContext } from '../../../../cli/catalog/check-tools.ts';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { reference, tool } from '../../../builders/tool.ts';

describe('a broken rule is reported with file and field', () => {
  const context: CheckContext = {
    reference,
    today: '2026-11-22',
    isSpdx: (expression) => !expression.includes(' 2'),
    isReachable: (page) => page !== 'pkg:github/settings/profile',
  };
  // A file does not say which feed it is in.
  const inFile = (json: unknown) => JSON.parse(JSON.stringify(json)) as unknown;
  const check = (json: unknown, more: Tool[] = []) =>
    checkTools(
      [
        { file: 'oven.json', id: 'oven', json: inFile(json) },
        ...more.map((one) => ({ file: `${one.id}.json`, id: one.id, json: inFile(one) })),
      ],
      context,
    );
  const oven = (more: Partial<Tool> = {}, facts: Partial<Tool['facts']> = {}) =>
    tool('oven', 'sss', more, facts);
  const cited = { source: 'readme', checked: '2026-11-20' };
  const variant = (facts: Partial<Tool['facts']>) => ({
    ...{ name: 'Small', pages: oven().pages.slice(0, 1), verdict: 'none' as const, facts },
  });

  it('a good file has no problems', () => expect(check(oven())).toEqual([]));
  it.each<[string, unknown, string]>([
    ['no object', 7, 'oven.json: (root):'],
    ['an unknown field', { ...oven(), colour: 'red' }, 'oven.json: (root): Unrecognized key'],
    [
      'a long take',
      oven({
        review: { ...oven().review!, votes: [{ ...oven().review!.votes[0]!, take: 'x'.repeat(321) }] },
      }),
      'review.votes.0.take',
    ],
    ['a wrong id', oven({ id: 'stove' }), 'oven.json: id: "stove" is not the file\'s name'],
    ['an unknown job', oven({ job: 'mining' }), 'job: "mining" is not in jobs.json'],
    ['no page id', oven({ pages: ['https://github.com/a/b'] }), 'oven.json: pages.0:'],
    [
      'a page twice',
      oven({ pages: ['pkg:github/a/b', 'pkg:github/A/B'] }),
      'pages: pkg:github/A/B is already claimed by oven.json',
    ],
    [
      'a page that no address leads to',
      oven({ pages: ['pkg:github/settings/profile'] }),
      'pages: no address leads to pkg:github/settings/profile',
    ],
    [
      'no SPDX expression',
      oven({}, { license: { value: 'Apache 2', ...cited } }),
      'facts.license: "Apache 2" is not an SPDX expression',
    ],
    [
      'a variant with no SPDX expression',
      oven({ variants: [variant({ license: { value: 'Apache 2', ...cited } })] }),
      'variants.0.facts.license: "Apache 2" is not an SPDX expression',
    ],
    [
      'a license of weights without an entry',
      oven({}, { license: { value: 'MIT', of: { weights: 'ISC' }, ...cited } }),
      'facts.license: "ISC" is not in licenses.json',
    ],
    [
      'a variant whose source is not there',
      oven({ variants: [variant({ size: { value: '7B', source: 'card', checked: '2026-11-20' } })] }),
      'variants.0.facts.size: source "card" is not among the file\'s sources',
    ],
    [
      'a variant with a fact without source',
      oven({ variants: [variant({ size: { value: '7B', checked: '2026-11-20' } })] }),
      'variants.0.facts.size: source "(none given)" is not among',
    ],
    [
      'a license without an entry',
      oven({}, { license: { value: 'ISC', ...cited } }),
      'facts.license: "ISC" is not in licenses.json',
    ],
    ['a rival of itself', oven({ rivals: ['oven'] }), 'rivals.0: a tool is not its own rival'],
    [
      'a rival that is not a tool',
      oven({ rivals: ['spoon'] }),
      'rivals.0: "spoon" is not a tool of the catalog',
    ],
    [
      'a successor that is not a tool',
      oven({}, { status: { value: 'superseded', successor: 'spoon', ...cited } }),
      'facts.status.successor',
    ],
    [
      'a citation in the air',
      oven({}, { license: { value: 'MIT', source: 'nowhere', checked: '2026-11-20' } }),
      'facts.license: source "nowhere" is not among',
    ],
    [
      'a fact without source',
      oven({}, { license: { value: 'MIT', checked: '2026-11-20' } }),
      'facts.license: source "(none given)"',
    ],
    [
      'a source nobody cites',
      oven({
        sources: { ...oven().sources, spare: { url: 'https://a.example/', title: 'x', seen: '2026-01-01' } },
      }),
      'sources.spare: is never cited',
    ],
    [
      'a check in the future',
      oven({}, { license: { value: 'MIT', source: 'readme', checked: '2026-11-23' } }),
      'facts.license: checked 2026-11-23 is in the future',
    ],
    [
      'a fact fresher than its source',
      oven({}, { license: { value: 'MIT', source: 'readme', checked: '2026-10-01' } }),
      'facts.license: checked 2026-10-01, before "readme" was seen',
    ],
    [
      'seats out of order',
      oven({ review: { ...oven().review!, votes: [...oven().review!.votes].reverse() } }),
      "review.votes: each seat once, in the panel's order",
    ],
    [
      'neither version nor date reviewed',
      oven({ review: { date: '2026-11-20', votes: oven().review!.votes } }),
      'review: names either',
    ],
    [
      'an amount without currency',
      oven({}, { entryPrice: { value: 'paid', amount: 5, ...cited } }),
      'facts.entryPrice: amount and currency go together',
    ],
    [
      'more than all',
      oven({ elsewhere: [{ panel: 'x', ship: 5, of: 4, source: 'readme' }] }),
      'elsewhere.0: 5 of 4 is more than all',
    ],
  ])('%s', (_, json, problem) => expect(check(json).join('\n')).toContain(problem));
  it('a page that another tool has', () =>
    expect(check(oven(), [tool('pan', '', { pages: ['pkg:github/someone/oven'] })])).toEqual([
      'pan.json: pages: pkg:github/someone/oven is already claimed by oven.json',
    ]));
  it('a former id that another tool has or had', () =>
    expect(
      check(oven({ formerIds: ['pan', 'stove'] }), [
        tool('pan', ''),
        tool('pot', '', { formerIds: ['stove'] }),
      ]),
    ).toEqual([
      'oven.json: formerIds: "pan" is already the id of the tool "pan"',
      'pot.json: formerIds: "stove" is already the id of oven.json',
    ]));
  it('all problems at once', () =>
    expect(check(oven({ id: 'stove', job: 'mining', rivals: ['spoon'] }))).toHaveLength(3));
});
