import { sourcesOf } from './cited-sources.ts';
import type { Tool } from './tool-schema.ts';

type Sources = Tool['sources'];
type Cited = { source?: string | string[] | undefined; checked: string };

/**
 * The last day, ISO 8601, on which a fact was known: that of its newest source, however late somebody wrote it down. Where every
 * source was compared with what it says now and was still the same, the day of that. Without a source, the day somebody looked for one.
 */
export function asOf(fact: Cited, sources: Sources): string {
  const cited = sourcesOf(fact, sources);
  const seen = latest(cited.map((source) => source.seen));
  if (seen === undefined) return fact.checked;
  const compared = cited.map((source) => source.compared ?? '').sort()[0]!;
  return compared > seen ? compared : seen;
}

/** The day, ISO 8601, since which a source of a fact is known to say something else than when it was read; undefined if none is. */
export function changedOn(fact: Cited, sources: Sources): string | undefined {
  return latest(sourcesOf(fact, sources).flatMap(({ changed }) => changed ?? []));
}

function latest(dates: string[]): string | undefined {
  return dates.sort().at(-1);
}
