import { normalizePageId } from '../../catalog/page-id.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { shareJob } from '../../catalog/tool-summary.ts';

type NamedTool = { file: string; tool: Tool };

/**
 * What is wrong with the jobs, rivals and successors of these tools; each problem is a line that names file and field. That a
 * rival is archived since is no problem, as no reader is offered it.
 */
export function rivalProblems(tools: readonly NamedTool[], { jobs }: Pick<Reference, 'jobs'>): string[] {
  const byId = new Map(tools.map(({ tool }) => [tool.id, tool]));
  const owners = new Map(tools.flatMap(({ tool }) => pagesOf(tool).map((page) => [page, tool.id])));
  return tools.flatMap(({ file, tool }) => {
    const problems: string[] = [];
    const report = (field: string, message: string) => problems.push(`${file}: ${field}: ${message}`);
    checkOtherJobs(tool, jobs, report);
    for (const [field, rivals] of rivalLists(tool)) {
      const seen = new Set<string>();
      rivals.forEach((id, at) => {
        const rival = byId.get(id);
        if (seen.has(id)) report(`${field}.${at}`, `"${id}" is there twice`);
        seen.add(id);
        // The tool's own list is checked with its other names.
        if (!rival && field !== 'rivals') report(`${field}.${at}`, `"${id}" is not a tool of the catalog`);
        if (rival && rival !== tool && !shareJob(rival, tool))
          report(`${field}.${at}`, `"${id}" shares no job with it; name one in otherJobs, or leave it out`);
      });
    }
    for (const [field, successor] of successorsOf(tool)) {
      const owner = owners.get(normalizePageId(successor));
      if (successor === tool.id || owner === tool.id) report(field, 'a tool is not its own successor');
      else if (owner) report(field, `${successor} is a page of "${owner}"; name that tool`);
    }
    return problems;
  });
}

function checkOtherJobs(
  { job, otherJobs = [] }: Tool,
  jobs: Record<string, unknown>,
  report: (field: string, message: string) => void,
) {
  otherJobs.forEach((other, at) => {
    if (!Object.hasOwn(jobs, other)) report(`otherJobs.${at}`, `"${other}" is not in jobs.json`);
    if (other === job) report(`otherJobs.${at}`, `"${other}" is its main job already`);
    if (otherJobs.indexOf(other) < at) report(`otherJobs.${at}`, `"${other}" is there twice`);
  });
}

function rivalLists({ rivals = [], variants = [] }: Tool): [field: string, rivals: string[]][] {
  return [
    ['rivals', rivals],
    ...variants.map((variant, at): [string, string[]] => [`variants.${at}.rivals`, variant.rivals ?? []]),
  ];
}

function successorsOf({ facts, variants = [] }: Tool): [field: string, successor: string][] {
  const all = [facts, ...variants.map((variant) => variant.facts)].map(({ status }) => status?.successor);
  return all.flatMap((successor, at): [string, string][] =>
    successor
      ? [[at === 0 ? 'facts.status.successor' : `variants.${at - 1}.facts.status.successor`, successor]]
      : [],
  );
}

function pagesOf({ pages, formerPages = [] }: Tool): string[] {
  return [...pages, ...formerPages].map(normalizePageId);
}
