import { existsSync, readFileSync } from 'node:fs';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import { applied } from '../refresh/applied.ts';
import { formatTool } from '../refresh/format-tool.ts';
import type { Proposed } from './report.ts';

type Written = { files: Map<string, string>; written: Set<Proposed> };

/**
 * The files of tools as proposals would have them, those of the working copy changed, and the proposals that are in them. What
 * names no value, or would make no valid tool, is not written. `today` is the day of the report.
 */
export async function withProposals(proposals: readonly Proposed[], today: string): Promise<Written> {
  const files = new Map<string, string>();
  const written = new Set<Proposed>();
  for (const [id, all] of Map.groupBy(proposals, ({ tool }) => tool)) {
    const path = `data/tools/${id}.json`;
    // The name comes from a report; only a file of a tool is read.
    if (!/^[a-z\d-]+$/.test(id) || !existsSync(path)) continue;
    const before = JSON.parse(readFileSync(path, 'utf8')) as Tool;
    let after = before;
    for (const proposal of all) {
      const next = applied(after, proposal, today);
      if (next === after || !authoredTool.safeParse(next).success) continue;
      after = next;
      written.add(proposal);
    }
    if (after !== before) files.set(path, await formatTool(after, before));
  }
  return { files, written };
}
