import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import * as z from 'zod/mini';
import { readableTool, type Tool } from '../../catalog/tool-schema.ts';
import { verdictChange } from '../../catalog/verdict.ts';
import { CliError } from '../cli-error.ts';
import { root } from '../root.ts';
import { flag, toggle } from '../values.ts';

const page = new URL('../../docs/verdict-changes.md', import.meta.url);

/** Every change of a verdict since the first commit, newest day first. */
export const log = defineCommand({
  meta: { name: 'log', description: 'Tells how verdicts changed, from the git history of the tools' },
  args: {
    repository: flag('dir', 'Clone to read, if not this one'),
    write: toggle('Write docs/verdict-changes.md instead of printing'),
  },
  run({ args }) {
    const text = changesMarkdown(args.repository ?? root);
    if (args.write) writeFileSync(page, text);
    else process.stdout.write(text);
  },
});

function changesMarkdown(repository: string): string {
  const days = new Map<string, string[]>();
  for (const { date, before, after } of toolHistory(repository)) {
    const change = verdictChange(before, after);
    if (change) days.set(date, [...(days.get(date) ?? []), `${(after ?? before)!.name}: ${change}`]);
  }
  const sections = [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([date, changes]) => `\n## ${date}\n\n${changes.map((change) => `- ${change}\n`).join('')}`);
  return `# How verdicts changed\n\nMade from the history of \`data/tools/\` by \`npm run catalog -- log --write\`.\n${sections.join('')}`;
}

type ReviewedTool = Pick<Tool, 'name' | 'review'>;
/** One tool's file before and after one commit; `date` is the committer's, ISO 8601. */
type Step = { date: string; before?: ReviewedTool; after?: ReviewedTool };

const noBlob = /^0+$/;
const reviewedTool = z.object({ name: readableTool.shape.name, review: readableTool.shape.review });

/** Every change of every file under `data/tools/`, oldest first; throws a CliError where there is no git history. */
function toolHistory(repository: string): Step[] {
  const history = git(
    ['log', '--reverse', '--raw', '--no-abbrev', '--no-renames', '--format=@%cs', '--', 'data/tools'],
    repository,
  );
  const changes: { date: string; blob: string; file: string }[] = [];
  let date = '';
  for (const line of history.split('\n')) {
    if (line.startsWith('@')) date = line.slice(1);
    const [, blob, file] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w\t(.*\.json)$/.exec(line) ?? [];
    if (blob && file) changes.push({ date, blob, file });
  }
  const tools = readBlobs([...new Set(changes.map(({ blob }) => blob))], repository);
  const last = new Map<string, ReviewedTool | undefined>();
  return changes
    .filter(({ blob }) => noBlob.test(blob) || tools.has(blob))
    .map(({ date, blob, file }) => {
      const [before, after] = [last.get(file), tools.get(blob)];
      last.set(file, after);
      return { date, ...(before && { before }), ...(after && { after }) };
    });
}

// One process reads all old files; one that today's schema cannot read is skipped, as if it had not been committed.
function readBlobs(ids: readonly string[], repository: string): Map<string, ReviewedTool> {
  const wanted = ids.filter((id) => !noBlob.test(id));
  const output = git(['cat-file', '--batch=%(objectname)'], repository, `${wanted.join('\n')}\n`);
  const tools = new Map<string, ReviewedTool>();
  for (const part of output.split(/^(?=[0-9a-f]{40}$)/m)) {
    const [id = '', ...lines] = part.split('\n');
    const read = reviewedTool.safeParse(parseJson(lines.join('\n')));
    if (read.success) tools.set(id, read.data);
  }
  return tools;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function git(args: string[], repository: string, input?: string): string {
  try {
    const options = { encoding: 'utf8', input, maxBuffer: Infinity, stdio: 'pipe' } as const;
    return execFileSync('git', ['-C', repository, ...args], options);
  } catch (error) {
    throw new CliError(
      `log needs the project's git history: ${(error as { stderr?: string }).stderr?.trim()}`,
    );
  }
}
