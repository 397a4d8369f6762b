import { dateLabel } from './dates.ts';
import type { Tool } from './tool-schema.ts';
import { isOlder, versionLabel } from './version.ts';

const oldAfterDays = 90;
const dayMs = 86_400_000;

/** The latest version the file knows, or nothing if none or unknown. */
export function latestVersion(tool: Tool): string | undefined {
  const version = tool.facts.version?.value;
  return version === 'unknown' ? undefined : version;
}

/** Outdated verdict: the version reviewed lies below the latest known. */
export function isOutdated(tool: Tool): boolean {
  return isOlder(tool.review?.version, latestVersion(tool));
}

/** Old fact: checked over 90 days before `today`; both ISO 8601 dates. */
export function isOldFact(checked: string, today: string): boolean {
  return ageInDays(checked, today) > oldAfterDays;
}

/** Whole days from one ISO 8601 date to another. */
export function ageInDays(checked: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(checked)) / dayMs);
}

/** What was reviewed and when: "v0.16", "SAM 3", or "22 Nov 2026" for a hosted product. */
export function reviewedLabel(tool: Tool): string | undefined {
  if (!tool.review) return undefined;
  const { version, asOf, date } = tool.review;
  return version ? versionLabel(version) : dateLabel(asOf ?? date);
}
