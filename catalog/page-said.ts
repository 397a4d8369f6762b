import type { PageFacts } from '../sites/site.ts';
import { pageFindings, type PageFinding } from './page-findings.ts';
import type { Reference } from './reference.ts';
import type { Tool } from './tool-schema.ts';

/** A page of a tool that was read, and what it states that the verdict does not cover. */
export type PageFindings = { page: string; findings: PageFinding[] };

/** What the pages of a tool that were read, in the form pages are compared, say beyond its verdict. */
export function pageFindingsByPage(
  tool: Tool,
  read: readonly { page: string; facts: PageFacts }[],
  reference: Pick<Reference, 'licenses'>,
): PageFindings[] {
  return read.map(({ page, facts }) => ({ page, findings: pageFindings(tool, facts, page, reference) }));
}
