import { authoredTool } from '../../catalog/tool-schema.ts';
import { readReference } from '../read-data.ts';
import { syntheticTool } from '../synthetic-tools.ts';
import type { ToolSource } from './tool-source.ts';

/** As many made-up tools as wanted; the first `changed` of them are in that edition, the others in the first. */
export function syntheticSource(count: number, changed = 0, edition = 0): ToolSource {
  const reference = readReference();
  const jobs = Object.keys(reference.jobs);
  return {
    feed: { id: 'synthetic', name: 'Synthetic' },
    reference,
    count,
    *tools() {
      for (let number = 0; number < count; number += 1) {
        const tool = syntheticTool(number, jobs, number < changed ? edition : 0);
        yield { file: tool.id, tool: authoredTool.parse(tool) };
      }
    },
  };
}
