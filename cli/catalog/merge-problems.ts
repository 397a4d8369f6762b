import { assertDerivable } from '../../catalog/derivations.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { mergeCatalog } from '../../catalog/merge.ts';
import { readTool } from '../../catalog/read-catalog.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';

/** A tool and the name under which its problems are reported. */
type Named = { file: string; tool: Tool };

/** What a reader would leave out of these tools or refuse, each in a sentence: they are merged as readers merge them, and everything is derived from them that the extension ever derives. */
export async function mergeProblems(reference: Reference, tools: Iterable<Named>): Promise<string[]> {
  const problems: string[] = [];
  const files = new Map<string, string>();
  function* asRead(): Generator<Tool[]> {
    for (const { file, tool } of tools) {
      const read = readTool(tool);
      files.set(tool.id, file);
      if (typeof read === 'string') problems.push(`${file}: ${read}`);
      else yield [read];
    }
  }
  try {
    const layer = { feed: 'checked', tables: reference, tools: asRead() };
    const { leftOut } = await mergeCatalog([layer], assertDerivable);
    return [
      ...problems,
      ...(files.size === 0 ? ['Readers refuse a catalog without any tool.'] : []),
      ...leftOut.map(({ id, reason }) => `${files.get(id) ?? id}: readers leave it out: ${reason}`),
    ];
  } catch (error) {
    if (error instanceof FeedError) return [...problems, `Readers refuse this catalog. ${error.message}`];
    throw error;
  }
}
