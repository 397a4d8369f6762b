import type { Tool } from '../../catalog/tool-schema.ts';
import { isOlder } from '../../catalog/version.ts';
import type { Proposal, ReadFrom } from './source.ts';
import { isVersionOf } from './version-package.ts';

// As releases are named: a number, and few letters around it.
const versionName = /^(?=.{1,40}$)(?:\d+!)?v?\d[\w.+-]*$/i;

/** A newest version as a source states it; `page` is the page id that it numbers. */
export type Newest = { page: string; version: string; released?: string | undefined; source: ReadFrom };

/**
 * What a newest version means for a tool: written where it is numbered by that page and the step is small, a question where a
 * major version is skipped to, numbers go back, or nobody has said whose numbers the tool has. Throws at what is not a version.
 */
export function versionProposal(tool: Tool, { page, version, released, source }: Newest): Proposal[] {
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
  if (ours === version && whose === 'yes')
    return [{ ...proposal, kind: 'mechanical', list: 'Versions', says: `${newest}, as before` }];
  if (ours === undefined || whose === 'unsure')
    return judgement(
      'Versions of a page that may not number the tool',
      `${newest}; the tool says ${ours ?? 'nothing'}`,
    );
  if (!versionName.test(ours) || !(isOlder(ours, version) || isOlder(version, ours)))
    return judgement('Versions that cannot be compared', `${newest}; the tool says ${ours}`);
  if (isOlder(version, ours)) return judgement('Versions below ours', `${newest}; the tool says ${ours}`);
  if (isMajorStep(ours, version))
    return judgement('Jumps of a major version', `${newest}; the tool says ${ours}`);
  return [{ ...proposal, kind: 'mechanical', list: 'Versions', says: `${newest}; the tool said ${ours}` }];
}

/** Whether a newer version has another first number; from one year to the next is no such step. */
export function isMajorStep(ours: string, newest: string): boolean {
  const [before, after] = [ours, newest].map((version) => Number(/\d+/.exec(version)?.[0]));
  const isYear = (number = 0) => number >= 2000 && number < 2100;
  return before !== after && !(isYear(before) && isYear(after) && after! - before! === 1);
}
