import { own } from './own.ts';
import type { Tool } from './tool-schema.ts';

type Sources = Tool['sources'];
type Cited = { source?: string | string[] | undefined };

/** The sources that a fact cites; none of those that are missing. */
export function sourcesOf(fact: Cited | undefined, sources: Sources): Sources[string][] {
  return [fact?.source ?? []].flat().flatMap((key) => own(sources, key) ?? []);
}

/** The sources that an entry still cites, so that what was left out of it leaves no trace. */
export function onlyCited(tool: Omit<Tool, 'sources'>, sources: Sources): Sources {
  const facts = Object.values(tool.facts).flatMap((fact) => (fact ? [fact, ...(fact.disputed ?? [])] : []));
  const { claims = [], elsewhere = [], licenseHistory = [], advisories = [] } = tool;
  const cited = new Set([
    ...[...facts, ...claims, ...elsewhere, ...licenseHistory, ...advisories].flatMap(
      ({ source }) => source ?? [],
    ),
    ...(tool.review?.votes ?? []).flatMap(({ cites }) => cites),
  ]);
  const keys = Object.keys(sources).filter((key) => cited.has(key));
  return Object.fromEntries(keys.map((key) => [key, own(sources, key)!]));
}
