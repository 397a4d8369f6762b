import type { Tool } from '../../catalog/tool-schema.ts';

/** Notes a problem of a field. */
export type Report = (field: string, message: string) => void;

/** Every citation resolves, every source is cited, and no date looks fresher than its source: seen <= checked <= today. */
export function citationProblems(tool: Tool, today: string, report: Report) {
  const cited = new Set<string>();
  for (const { field, keys, checked } of citations(tool)) {
    if (checked && checked > today) report(field, `checked ${checked} is in the future`);
    for (const key of keys) {
      cited.add(key);
      const source = Object.hasOwn(tool.sources, key) ? tool.sources[key] : undefined;
      if (!source) report(field, `source "${key}" is not among the file's sources`);
      else if (checked && source.seen > checked)
        report(field, `checked ${checked}, before "${key}" was seen (${source.seen})`);
    }
  }
  const keys = Object.keys(tool.sources);
  for (const key of keys) {
    if (!cited.has(key)) report(`sources.${key}`, 'is never cited');
    if (tool.sources[key]!.seen > today) report(`sources.${key}.seen`, 'is in the future');
  }
  const unsorted = keys.find((key, at) => at > 0 && key < keys[at - 1]!);
  if (unsorted) report(`sources.${unsorted}`, 'sources are sorted by key');
}

type Citation = { field: string; keys: readonly string[]; checked?: string };

function* citations(tool: Tool): Generator<Citation> {
  yield* factCitations(tool.facts, 'facts');
  for (const [at, { facts }] of (tool.variants ?? []).entries())
    yield* factCitations(facts, `variants.${at}.facts`);
  for (const [at, { source, checked }] of (tool.claims ?? []).entries())
    yield { field: `claims.${at}`, keys: [source], checked };
  for (const [at, { source, checked }] of (tool.advisories ?? []).entries())
    yield { field: `advisories.${at}`, keys: [source].flat(), checked };
  for (const [at, { source }] of (tool.licenseHistory ?? []).entries())
    yield { field: `licenseHistory.${at}`, keys: [source] };
  for (const { reviewer, cites } of tool.review?.votes ?? [])
    yield { field: `review.votes.${reviewer}`, keys: cites, checked: tool.review!.date };
  for (const [at, { source }] of (tool.elsewhere ?? []).entries())
    yield { field: `elsewhere.${at}`, keys: [source] };
}

function* factCitations(facts: Partial<Tool['facts']>, within: string): Generator<Citation> {
  for (const [name, fact] of Object.entries(facts)) {
    if (!fact) continue;
    const field = `${within}.${name}`;
    const unsourced = fact.source === undefined;
    if (unsourced && fact.value !== 'unknown') yield { field, keys: ['(none given)'] };
    yield { field, keys: unsourced ? [] : [fact.source!].flat(), checked: fact.checked };
    for (const { source, checked } of fact.disputed ?? [])
      yield { field: `${field}.disputed`, keys: [source].flat(), checked };
  }
}
