import { problemOf } from '../../catalog/first-problem.ts';
import type { Reference } from '../../catalog/reference.ts';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import type { ToolFile } from '../read-data.ts';
import { advisoryProblems } from './check-advisories.ts';
import type { Report } from './check-citations.ts';
import { licenseHistoryProblems } from './check-license-history.ts';
import { statementProblems } from './check-statements.ts';
import { checkVariants } from './check-variants.ts';
import { rivalProblems } from './check-rivals.ts';

export type CheckContext = {
  reference: Reference;
  today: string;
  isSpdx(expression: string): boolean;
  /** Whether the address of this page id is identified as it. */
  isReachable(page: string): boolean;
};

/** Every rule for tool files at once; each problem is a line that names file and field. Empty when all is well. */
export function checkTools(files: readonly ToolFile[], context: CheckContext): string[] {
  const problems: string[] = [];
  const tools: { file: string; tool: Tool }[] = [];
  for (const { file, id, json } of files) {
    const result = authoredTool.safeParse(json);
    if (!result.success) {
      problems.push(...result.error.issues.map((issue) => `${file}: ${problemOf(issue)}`));
      continue;
    }
    tools.push({ file, tool: result.data });
    if (result.data.id !== id) problems.push(`${file}: id: "${result.data.id}" is not the file's name`);
  }
  const ids = new Set(files.map(({ id }) => id));
  const claimed = new Map<string, string>();
  const formerIds = new Map<string, string>();
  for (const { file, tool } of tools) {
    const report = (field: string, message: string) => problems.push(`${file}: ${field}: ${message}`);
    for (const field of ['pages', 'formerPages'] as const)
      for (const page of tool[field] ?? []) {
        const owner = claimed.get(page.toLowerCase());
        if (owner) report(field, `${page} is already claimed by ${owner}`);
        claimed.set(page.toLowerCase(), file);
        if (!context.isReachable(page)) report(field, `no address leads to ${page}`);
      }
    checkNames(tool, ids, context, report);
    for (const former of tool.formerIds ?? []) {
      const owner = ids.has(former) ? `the tool "${former}"` : formerIds.get(former);
      if (owner) report('formerIds', `"${former}" is already the id of ${owner}`);
      formerIds.set(former, file);
    }
    checkReview(tool, context, report);
    checkVariants(tool, { licenses: context.reference.licenses, isSpdx: context.isSpdx }, report);
    statementProblems(tool, context.today, report);
    advisoryProblems(tool, context.today, report);
    licenseHistoryProblems(tool, context, report);
  }
  problems.push(...rivalProblems(tools, context.reference));
  return problems;
}

function checkNames(tool: Tool, ids: Set<string>, { reference, isSpdx }: CheckContext, report: Report) {
  if (!Object.hasOwn(reference.jobs, tool.job)) report('job', `"${tool.job}" is not in jobs.json`);
  const facts = [tool.facts, ...(tool.variants ?? []).map((variant) => variant.facts)];
  for (const [at, { license }] of facts.entries()) {
    const field = at === 0 ? 'facts.license' : `variants.${at - 1}.facts.license`;
    for (const expression of license ? [license.value, ...Object.values(license.of ?? {})] : []) {
      if (expression === 'unknown') continue;
      if (!isSpdx(expression)) report(field, `"${expression}" is not an SPDX expression`);
      for (const id of expression.split(/ (?:OR|AND) /))
        if (!Object.hasOwn(reference.licenses, id)) report(field, `"${id}" is not in licenses.json`);
    }
  }
  tool.rivals?.forEach((rival, at) => {
    if (rival === tool.id) report(`rivals.${at}`, 'a tool is not its own rival');
    if (!ids.has(rival)) report(`rivals.${at}`, `"${rival}" is not a tool of the catalog`);
  });
  const { successor } = tool.facts.status;
  if (successor && !ids.has(successor) && !/[./]/.test(successor))
    report('facts.status.successor', `"${successor}" is neither a tool of the catalog nor a page id`);
}

function checkReview({ review, facts, elsewhere }: Tool, { reference, today }: CheckContext, report: Report) {
  if (review) {
    if (!review.version === !review.asOf)
      report('review', 'names either the version reviewed or the date (asOf)');
    if (review.date > today) report('review.date', `${review.date} is in the future`);
    const order = reference.reviewers.map(({ id }) => id);
    const seats = review.votes.map(({ reviewer }) => order.indexOf(reviewer));
    if (seats.some((seat, at) => at > 0 && seat <= seats[at - 1]!))
      report('review.votes', "each seat once, in the panel's order");
  }
  if (facts.version?.released && facts.version.released > today)
    report('facts.version.released', 'is in the future');
  if ((facts.entryPrice.amount === undefined) !== (facts.entryPrice.currency === undefined))
    report('facts.entryPrice', 'amount and currency go together');
  elsewhere?.forEach(({ ship, of }, at) => {
    if (ship > of) report(`elsewhere.${at}`, `${ship} of ${of} is more than all`);
  });
}
