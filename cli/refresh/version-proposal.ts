import { compareVersions, numberingOf } from '../../catalog/numbering.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { isOlder } from '../../catalog/version.ts';
import type { Proposal, ReadFrom } from './source.ts';
import { isVersionOf } from './version-package.ts';

// As releases are named: a number, and few letters around it.
const versionName = /^(?=.{1,40}$)(?:\d+!)?v?\d[\w.+-]*$/i;
// PEP 440 and semver.org, item 9: whatever comes before the release of that number.
const preRelease =
  /\d[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview|dev|next|canary|nightly|insiders?)(?![a-z])|^v?\d+\.\d+\.\d+-/i;

/**
 * A newest version as a source states it; `page` is the page id that it numbers, and `withdrawn` says that the source has taken
 * back the version which the tool states.
 */
export type Newest = {
  page: string;
  version: string;
  released?: string | undefined;
  source: ReadFrom;
  withdrawn?: boolean;
};

/**
 * What a newest version means for a tool: written where it is numbered by that page and the step is small, a question where a
 * major version is skipped to, numbers go back, or nobody has said whose numbers the tool has, and never a pre-release. Throws at
 * what is not a version.
 */
export function versionProposal(tool: Tool, newestOne: Newest): Proposal[] {
  const { page, version, released, source, withdrawn = false } = newestOne;
  if (!versionName.test(version)) throw new Error(`"${version.slice(0, 60)}" is not a version`);
  const whose = isVersionOf(tool, page);
  if (whose === 'no') return [];
  const ours = tool.facts.version?.value;
  const is = { value: version, ...(released && { released }), package: page };
  const proposal = { tool: tool.id, path: ['facts', 'version'], is, source };
  const judgement = (list: string, says: string): Proposal[] => [
    { ...proposal, kind: 'judgement', list, says },
  ];
  const newest = `${page} is at ${version}`;
  const oursSays = `the tool says ${ours ?? 'nothing'}`;
  if (ours === version && whose === 'yes')
    return [{ ...proposal, kind: 'mechanical', list: 'Versions', says: `${newest}, as before` }];
  if (preRelease.test(version))
    return [
      {
        ...{ tool: tool.id, path: proposal.path, source, kind: 'judgement', list: 'Pre-releases' },
        says: `${newest}, a pre-release, which is no latest version; ${oursSays}`,
      },
    ];
  if (ours === undefined || whose === 'unsure')
    return judgement('Versions of a page that may not number the tool', `${newest}; ${oursSays}`);
  const order = orderOf(page, ours, version);
  if (order === undefined) return judgement('Versions that cannot be compared', `${newest}; ${oursSays}`);
  if (order > 0 && !withdrawn) return judgement('Versions below ours', `${newest}; ${oursSays}`);
  if (isMajorStep(ours, version)) return judgement('Jumps of a major version', `${newest}; ${oursSays}`);
  const back = withdrawn ? `${page} has withdrawn ${ours} and is at ${version}` : undefined;
  return [
    { ...proposal, kind: 'mechanical', list: 'Versions', says: back ?? `${newest}; the tool said ${ours}` },
  ];
}

/** Below 0 where `ours` comes before `newest`; nothing where they cannot be compared. */
function orderOf(page: string, ours: string, newest: string): number | undefined {
  const order = compareVersions(numberingOf(page), ours, newest);
  if (order !== undefined) return order === 0 ? undefined : order;
  if (!versionName.test(ours)) return undefined;
  if (isOlder(ours, newest)) return -1;
  return isOlder(newest, ours) ? 1 : undefined;
}

/** Whether a newer version has another first number; from one year to the next is no such step. */
export function isMajorStep(ours: string, newest: string): boolean {
  const [before, after] = [ours, newest].map((version) => Number(/\d+/.exec(version)?.[0]));
  const isYear = (number = 0) => number >= 2000 && number < 2100;
  return before !== after && !(isYear(before) && isYear(after) && after! - before! === 1);
}
