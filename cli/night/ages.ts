import { ageInDays } from '../../catalog/staleness.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { citedFacts } from '../catalog/cited-facts.ts';

/** The age in days of every fact of these tools; `today` is an ISO 8601 date. */
export function agesOf(tools: readonly Tool[], today: string): number[] {
  return tools.flatMap(citedFacts).map(({ asOf }) => ageInDays(asOf, today));
}
