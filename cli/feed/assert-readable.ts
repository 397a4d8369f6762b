import { maxTools } from '../../catalog/feed/limits.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { mergeProblems } from '../catalog/merge-problems.ts';
import { CliError } from '../cli-error.ts';

const maxReported = 10;

/** Throws a CliError if readers would leave a tool out of a feed, or refuse it, once they merge it. */
export async function assertReadable(
  reference: Reference,
  tools: Iterable<Tool>,
  count: number,
): Promise<void> {
  // More than a reader may hold is refused before it merges anything, and would not fit in memory here.
  if (count > maxTools) return;
  const named = Iterator.from(tools).map((tool) => ({ file: `tool ${tool.id}`, tool }));
  const problems = await mergeProblems(reference, named);
  if (problems.length) throw new CliError(problems.slice(0, maxReported).join('\n'));
}
