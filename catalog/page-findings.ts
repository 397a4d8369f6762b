import type { PageFacts, PageWarning } from '../sites/site.ts';
import type { BadgeRecord } from './badge-record.ts';
import { latestShown } from './advisories.ts';
import { dateLabel } from './dates.ts';
import { compromisedText, seriousText } from './known-trouble.ts';
import { own } from './own.ts';
import { plainLicenses } from './parse-license-label.ts';
import { normalizePageId, pageName } from './page-id.ts';
import { onPage } from './on-page.ts';
import { recordOfPage } from './record-of-page.ts';
import type { Reference } from './reference.ts';
import type { Tool } from './tool-schema.ts';
import { versionDistance, versionLabel } from './version.ts';
import { isolated, type AttributedTool } from './whose.ts';

/** One difference between a page and our verdict, in words. */
export type PageFinding = {
  kind:
    | 'fork'
    | 'warning'
    | 'compromised'
    | 'vulnerable'
    | 'archived'
    | 'version'
    | 'license'
    | 'gated'
    | 'superseded'
    | 'renamed';
  text: string;
  /** It is to be read before the verdict: whatever reviewers said, the site warns of what is there now. */
  first?: true;
};

const warnings: Record<PageWarning, string> = {
  quarantined: 'Quarantined by its index, so it cannot be installed',
  yanked: 'This release was yanked by its maintainers',
  empty: 'This repository is empty',
};

/** What a page states that the verdict of a badge record does not cover; nothing where in doubt. */
export function badgeFindings(record: BadgeRecord, facts: PageFacts): PageFinding[] {
  const { former, openWeights } = record;
  const found: [PageFinding['kind'], string | false | undefined][] = [
    ['warning', facts.warning && warnings[facts.warning]],
    ['archived', facts.archived && 'Archived'],
    ['superseded', facts.supersededBy && `Replaced by ${pageName(facts.supersededBy)}`],
    ['renamed', former && `Renamed: ${former.from} → ${former.to}`],
    ['version', newerVersion(record, facts.version)],
    ['license', otherLicense(record, facts.license)],
    ['gated', facts.gated && openWeights && 'You must request access'],
  ];
  return found.flatMap(([kind, text]) => (text ? [finding(kind, text)] : []));
}

/**
 * The same from the whole entry, for a normalized page id; the license finding names its source. For a fork of one of the
 * tool's pages the fork is the only finding, since version and license of a fork are its own.
 */
export function pageFindings(
  tool: AttributedTool,
  facts: PageFacts,
  page: string,
  reference: Pick<Reference, 'licenses'>,
): PageFinding[] {
  const own = [...tool.pages, ...(tool.formerPages ?? [])].map(normalizePageId);
  const upstream = own.find((each) => each === normalizePageId(facts.forkOf ?? ''));
  if (upstream && (upstream === page || !own.includes(page)))
    return [{ kind: 'fork', text: `Fork: the verdict is for the original, ${pageName(facts.forkOf!)}` }];
  const record = recordOfPage(tool, page, reference, tool.from);
  const found = badgeFindings(record, facts).map((each) =>
    each.kind === 'license' ? { ...each, text: each.text + sourceOf(onPage(tool, page)) } : each,
  );
  return withTrouble(
    found,
    troubleFindings(tool, facts, page).filter(({ first }) => first),
  );
}

/**
 * What the advisories say of the version that a page shows, or of the latest one where it shows none: a compromised release, and
 * vulnerabilities that are critical or high.
 */
export function troubleFindings(tool: Tool, { version }: PageFacts, page: string): PageFinding[] {
  const here = onPage(tool, page);
  const shown = version === undefined ? latestShown(here) : { version, page };
  if (!shown) return [];
  const [compromised, vulnerable] = [compromisedText(here, shown), seriousText(here, shown)];
  return [
    ...(compromised ? [finding('compromised', compromised)] : []),
    ...(vulnerable ? [finding('vulnerable', vulnerable)] : []),
  ];
}

/** Findings with what the advisories say, after the site's own warning and before all else. */
export function withTrouble(
  findings: readonly PageFinding[],
  trouble: readonly PageFinding[],
): PageFinding[] {
  const at = findings[0]?.kind === 'warning' ? 1 : 0;
  return findings.toSpliced(at, 0, ...trouble);
}

function finding(kind: PageFinding['kind'], text: string): PageFinding {
  const isFirst = kind === 'warning' || kind === 'compromised' || kind === 'archived';
  return isFirst ? { kind, text, first: true } : { kind, text };
}

/** A page of a tool and its findings. */
export type PageFindings = { page: string; findings: PageFinding[] };

/** The findings of several pages of a tool, by normalized page id. */
export function pageFindingsByPage(
  tool: AttributedTool,
  pages: readonly { page: string; facts: PageFacts }[],
  reference: Pick<Reference, 'licenses'>,
): PageFindings[] {
  return pages.map(({ page, facts }) => ({ page, findings: pageFindings(tool, facts, page, reference) }));
}

function newerVersion({ reviewed, ownVersion, whose }: BadgeRecord, shown?: string): string | undefined {
  const distance = reviewed && shown && !ownVersion && !whose && versionDistance(reviewed, shown);
  return distance ? `This page: ${versionLabel(shown)} (${distance}); reviewed: ${reviewed}` : undefined;
}

function otherLicense(
  { license, otherLicenses, ownLicense, from }: BadgeRecord,
  label = '',
): string | undefined {
  const [ours, theirs] = [plainLicenses(license), plainLicenses(label)];
  if (!ours || !theirs || ownLicense) return undefined;
  const isKnown = (id: string) => ours.includes(id) || otherLicenses?.includes(/^[a-z]+/.exec(id)?.[0] ?? '');
  if (theirs.some(isKnown)) return undefined;
  return `This page says ${label.replace(/ licenses?( found)?$/i, '')}; ${from ? `“${isolated(from)}” says` : 'we found'} ${license}`;
}

function sourceOf({ facts, sources }: Tool): string {
  const [source] = [facts.license.source ?? []].flat().flatMap((key) => own(sources, key) ?? []);
  if (!source) return '';
  return source.commit ? ` at commit ${source.commit.slice(0, 7)}` : ` on ${dateLabel(source.seen)}`;
}
