import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxOfBadges } from '../../../catalog/feed/limits.ts';
import { mergeCatalog, type MergedCatalog, type MergeLayer } from '../../../catalog/merge.ts';
import type { Reference } from '../../../catalog/reference.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import {
  ContradictionError,
  updateMerge,
  type MergeBase,
  type MergeUpdate,
  type ToolChange,
} from '../../../catalog/update-merge.ts';
import { crowdedPages } from '../../builders/crowded-pages.ts';
import { reference, tool } from '../../builders/tool.ts';

type Layer = { feed: string; from?: string | undefined; tables: Reference; tools: Map<string, Tool> };

const toolOf = (layer: Layer) => (id: string) => Promise.resolve(layer.tools.get(id));
const asMergeLayer = ({ tools, ...layer }: Layer): MergeLayer => ({ ...layer, tools: [[...tools.values()]] });
const merged = (layers: readonly Layer[]) =>
  mergeCatalog(layers.map(asMergeLayer) as [MergeLayer, ...MergeLayer[]]);

/** All entries of a merge by key, so that two can be compared whatever their order. */
function contents(merge: MergedCatalog) {
  const { summaries, badges, claims, namedBy, ...rest } = merge;
  return { ...rest, summaries: new Map(summaries.map((each) => [each.id, each])), badges, claims, namedBy };
}
type Contents = ReturnType<typeof contents>;

function baseOf(before: Contents): MergeBase {
  const read = (name: 'summaries' | 'badges' | 'claims' | 'namedBy') => (key: string) =>
    Promise.resolve(before[name].get(key));
  return {
    ...before,
    ...{
      summaries: read('summaries'),
      badges: read('badges'),
      claims: read('claims'),
      namedBy: read('namedBy'),
    },
    claimedBeside: () => Promise.resolve(before.claims),
    // eslint-disable-next-line @typescript-eslint/require-await
    async *allSummaries() {
      for (const each of before.summaries.values()) yield [each];
    },
  } as MergeBase;
}

function applied(before: Contents, { changed, added, ...rest }: MergeUpdate): Contents {
  const tables = {
    summaries: new Map(before.summaries),
    badges: new Map(before.badges),
    claims: new Map(before.claims),
    namedBy: new Map(before.namedBy),
  };
  for (const name of ['summaries', 'badges', 'claims', 'namedBy'] as const)
    for (const [key, value] of changed[name]) {
      expect(value).not.toEqual(tables[name].get(key));
      if (value) (tables[name] as Map<string, unknown>).set(key, value);
      else tables[name].delete(key);
    }
  expect(tables.summaries.size).toBe(before.summaries.size + added);
  return { ...before, ...rest, ...tables };
}

function changesBetween(before: readonly Layer[], after: readonly Layer[]): ToolChange[] {
  return before.flatMap(({ tools }, layer) => {
    const now = after[layer]!.tools;
    return [...new Set([...tools.keys(), ...now.keys()])]
      .filter((id) => tools.get(id) !== now.get(id))
      .map((id) => ({ layer, id, before: tools.get(id), after: now.get(id) }));
  });
}

async function updated(before: readonly Layer[], after: readonly Layer[]): Promise<MergeUpdate> {
  const layers = after.map((layer) => ({ ...layer, tool: toolOf(layer) }));
  return updateMerge(layers, baseOf(contents(await merged(before))), changesBetween(before, after));
}

/** The update gives what the merge of all layers gives, or gives up where that refuses them. */
async function expectSame(before: readonly Layer[], after: readonly Layer[]): Promise<void> {
  const start = contents(await merged(before));
  const whole = await merged(after).catch((error: Error) => error);
  if (whole instanceof Error) return expect(updated(before, after)).rejects.toThrow(ContradictionError);
  expect(applied(start, await updated(before, after))).toEqual(contents(whole));
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const pages = [
  ...['pkg:github/x/a', 'pkg:github/X/b', 'pkg:github/x/c', 'pkg:pypi/a', 'pkg:pypi/b', 'pkg:npm/c'],
  ...['a.example', 'a.example/docs', 'b.example', 'b.example/x', 'github.com/features'],
];
const cited = { source: 'readme', checked: '2026-11-20' };
const oneOf = <T>(...list: T[]) => fc.constantFrom(...list);
const some = <T>(list: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...list), { maxLength });

