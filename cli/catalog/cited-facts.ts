import { asOf } from '../../catalog/as-of.ts';
import type { Tool } from '../../catalog/tool-schema.ts';

type Source = Tool['sources'][string];
/** One fact of one tool with all that a second reader needs to check it; `asOf` is the last day on which it was known, ISO 8601. */
export type CitedFact = { tool: string; field: string; value: string; asOf: string; sources: Source[] };

type Fact = { value: unknown; checked: string; source?: string | string[] | undefined };

/** The facts of a tool and its variants and its claims, with their sources; what is unknown is among them, without any. */
export function citedFacts(tool: Tool): CitedFact[] {
  const cited = (field: string, fact: Omit<Fact, 'value'>, value: string) => ({
    tool: tool.id,
    field,
    value,
    asOf: asOf(fact, tool.sources),
    sources: [fact.source ?? []].flat().map((key) => tool.sources[key]!),
  });
  const factsOf = (facts: Partial<Tool['facts']>, of = '') =>
    Object.entries(facts).flatMap(([field, fact]) => (fact ? cited(of + field, fact, inWords(fact)) : []));
  return [
    ...factsOf(tool.facts),
    ...(tool.variants ?? []).flatMap(({ name, facts }) => factsOf(facts, `${name}: `)),
    ...(tool.claims ?? []).map((claim) => cited('claims', claim, `${claim.text} (says: ${claim.by})`)),
  ];
}

function inWords({ value, ...rest }: Fact): string {
  const more = Object.entries(rest).filter(([key]) => !['source', 'checked', 'disputed', 'of'].includes(key));
  const details = more.map(([key, detail]) => `${key}: ${String(detail)}`);
  return [[value].flat().join(', '), ...details].join('; ');
}
