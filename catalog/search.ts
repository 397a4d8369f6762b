import uFuzzy from '@leeoniya/ufuzzy';
import type { ToolSummary } from './tool-summary.ts';

// One typo a word is forgiven, so that "axolotol" finds Axolotl.
const fuzzy = new uFuzzy({ intraMode: 1 });

// Made once for a list, since each letter typed searches it again.
const haystacks = new WeakMap<readonly ToolSummary[], string[]>();

/** Tools whose name, maker, id or job answers to the words, best first; all of them, in their order, for no words. */
export function searchTools(
  words: string,
  tools: readonly ToolSummary[],
  jobName: (job: string) => string,
): readonly ToolSummary[] {
  if (!words.trim()) return tools;
  const haystack = haystackOf(tools, jobName);
  const [found, , order] = fuzzy.search(haystack, words, 1);
  if (!found) return [];
  return (order ? order.map((at) => found[at]!) : found).map((at) => tools[at]!);
}

function haystackOf(tools: readonly ToolSummary[], jobName: (job: string) => string): string[] {
  const made =
    haystacks.get(tools) ?? tools.map(({ id, name, maker, job }) => `${name} ${maker} ${id} ${jobName(job)}`);
  haystacks.set(tools, made);
  return made;
}
