import type { ToolSummary } from '../../catalog/tool-summary.ts';

/** The id that a tool has now, from one it had; the same where no tool had it. */
export async function currentId(id: string, index: () => Promise<readonly ToolSummary[]>): Promise<string> {
  return (await index()).find(({ formerIds }) => formerIds?.includes(id))?.id ?? id;
}
