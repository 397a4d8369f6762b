import { commercialUseOf, licenseTerms, type Permission } from './license.ts';
import { priceLabel } from './price.ts';
import type { Reference } from './reference.ts';
import { isOutdated, judgedLabel, latestVersion } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { votesInLetters, type ToolSummary } from './tool-summary.ts';
import { versionLabel } from './version.ts';

/** All that the mark on a page and its card show; small, so that a page costs one short read. */
export type BadgeRecord = {
  tool: string;
  name: string;
  votes: string;
  price: string;
  disputed: boolean;
  license: string;
  commercialUse: Permission;
  judged?: string;
  latest?: string;
  outdated: boolean;
  rival?: { id: string; name: string };
  /** The name of the private feed whose entry this is. */
  from?: string;
};

/** The badge record of a tool; `from` names the private feed whose entry it is. */
export function badgeRecord(
  tool: Tool,
  { licenses }: Pick<Reference, 'licenses'>,
  from?: string,
): BadgeRecord {
  const [judged, latest] = [judgedLabel(tool), latestVersion(tool)];
  return {
    tool: tool.id,
    name: tool.name,
    votes: votesInLetters(tool.review?.votes),
    price: priceLabel(tool.facts.entryPrice),
    disputed: Boolean(tool.facts.entryPrice.disputed),
    license: licenseTerms(tool.facts.license.value, licenses).label,
    commercialUse: commercialUseOf(tool, licenses),
    ...(judged && { judged }),
    ...(latest && { latest: versionLabel(latest) }),
    outdated: isOutdated(tool),
    ...(from && { from }),
  };
}

/** A badge record with the rival that its card offers to compare the tool with. */
export function withRival(record: BadgeRecord, rival: ToolSummary | undefined): BadgeRecord {
  return rival ? { ...record, rival: { id: rival.id, name: rival.name } } : record;
}

/** Whether stored data is a badge record; checked by hand since a page's script can carry no schema library. */
export function isBadgeRecord(value: unknown): value is BadgeRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<keyof BadgeRecord, unknown>;
  const texts = [record.tool, record.name, record.votes, record.price, record.license, record.commercialUse];
  return texts.every((text) => typeof text === 'string') && /^[sk]{0,5}$/.test(record.votes as string);
}
