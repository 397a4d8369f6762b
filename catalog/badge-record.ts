import { advisoriesOf } from './advisories.ts';
import type { CommercialUse } from './commercial-use.ts';
import { commercialUseOf, licenseFamilies, licenseNotes, licenseTerms } from './license.ts';
import { seriousReviewedTrouble } from './known-trouble.ts';
import { isApartFromTool, type OnPage } from './on-page.ts';
import type { PageNotes } from './page-notes.ts';
import { priceLabel } from './price.ts';
import type { Reference } from './reference.ts';
import { isOutdated, reviewedLabel, latestVersion } from './staleness.ts';
import { statusOf } from './status.ts';
import type { ShownStatus } from './status-words.ts';
import { decisiveReason, shortReason, type Reason } from './reasons.ts';
import { areVotes, votesInLetters } from './seats.ts';
import { whoseVerdict } from './verdict-of.ts';
import { versionLabel } from './version.ts';
import type { Named } from './whose.ts';

/** All that the badge and its card show of a tool; kept small, since every page with a badge reads one. */
export type BadgeRecord = PageNotes & {
  tool: string;
  name: string;
  /** What it does, in a sentence. */
  does: string;
  votes: string;
  /** Empty where it is unknown. */
  price: string;
  /** The last day of the price, ISO 8601. */
  priceUntil?: string;
  disputed: boolean;
  /** Empty where it is the page's, and our entry does not say which one. */
  license: string;
  commercialUse: CommercialUse;
  /** How many notes go with the license and with what it allows. */
  notes?: number;
  selfHost?: true;
  /** The strongest reason against what most would ship, or for what most would skip. */
  reason?: Pick<Reason, 'kind' | 'text'>;
  reviewed?: string;
  /** Whose verdict it is, where it is not just this page's: “for Mistral’s current models, not this one”. */
  whose?: string;
  latest?: string;
  outdated: boolean;
  /** What the catalog says of a tool that is not simply active. */
  status?: ShownStatus;
  /** There are advisories, so that whoever shows a version has to ask for them. */
  hasAdvisories?: true;
  /** The newest release was published to do harm. */
  compromised?: true;
  /** What is known against the reviewed version, in words that follow it. */
  trouble?: string;
  /** Families of further licenses, `agpl`, that the entry mentions; a page that shows one of them is no contradiction. */
  otherLicenses?: string[];
  openWeights?: true;
  rival?: Named & { id: string };
  /** Something else is true of this page than of the whole tool. */
  apart?: true;
  /** The name of the private feed whose entry this is. */
  from?: string;
};

/** The badge record of a tool, or of it on one page; `from` names the private feed whose entry it is. */
export function badgeRecord(
  tool: OnPage,
  { licenses }: Pick<Reference, 'licenses'>,
  from?: string,
): BadgeRecord {
  const [reviewed, latest] = [reviewedLabel(tool), latestVersion(tool)];
  const { license, weights, entryPrice, selfHost } = tool.facts;
  const [status, whose] = [statusOf(tool), whoseVerdict(tool)];
  const trouble = seriousReviewedTrouble(tool);
  const isCompromised = advisoriesOf(tool)?.some(({ kind }) => kind === 'malicious');
  const reason = decisiveReason(tool);
  const notes = licenseNotes(tool);
  const otherLicenses = licenseFamilies(license);
  return {
    tool: tool.id,
    name: tool.name,
    does: tool.does,
    votes: votesInLetters(tool.review?.votes),
    price: entryPrice.value === 'unknown' ? '' : priceLabel(entryPrice),
    disputed: Boolean(entryPrice.disputed),
    license: tool.withheld?.includes('license') ? '' : licenseTerms(license.value, licenses).label,
    commercialUse: commercialUseOf(tool, licenses),
    ...(notes > 0 && { notes }),
    ...(selfHost?.value === 'yes' && { selfHost: true as const }),
    ...(reason && { reason: shortReason(reason) }),
    ...(entryPrice.until && { priceUntil: entryPrice.until }),
    ...(reviewed && { reviewed }),
    ...(whose && { whose }),
    ...(latest && { latest: versionLabel(latest) }),
    outdated: isOutdated(tool),
    ...(status?.text && { status }),
    ...(tool.advisories?.length && { hasAdvisories: true as const }),
    ...(isCompromised && { compromised: true as const }),
    ...(trouble && { trouble }),
    ...(otherLicenses.length > 0 && { otherLicenses }),
    ...(weights?.value === 'open' && { openWeights: true as const }),
    ...(isApartFromTool(tool) && { apart: true as const }),
    ...(from && { from }),
  };
}

/** A badge record with the rival that its card offers to compare the tool with. */
export function withRival(record: BadgeRecord, rival: (Named & { id: string }) | undefined): BadgeRecord {
  return rival ? { ...record, rival: { id: rival.id, name: rival.name, from: rival.from } } : record;
}

/** Whether stored data is a badge record; checked by hand, since a schema library is too large for a content script. */
export function isBadgeRecord(value: unknown): value is BadgeRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<keyof BadgeRecord, unknown>;
  const strings = [record.tool, record.name, record.price, record.license, record.commercialUse];
  return strings.every((text) => typeof text === 'string') && areVotes(record.votes);
}
