import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { readableTool, type Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';

type Judged = Pick<Tool, 'name' | 'review'>;
/** One tool's file before and after one commit; `date` is the committer's, ISO 8601. */
export type Step = { date: string; before?: Judged; after?: Judged };

const noBlob = /^0+$/;
const judged = z.object({ name: readableTool.shape.name, review: readableTool.shape.review });

/** Every change of every file under `data/tools/`, oldest first. Stops with a sentence where there is no history. */
export async function toolHistory(repository: string): Promise<Step[]> {
  const history = await git(
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
  const tools = await readBlobs([...new Set(changes.map(({ blob }) => blob))], repository);
  const last = new Map<string, Judged | undefined>();
  return changes
    .filter(({ blob }) => noBlob.test(blob) || tools.has(blob))
    .map(({ date, blob, file }) => {
      const [before, after] = [last.get(file), tools.get(blob)];
      last.set(file, after);
      return { date, ...(before && { before }), ...(after && { after }) };
    });
}

// One process reads all old files; one that today's schema cannot read is passed over, as if it had not been written.
async function readBlobs(ids: readonly string[], repository: string): Promise<Map<string, Judged>> {
  const wanted = ids.filter((id) => !noBlob.test(id));
  const output = await git(['cat-file', '--batch=%(objectname)'], repository, `${wanted.join('\n')}\n`);
  const tools = new Map<string, Judged>();
  for (const part of output.split(/^(?=[0-9a-f]{40}$)/m)) {
    const [id = '', ...lines] = part.split('\n');
    const read = judged.safeParse(parsed(lines.join('\n')));
    if (read.success) tools.set(id, read.data);
  }
  return tools;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function git(args: string[], repository: string, input = ''): Promise<string> {
  const child = spawn('git', ['-C', repository, ...args]);
  // Where git refuses at once it does not read; its own complaint says more than the broken pipe.
  child.stdin.on('error', () => undefined).end(input);
  const [output, complaint, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new CliError(`log: needs the project's git history: ${complaint.trim()}`);
  return output;
}
