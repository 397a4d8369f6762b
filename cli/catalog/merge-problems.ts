import { setImmediate } from 'node:timers/promises';
import { assertDerivable } from '../../catalog/derivations.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { mergeCatalog } from '../../catalog/merge.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';

/** A tool and the name under which its problems are reported. */
type Named = { file: string; tool: Tool };

/** What a reader would leave out of these tools or refuse, each in a sentence: they are merged as readers merge them, and everything is derived from them that the extension ever derives. */
export async function mergeProblems(reference: Reference, named: Iterable<Named>): Promise<string[]> {
  const files = new Map<string, string>();
  async function* tools(): AsyncGenerator<Tool[]> {
    for (const { file, tool } of named) {
      files.set(tool.id, file);
      yield [tool];
      // Ctrl-C is heard only between two turns of the event loop.
      if (files.size % 20 === 0) await setImmediate();
    }
  }
  try {
    const layer = { feed: 'checked', tables: reference, tools: tools() };
    const { leftOut } = await mergeCatalog([layer], assertDerivable);
    if (files.size === 0) return ['Readers refuse a catalog without any tool.'];
    return leftOut.map(({ id, reason }) => `${files.get(id) ?? id}: readers leave it out: ${reason}`);
  } catch (error) {
    if (error instanceof FeedError) return [`Readers refuse this catalog. ${error.message}`];
    throw error;
  }
}
