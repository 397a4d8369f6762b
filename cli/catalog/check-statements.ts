import type { Tool } from '../../catalog/tool-schema.ts';
import { citationProblems, type Report } from './check-citations.ts';
import { dateProblems } from './check-dates.ts';
import { noteProblems } from './check-notes.ts';
import { releaseProblems } from './check-releases.ts';

/** The rules for what one entry states, its sources and its dates: whatever breaks one of them is no longer said as it is written. */
export function statementProblems(tool: Tool, today: string, report: Report): void {
  citationProblems(tool, today, report);
  dateProblems(tool, today, report);
  releaseProblems(tool, report);
  noteProblems(tool, report);
}
