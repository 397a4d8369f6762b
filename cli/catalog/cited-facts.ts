import type { Tool } from '../../catalog/tool-schema.ts';

type Source = Tool['sources'][string];
/** One fact of one tool with all that a second reader needs to check it. */
export type CitedFact = { tool: string; field: string; value: string; checked: string; sources: Source[] };

/** The facts and claims of a tool with their sources; what is unknown is among them, without any. */
export function citedFacts(tool: Tool): CitedFact[] {
  const sources = (keys: string | string[] = []) => [keys].flat().map((key) => tool.sources[key]!);
  const facts = Object.entries(tool.facts).flatMap(([field, fact]) =>
    fact ? [{ field, value: inWords(fact), checked: fact.checked, sources: sources(fact.source) }] : [],
  );
  const claims = (tool.claims ?? []).map(({ text, by, checked, source }) => ({
    field: 'claims',
    value: `${text} (says: ${by})`,
    checked,
    sources: sources(source),
  }));
  return [...facts, ...claims].map((fact) => ({ tool: tool.id, ...fact }));
}

function inWords({ value, ...rest }: NonNullable<Tool['facts'][keyof Tool['facts']]>): string {
  const more = Object.entries(rest).filter(([key]) => !['source', 'checked', 'disputed'].includes(key));
  const details = more.map(([key, detail]) => `${key}: ${String(detail)}`);
  return [[value].flat().join(', '), ...details].join('; ');
}
