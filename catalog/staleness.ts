import { dateLabel } from './dates.ts';
import type { FactView } from './fact-views.ts';
import type { OnPage } from './on-page.ts';
import type { Tool } from './tool-schema.ts';
import { isOlder, versionLabel } from './version.ts';

const oldAfterDays = 90;
const dayMs = 86_400_000;

/** The latest known version of a tool, if there is one. */
export function latestVersion(tool: Tool): string | undefined {
  const version = tool.facts.version?.value;
  return version === 'unknown' ? undefined : version;
}

/** Whether the reviewed version is older than the latest known one; that of a family is compared with no model’s. */
export function isOutdated(tool: OnPage): boolean {
  return tool.variant?.verdict !== 'family' && isOlder(tool.review?.version, latestVersion(tool));
}

/** Whether a fact was last known over 90 days before `today`; both ISO 8601 dates. */
export function isOldFact(asOf: string, today: string): boolean {
  return ageInDays(asOf, today) > oldAfterDays;
}

/** "as of 22 Aug 2026", with what happened since, or "looked for on 22 Nov 2026" where it has no source. */
export function ageInWords({
  asOf,
  changed,
  sources,
}: Pick<FactView, 'asOf' | 'changed' | 'sources'>): string {
  const day = dateLabel(asOf);
  if (sources.length === 0) return `looked for on ${day}`;
  return `as of ${day}${changed ? `; source changed on ${dateLabel(changed)}, not read again yet` : ''}`;
}

/** Whole days from one ISO 8601 date to another. */
export function ageInDays(day: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(day)) / dayMs);
}

/** The reviewed version, or the day of the review: "v0.16", "SAM 3", or "22 Nov 2026" for a hosted product. */
export function reviewedLabel(tool: Tool): string | undefined {
  if (!tool.review) return undefined;
  const { version, asOf, date } = tool.review;
  return version ? versionLabel(version) : dateLabel(asOf ?? date);
}
