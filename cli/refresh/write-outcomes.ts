import { fileURLToPath } from 'node:url';
import { writeFiles } from '../write-files.ts';
import { formatTool } from './format-tool.ts';
import type { Outcome } from './proposals.ts';
import { behind, inQueue } from './queue-state.ts';

/**
 * Writes the tools that changed, at most so many, those first that were written longest ago; each file whole or not at all. Gives
 * the ids written, and the queue of the tools for the next run.
 */
export async function writeOutcomes(
  data: URL,
  outcomes: readonly Outcome[],
  atMost: number,
  queue: readonly string[],
): Promise<{ ids: string[]; queue: string[] }> {
  const changed = new Map(
    outcomes.filter(({ before, after }) => before !== after).map((each) => [each.before.id, each]),
  );
  const ids = inQueue([...changed.keys()], queue).slice(0, atMost);
  for (const id of ids) {
    const { before, after } = changed.get(id)!;
    const path = fileURLToPath(new URL(`tools/${id}.json`, data));
    writeFiles([{ path, content: await formatTool(after, before) }]);
  }
  return { ids, queue: behind(queue, ids, [...queue, ...ids]) };
}
