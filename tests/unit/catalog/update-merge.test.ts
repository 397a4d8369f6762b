import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContradictionError } from '../../../catalog/contradiction.ts';
import { maxOfBadges } from '../../../catalog/feed/limits.ts';
import { updateMerge } from '../../../catalog/update-merge.ts';
import { crowdedPages } from '../../builders/crowded-pages.ts';
import { anyEdit, anyLayers, cited, edited, layer, type TestLayer } from '../../builders/layers.ts';
import {
  baseOf,
  changesBetween,
  contents,
  expectSame,
  merged,
  toolOf,
  updated,
} from '../../builders/merge-update.ts';
import { tool } from '../../builders/tool.ts';

describe('an update of a merge', () => {
  it('gives what the merge of all layers gives, whatever the layers and whatever changes', async () => {
    await fc.assert(
      fc.asyncProperty(anyLayers, fc.array(anyEdit, { maxLength: 6 }), async (before, edits) => {
        fc.pre(!((await merged(before).catch((error: Error) => error)) instanceof Error));
        await expectSame(before, edited(before, edits));
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  const stars = (value: number) => ({ stars: { value, ...cited } });
  const oven = tool('oven', 'sss', {}, stars(9_000));
  const many = Array.from({ length: 20 }, (_, at) => tool(`t${at}`, 'sss', {}, stars(at)));

  const long = Array.from({ length: 150 }, (_, at) => tool(`l${at}`, 'sss', {}, stars(at)));

  it.each<[string, TestLayer[], TestLayer[]]>([
    [
      'the best rival of all others is renamed',
      [layer([oven, ...many])],
      [layer([{ ...oven, name: 'Hob' }, ...many])],
    ],
    ['the best rival of all others is removed', [layer([oven, ...many])], [layer(many)]],
    [
      'the best rival falls behind all others',
      [layer([oven, ...many])],
      [layer([tool('oven', 'sss'), ...many])],
    ],
    [
      'a feed hides the best rival',
      [layer([oven, ...many]), layer([], 1)],
      [layer([oven, ...many]), layer([tool('oven', 'k', { job: 'brewing' })], 1)],
    ],
    [
      'what a feed has hidden shows again',
      [layer([oven, ...many]), layer([{ ...oven, name: 'Hob' }], 1)],
      [layer([oven, ...many]), layer([], 1)],
    ],
    [
      'a tool of a feed cannot be shown any more',
      [layer([oven]), layer([{ ...oven, name: 'Hob' }], 1)],
      [layer([oven]), layer([{ ...oven, community: { ship: 2, of: 1 } }], 1)],
    ],
    [
      'two tools change pages',
      [layer([oven, tool('pan', '')])],
      [
        layer([
          tool('oven', '', { pages: ['pkg:github/someone/pan'] }),
          tool('pan', '', { pages: ['pkg:github/someone/oven'] }),
        ]),
      ],
    ],
    [
      'a tool takes a former id',
      [layer([tool('oven', '', { formerIds: ['stove'] })])],
      [layer([tool('oven', '', { formerIds: ['stove'] }), tool('stove', '')])],
    ],
    ['all tools are removed but one', [layer([oven, ...many])], [layer([oven])]],
    ['all are new', [layer([])], [layer([oven, ...many])]],
    [
      'a tool joins one that was alone in its job',
      [layer([oven, tool('keg', '', { job: 'brewing' })])],
      [layer([oven, tool('keg', '', { job: 'brewing' }), tool('vat', '', { job: 'brewing' })])],
    ],
    ['the first of a long list is removed', [layer(long)], [layer(long.slice(1))]],
    [
      'the first of a long list is renamed',
      [layer(long)],
      [layer([{ ...long[0]!, name: 'Zz' }, ...long.slice(1)])],
    ],
    [
      'one comes to the front of a long list',
      [layer(long)],
      [layer([...long.slice(0, -1), { ...long.at(-1)!, name: 'A' }])],
    ],
  ])('gives the same where %s', (_, before, after) => expectSame(before, after));

  it.each<[string, TestLayer[], TestLayer[]]>([
    ['claims a page twice', [layer([oven])], [layer([oven, tool('pan', '', { pages: oven.pages })])]],
    [
      'has too many pages in one bucket',
      [layer([oven])],
      [
        layer([
          oven,
          ...crowdedPages(maxOfBadges.recordsInBucket + 1).map((page, at) =>
            tool(`c${at}`, '', { pages: [page] }),
          ),
        ]),
      ],
    ],
  ])('gives up where a layer %s', async (_, before, after) => {
    await expect(merged(after)).rejects.toThrow();
    await expect(updated(before, after)).rejects.toThrow(ContradictionError);
  });
  it('gives up where a layer has another number of tools than its manifest says', async () => {
    const base = baseOf(contents(await merged([layer([oven])])));
    const after = layer([oven, tool('pan', '')]);
    const update = updateMerge(
      [{ ...after, tool: toolOf(after), expected: 3 }],
      base,
      changesBetween([layer([oven])], [after]),
    );
    await expect(update).rejects.toThrow(ContradictionError);
  });

  it('derives only what changed, and reads no list of all tools for it', async () => {
    const [before, after] = [
      layer([oven, ...many]),
      layer([oven, { ...many[3]!, maker: 'Else' }, ...many.slice(4)]),
    ];
    before.tools.delete('t0');
    for (const id of ['t0', 't1', 't2']) after.tools.set(id, many[Number(id.slice(1))]!);
    before.tools.set('t0', many[0]!);
    const base = baseOf(contents(await merged([before])));
    base.allSummaries = () => {
      throw new Error('Nobody needs them.');
    };
    const read: string[] = [];
    const reading = { ...after, tool: (id: string) => (read.push(id), toolOf(after)(id)) };
    const { changed } = await updateMerge([reading], base, changesBetween([before], [after]));
    expect(read).toEqual([]);
    expect([...changed.summaries.keys()]).toEqual(['t3']);
    expect([...changed.badges.keys(), ...changed.claims.keys(), ...changed.namedBy.keys()]).toEqual([]);
  });
});
