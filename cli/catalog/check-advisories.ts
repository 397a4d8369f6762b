import { advisoriesOf, isSerious } from '../../catalog/advisories.ts';
import type { Advisory, AffectedRange } from '../../catalog/affected.ts';
import { compareVersions, numberingOf, type Numbering } from '../../catalog/numbering.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { Report } from './check-citations.ts';

// https://ossf.github.io/osv-schema/#id-modified-fields, of those databases that the catalog takes advisories from.
const idPattern = /^(GHSA(-[23456789cfghjmpqrvwx]{4}){3}|(CVE|PYSEC|MAL)-\d{4}-\d+)$/;

/** Every rule for a tool's advisories: ids, packages, ranges that can be read, dates, and that the Skeptic looked at them. */
export function advisoryProblems(tool: Tool, today: string, report: Report): void {
  const { advisories = [], advisoriesAsOf } = tool;
  const named = new Map<string, number>();
  for (const [at, advisory] of advisories.entries()) {
    const field = `advisories.${at}`;
    for (const name of [advisory.id, ...(advisory.aliases ?? [])]) {
      const before = named.get(name);
      if (before !== undefined) report(field, `${name} is already a name of advisories.${before}`);
      named.set(name, at);
      if (!idPattern.test(name)) report(field, `"${name}" is not an id of CVE, GHSA, MAL or PYSEC`);
    }
    dateProblems(advisory, today, (message) => report(field, message));
    packageProblems(tool, advisory, (message) => report(`${field}.package`, message));
    const numbering = numberingOf(advisory.package ?? tool.facts.version?.package);
    for (const [index, range] of advisory.affected.entries())
      rangeProblems(range, numbering, (message) => report(`${field}.affected.${index}`, message));
  }
  if (advisoriesAsOf && advisoriesAsOf > today) report('advisoriesAsOf', 'is in the future');
  skepticProblems(tool, report);
}

type Say = (message: string) => void;

function dateProblems({ published, withdrawn }: Advisory, today: string, say: Say): void {
  if (published > today) say(`published ${published} is in the future`);
  if (withdrawn && withdrawn > today) say(`withdrawn ${withdrawn} is in the future`);
  if (withdrawn && withdrawn < published)
    say(`withdrawn ${withdrawn}, before it was published (${published})`);
}

function packageProblems({ pages, formerPages = [] }: Tool, advisory: Advisory, say: Say): void {
  const about = advisory.package && normalizePageId(advisory.package);
  if (about && ![...pages, ...formerPages].some((page) => normalizePageId(page) === about))
    say(`${advisory.package} is not a page of this tool`);
}

function rangeProblems(range: AffectedRange, numbering: Numbering, say: Say): void {
  const { introduced = '0', fixed, lastAffected, versions = [] } = range;
  const bounds = [introduced, fixed, lastAffected].filter((bound) => bound !== undefined && bound !== '0');
  for (const version of [...bounds, ...versions])
    if (compareVersions(numbering, version!, version!) === undefined)
      say(`"${version}" is not a version by ${numbering}`);
  if (Object.keys(range).length === 0) say('names no version');
  if (fixed !== undefined && lastAffected !== undefined) say('has either fixed or lastAffected');
  const last = fixed ?? lastAffected;
  const order = introduced === '0' || last === undefined ? -1 : compareVersions(numbering, introduced, last);
  if (order !== undefined && (order > 0 || (order === 0 && fixed !== undefined)))
    say(`is empty: introduced ${introduced}, ${fixed ? 'fixed' : 'last affected'} ${last}`);
}

const exposed: readonly Tool['kind'][] = ['server', 'app', 'extension'];

/**
 * What runs where others reach it is not reviewed without a word of the Skeptic on what was known against the version on the day of
 * the review; what became known since is shown beside the verdict, and stops no night.
 */
function skepticProblems(tool: Tool, report: Report): void {
  const { kind, review, advisories = [] } = tool;
  if (!review?.version || !exposed.includes(kind)) return;
  const open = advisoriesOf(tool, { version: review.version })?.filter(isSerious) ?? [];
  const known = open.filter(({ published }) => published <= review.date);
  const names = new Set(known.map(({ id }) => id));
  const sources = advisories.filter(({ id }) => names.has(id)).flatMap(({ source }) => source);
  const cites = review.votes.find(({ reviewer }) => reviewer === 'skeptic')?.cites ?? [];
  if (known.length > 0 && !cites.some((key) => sources.includes(key)))
    report(
      'review.votes.skeptic',
      `cites no source of ${[...names].join(', ')}, known against the reviewed version ${review.version}`,
    );
}
