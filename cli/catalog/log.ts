import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';
import * as z from 'zod/mini';
import { readableTool } from '../../catalog/tool-schema.ts';
import { verdictChange } from '../../catalog/verdict.ts';
import { CliError } from '../cli-error.ts';
import { root } from '../root.ts';
import { flag, toggle } from '../values.ts';
import { writeFiles } from '../write-files.ts';

const page = new URL('../../docs/verdict-changes.md', import.meta.url);

/** Every change of a verdict since the first commit, newest day first. */
export const log = defineCommand({
  meta: { name: 'log', description: 'Tells how verdicts changed, from the git history of the tools' },
  args: {
    repository: flag('dir', 'Clone to read, if not this one'),
    write: toggle('Write docs/verdict-changes.md instead of printing'),
  },
  run({ args }) {
    const days = Map.groupBy(verdictChanges(args.repository ?? root), ({ date }) => date);
    const sections = [...days]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([date, all]) => `\n## ${date}\n\n${all.map(({ text }) => `- ${text}\n`).join('')}`);
    const text = `# How verdicts changed\n\nMade from the history of \`data/tools/\` by \`npm run catalog -- log --write\`.\n${sections.join('')}`;
    if (args.write) writeFiles([{ path: fileURLToPath(page), content: text }]);
    else process.stdout.write(text);
  },
});

const reviewedTool = z.object({ name: readableTool.shape.name, review: readableTool.shape.review });
type ReviewedTool = z.infer<typeof reviewedTool>;

/** Every change of a verdict under `data/tools/`, oldest first, `date` that of the committer; throws a CliError where there is no git history. */
function verdictChanges(repository: string): { date: string; text: string }[] {
  const args = ['log', '--reverse', '--raw', '--no-abbrev', '--no-renames', '--format=@%cs'];
  const history = git([...args, '--', 'data/tools'], repository);
  const steps = [...history.matchAll(/^@(.*)|^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w\t(.*\.json)$/gm)];
  const tools = readBlobs(
    steps.flatMap(([, , blob]) => blob ?? []),
    repository,
  );
  const last = new Map<string, ReviewedTool | undefined>();
  let date = '';
  return steps.flatMap(([, day, blob = '', file = '']) => {
    if (day) date = day;
    if (day || (!noBlob.test(blob) && !tools.has(blob))) return [];
    const [before, after] = [last.get(file), tools.get(blob)];
    last.set(file, after);
    const change = verdictChange(before, after);
    return change ? [{ date, text: `${(after ?? before)!.name}: ${change}` }] : [];
  });
}

const noBlob = /^0+$/;

// One process reads all old files; one that today's schema cannot read is skipped, as if it had not been committed.
function readBlobs(ids: readonly string[], repository: string): Map<string, ReviewedTool> {
  const wanted = [...new Set(ids)].filter((id) => !noBlob.test(id));
  const output = git(['cat-file', '--batch=%(objectname)'], repository, `${wanted.join('\n')}\n`);
  const tools = new Map<string, ReviewedTool>();
  for (const part of output.split(/^(?=[0-9a-f]{40}$)/m)) {
    const read = reviewedTool.safeParse(parseJson(part.slice(40)));
    if (read.success) tools.set(part.slice(0, 40), read.data);
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
    const { stderr = '' } = error as { stderr?: string };
    throw new CliError(`log needs the project's git history: ${stderr.trim()}`);
  }
}
