import { latestShown } from './advisories.ts';
import { knownTrouble } from './known-trouble.ts';
import { commercialUseOf } from './license.ts';
import { onPage, type OnPage } from './on-page.ts';
import { pageFindings, type PageFinding } from './page-findings.ts';
import type { Reference } from './reference.ts';
import { isOver, statusOf } from './status.ts';
import type { PageFacts } from '../sites/site.ts';
import type { AttributedTool } from './whose.ts';

/** Something that is wrong with a tool or with the page; `bad` where nobody should go on without having read it. */
export type Band = {
  kind: PageFinding['kind'] | 'status' | 'license use' | 'trouble' | 'unread';
  text: string;
  isBad?: true;
  /** The version whose vulnerabilities it tells. */
  version?: string;
};

/**
 * What is wrong, the worst first: what says that the rest is not about this page, what the site and the advisories warn of, what
 * the license forbids, then the status, and what the page states otherwise. A band of `kind` status goes with the tool's status.
 */
export function bandsOf(
  whole: AttributedTool,
  reference: Pick<Reference, 'licenses'>,
  here?: string,
  facts: PageFacts = {},
): Band[] {
  const tool = onPage(whole, here);
  const status = statusOf(tool);
  const findings = here === undefined ? [] : pageFindings(tool, facts, here, reference);
  const isKnown = ({ kind }: PageFinding) =>
    (kind === 'archived' && status?.value === 'archived') || (kind === 'superseded' && isOver(status));
  const bands: Band[] = [
    ...findings.filter((each) => !isKnown(each)).map(ofFinding),
    ...(isForbidden(tool, reference) ? [bad('license use', 'Its license forbids commercial use')] : []),
    ...(status?.text
      ? [{ kind: 'status' as const, text: status.text, ...(isOver(status) && { isBad: true as const }) }]
      : []),
    ...trouble(tool, here, facts),
  ];
  return bands
    .map((band) => ({ band, rank: order.indexOf(band.kind) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ band }) => band);
}

const order: Band['kind'][] = [
  'fork',
  'warning',
  'compromised',
  'license use',
  'archived',
  'status',
  'trouble',
  'vulnerable',
  'superseded',
  'license',
  'version',
  'gated',
  'renamed',
];

function ofFinding({ kind, text, first }: PageFinding): Band {
  return { kind, text, ...(first && { isBad: true as const }) };
}

function bad(kind: Band['kind'], text: string): Band {
  return { kind, text, isBad: true };
}

function isForbidden(tool: OnPage, { licenses }: Pick<Reference, 'licenses'>): boolean {
  return !tool.withheld?.includes('license') && commercialUseOf(tool, licenses) === 'no';
}

/** What the advisories say of the version that the page shows, or of the latest one; a compromised release is a finding already. */
function trouble(tool: OnPage, here: string | undefined, { version }: PageFacts): Band[] {
  const shown = here === undefined || version === undefined ? undefined : { version, page: here };
  const known = knownTrouble(tool, shown);
  if (!known || known.advisories.length === 0) return [];
  const isMalicious = known.advisories.some(({ kind }) => kind === 'malicious');
  if (isMalicious) return here === undefined ? [bad('compromised', known.text)] : [];
  const about = shown ?? latestShown(tool);
  return [{ kind: 'trouble', text: known.text, ...(about && { version: about.version }) }];
}