const anyTool = (id: string, free: readonly string[]): fc.Arbitrary<Tool> =>
  fc
    .record({
      votes: oneOf('', 'sss', 'kkk', 'sk'),
      name: oneOf('Oven', 'Pan', 'Äon', 'oven', 'Pot'),
      job: oneOf('baking', 'baking', 'brewing', 'frying'),
      kind: oneOf('app' as const, 'app' as const, 'library' as const),
      license: oneOf('MIT', 'MIT', 'LicenseRef-Lab'),
      price: oneOf('free' as const, 'free' as const, 'paid' as const),
      stars: oneOf(undefined, 0, 5, 5, 90, 10_000),
      pages: some(free, 3),
      formerPages: fc.option(some(pages, 2), { nil: undefined, freq: 3 }),
      formerIds: fc.option(some([...ids, 'old', 'older'], 2), { nil: undefined, freq: 3 }),
      rivals: fc.option(some([...ids, 'nobody'], 2), { nil: undefined, freq: 2 }),
      isBroken: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    })
    .map(
      ({ votes, name, job, kind, license, price, stars, formerPages, formerIds, rivals, isBroken, ...own }) =>
        tool(
          id,
          votes,
          {
            ...{ name, job, kind, pages: own.pages.length > 0 ? own.pages : [`${id}.example`] },
            ...(formerPages && { formerPages }),
            ...(formerIds && { formerIds }),
            ...(rivals && { rivals }),
            ...(isBroken && { community: { ship: 5, of: 1 } }),
          },
          {
            ...{ license: { value: license, ...cited }, entryPrice: { value: price, ...cited } },
            ...(stars !== undefined && { stars: { value: stars, ...cited } }),
          },
        ),
    );

// Mostly each has pages of its own, so that few layers contradict themselves.
const freePages = (id: string) =>
  fc
    .boolean()
    .map((isFree) => (isFree ? pages : pages.filter((_, at) => at % ids.length === ids.indexOf(id))));
const anyToolOf = (id: string) => freePages(id).chain((free) => anyTool(id, free));
const anyTools = fc
  .uniqueArray(fc.constantFrom(...ids).chain(anyToolOf), { selector: ({ id }) => id, maxLength: ids.length })
  .map((tools) => new Map(tools.map((each) => [each.id, each])));
const feeds = [
  { feed: 'own', from: undefined },
  { feed: 'kitchen', from: 'Kitchen' },
  { feed: 'wok', from: 'A wok' },
];
const anyLayers = fc
  .array(anyTools, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((tools, at): Layer => ({ ...feeds[at]!, tables: reference, tools })));

const anyEdit = fc.record({
  layer: fc.nat({ max: 2 }),
  id: fc.constantFrom(...ids),
  next: fc.constantFrom(...ids).chain((id) => fc.option(anyToolOf(id), { freq: 4 })),
  what: oneOf('remove', 'rename', 'replace', 'move', 'stars'),
});

function edited(
  layers: readonly Layer[],
  edits: readonly (typeof anyEdit extends fc.Arbitrary<infer E> ? E : never)[],
): Layer[] {
  const after = layers.map((layer) => ({ ...layer, tools: new Map(layer.tools) }));
  for (const { layer, id, next, what } of edits) {
    const { tools } = after[layer % after.length]!;
    const before = tools.get(id);
    if (what === 'remove' || !next) tools.delete(id);
    else if (what === 'replace' || !before) tools.set(next.id, next);
    else if (what === 'rename') tools.set(id, { ...before, name: next.name });
    else if (what === 'move') tools.set(id, { ...before, pages: next.pages, formerPages: before.pages });
    else if (what === 'stars')
      tools.set(id, { ...before, facts: { ...before.facts, stars: next.facts.stars } });
  }
  return after;
}

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

  const layer = (tools: Tool[], at = 0): Layer => ({
    ...feeds[at]!,
    tables: reference,
    tools: new Map(tools.map((each) => [each.id, each])),
  });
  const stars = (value: number) => ({ stars: { value, ...cited } });
  const oven = tool('oven', 'sss', {}, stars(9_000));
  const many = Array.from({ length: 20 }, (_, at) => tool(`t${at}`, 'sss', {}, stars(at)));

  const long = Array.from({ length: 150 }, (_, at) => tool(`l${at}`, 'sss', {}, stars(at)));

  it.each<[string, Layer[], Layer[]]>([
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

  it.each<[string, Layer[], Layer[]]>([
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
