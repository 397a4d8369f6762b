import fc from 'fast-check';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { reference, tool } from './tool.ts';

/** A layer of a catalog with its tools by id. */
export type TestLayer = {
  feed: string;
  from?: string | undefined;
  tables: Reference;
  tools: Map<string, Tool>;
};

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const pages = [
  ...['pkg:github/x/a', 'pkg:github/X/b', 'pkg:github/x/c', 'pkg:pypi/a', 'pkg:pypi/b', 'pkg:npm/c'],
  ...['a.example', 'a.example/docs', 'b.example', 'b.example/x', 'github.com/features'],
];
/** Where a fact is cited from. */
export const cited = { source: 'readme', checked: '2026-11-20' };
const oneOf = <T>(...list: T[]) => fc.constantFrom(...list);
const mostly = <T>(first: T, ...list: T[]) =>
  fc.oneof({ arbitrary: fc.constant(first), weight: 5 }, { arbitrary: oneOf(...list), weight: 1 });
const some = <T>(list: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...list), { maxLength });

const anyTool = (id: string, free: readonly string[]): fc.Arbitrary<Tool> =>
  fc
    .record({
      votes: oneOf('', 'sss', 'kkk', 'sk'),
      name: oneOf('Oven', 'Pan', 'Äon', 'oven', 'Pot'),
      // Mostly alike, so that who leads has others behind it.
      job: mostly('baking', 'brewing', 'frying'),
      kind: mostly('app' as const, 'library' as const),
      license: mostly('MIT', 'LicenseRef-Lab'),
      price: mostly('free' as const, 'paid' as const),
      stars: oneOf(undefined, 0, 5, 5, 90, 10_000),
      pages: some(free, 3),
      formerPages: fc.option(some(pages, 2), { nil: undefined, freq: 3 }),
      formerIds: fc.option(some([...ids, 'old', 'older'], 2), { nil: undefined, freq: 3 }),
      rivals: fc.option(some([...ids, 'nobody'], 2), { nil: undefined, freq: 2 }),
      otherJobs: fc.option(some(['baking', 'brewing', 'frying', 'constructor'], 3), {
        nil: undefined,
        freq: 2,
      }),
      status: mostly<Tool['facts']['status']['value']>(
        'active',
        'archived',
        'superseded',
        'closed',
        'maintenance',
        'unknown',
      ),
      since: oneOf(undefined, '2026-03-01', '0001-01-01'),
      successor: oneOf(
        undefined,
        ...ids,
        'nobody',
        'pkg:github/x/next',
        'a.example/next',
        'No page, no tool',
      ),
      variant: fc.option(
        fc.record({
          verdict: oneOf<'family' | 'none'>('family', 'none'),
          rivals: fc.option(some([...ids, 'nobody'], 2), { nil: undefined }),
          successor: oneOf(undefined, ...ids),
        }),
        { nil: undefined, freq: 3 },
      ),
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
            ...(own.variant && { variants: [variantOf(own.pages[0] ?? `${id}.example`, own.variant)] }),
            ...(own.otherJobs && { otherJobs: own.otherJobs }),
            ...(isBroken && { community: { ship: 5, of: 1 } }),
          },
          {
            ...{ license: { value: license, ...cited }, entryPrice: { value: price, ...cited } },
            ...(stars !== undefined && { stars: { value: stars, ...cited } }),
            status: {
              value: own.status,
              ...(own.since && { since: own.since }),
              ...(own.successor && { successor: own.successor }),
              ...cited,
            },
          },
        ),
    );

type OfVariant = {
  verdict: 'family' | 'none';
  rivals?: string[] | undefined;
  successor: string | undefined;
};

function variantOf(
  page: string,
  { verdict, rivals, successor }: OfVariant,
): NonNullable<Tool['variants']>[number] {
  const status = { value: 'superseded' as const, ...(successor && { successor }), ...cited };
  return { name: 'One', pages: [page], verdict, facts: { status }, ...(rivals && { rivals }) };
}

// Mostly each has pages of its own, so that few layers contradict themselves.
const freePages = (id: string) =>
  fc
    .boolean()
    .map((isFree) => (isFree ? pages : pages.filter((_, at) => at % ids.length === ids.indexOf(id))));
const anyToolOf = (id: string) => freePages(id).chain((free) => anyTool(id, free));
const anyTools = fc.uniqueArray(fc.constantFrom(...ids).chain(anyToolOf), {
  selector: ({ id }) => id,
  maxLength: ids.length,
});
const feeds = [
  { feed: 'own', from: undefined },
  { feed: 'kitchen', from: 'Kitchen' },
  { feed: 'wok', from: 'A wok' },
];

/** These tools as the layer of one of three feeds. */
export const layer = (tools: readonly Tool[], at = 0): TestLayer => ({
  ...feeds[at]!,
  tables: reference,
  tools: new Map(tools.map((each) => [each.id, each])),
});

/** Up to three layers, whose tools have ids, pages and rivals in common. */
export const anyLayers = fc.array(anyTools, { minLength: 1, maxLength: 3 }).map((all) => all.map(layer));

/** One change of a tool in one of the layers. */
export const anyEdit = fc.record({
  layer: fc.nat({ max: 2 }),
  id: fc.constantFrom(...ids),
  next: fc.constantFrom(...ids).chain((id) => fc.option(anyToolOf(id), { freq: 4 })),
  what: oneOf('remove', 'rename', 'replace', 'move', 'stars', 'status', 'jobs'),
});

type Edit = typeof anyEdit extends fc.Arbitrary<infer E> ? E : never;

/** The layers after these changes. */
export function edited(layers: readonly TestLayer[], edits: readonly Edit[]): TestLayer[] {
  const after = layers.map((each) => ({ ...each, tools: new Map(each.tools) }));
  for (const { layer, id, next, what } of edits) {
    const { tools } = after[layer % after.length]!;
    const before = tools.get(id);
    if (what === 'remove' || !next) tools.delete(id);
    else if (what === 'replace' || !before) tools.set(next.id, next);
    else if (what === 'rename') tools.set(id, { ...before, name: next.name });
    else if (what === 'move') tools.set(id, { ...before, pages: next.pages, formerPages: before.pages });
    else if (what === 'status')
      tools.set(id, { ...before, facts: { ...before.facts, status: next.facts.status } });
    else if (what === 'jobs')
      tools.set(id, { ...before, job: next.job, ...(next.otherJobs && { otherJobs: next.otherJobs }) });
    else if (what === 'stars')
      tools.set(id, { ...before, facts: { ...before.facts, stars: next.facts.stars } });
  }
  return after;
}
