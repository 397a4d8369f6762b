import * as z from 'zod/mini';
import type { Tool, Variant } from '../../../catalog/tool-schema.ts';
import { pageIds } from '../../../sites/index.ts';
import { question } from '../question.ts';
import type { AskContext, Asked, Proposal, Source } from '../source.ts';
import { upstreamJson } from '../upstream-json.ts';

// The tag of hosted models.
const tag = 'llm';
const daysAhead = 180;
const dayMs = 86_400_000;

/**
 * endoflife.date (MIT): when hosted models and products retire, and what their maker recommends instead
 * (https://endoflife.date/docs/api/v1/). It is a second hand, so what it says is a question until an entry cites the maker too.
 */
export const endoflife: Source = {
  name: 'endoflife',
  title: 'endoflife.date',
  address: 'https://endoflife.date',
  hosts: ['endoflife.date'],
  wants: ({ kind }) => (kind === 'service' || kind === 'model' ? [tag] : []),
  ask: askTag,
  propose(tool, { answer }, today) {
    const products = z.array(productShape).parse(answer);
    const own = products.filter(({ result: { links } }) => isPageOf(tool, links.releasePolicy ?? ''));
    return own.flatMap(({ result }) =>
      result.releases.flatMap((release) => releaseProposal(tool, result, release, today)),
    );
  },
};

const day = z.iso.date();
const releaseShape = z.object({
  name: z.string(),
  label: z.string(),
  eolFrom: z.nullable(day),
  custom: z.nullish(z.object({ recommendedReplacement: z.nullish(z.string()) })),
});
const productShape = z.object({
  result: z.object({
    name: z.string(),
    label: z.string(),
    links: z.object({ releasePolicy: z.nullish(z.string()) }),
    releases: z.array(releaseShape),
  }),
});
const listShape = z.object({
  result: z.array(z.object({ name: z.string().check(z.regex(/^[a-z\d-]{1,80}$/, 'is not a product')) })),
});
type Product = z.infer<typeof productShape>['result'];
type Release = z.infer<typeof releaseShape>;

/** All products with the tag in one answer, since each may be any tool's. */
async function* askTag(ids: readonly string[], context: AskContext): AsyncGenerator<Asked> {
  for (const id of ids) {
    try {
      const list = listShape.parse(await upstreamJson(context, `/api/v1/tags/${id}`));
      const products: unknown[] = [];
      for (const { name } of list.result) {
        const answer = await upstreamJson(context, `/api/v1/products/${name}`);
        const { success, data } = productShape.safeParse(answer);
        products.push(success ? data : answer);
      }
      yield { id, answer: products };
    } catch (error) {
      yield { id, failure: (error as Error).message };
    }
  }
}

/** Whether an address is on one of the tool's own sites. */
function isPageOf({ pages }: Tool, url: string): boolean {
  const all = new Set(pages.map((page) => page.toLowerCase()));
  return pageIds(url).some((id) => all.has(id.toLowerCase()));
}

function releaseProposal(tool: Tool, product: Product, release: Release, today: string): Proposal[] {
  const { eolFrom, label, custom } = release;
  if (eolFrom === null) return [];
  const successor = custom?.recommendedReplacement;
  const named = successor && successor !== 'N/A' ? `, and names ${successor} instead` : '';
  const says = `${product.label} retires ${label} on ${eolFrom}${named}`;
  const variant = tool.variants?.find(({ name }) => [release.name, label].some((each) => isSame(each, name)));
  if (!variant) {
    const isNear = Math.abs(Date.parse(eolFrom) - Date.parse(today)) <= daysAhead * dayMs;
    return isNear ? [question(tool, ['facts', 'endsOn'], 'Retirements', says)] : [];
  }
  const kind = isCitedElsewhere(tool, variant, eolFrom) ? 'mechanical' : 'judgement';
  const source = {
    key: 'endoflife',
    url: `https://endoflife.date/api/v1/products/${product.name}`,
    title: `endoflife.date: ${product.label}`,
  };
  const is = { value: eolFrom, at: product.label, ...(named && { successor }) };
  const path = ['variants', variant.name, 'facts', 'endsOn'];
  return [{ tool: tool.id, path, is, source, kind, list: 'Retirements', says }];
}

/** Whether the entry says the same day already, and somebody else than endoflife.date does. */
function isCitedElsewhere({ sources }: Tool, { facts: { endsOn } }: Variant, eolFrom: string): boolean {
  const others = [endsOn?.source ?? []]
    .flat()
    .filter((key) => !sources[key]?.url.includes('//endoflife.date/'));
  return endsOn?.value === eolFrom && others.length > 0;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.toLowerCase().replace(/[^a-z\d]/g, ''));
  return a === b;
}
