import uFuzzy from '@leeoniya/ufuzzy';
import type { ToolSummary } from './tool-summary.ts';

// One typo in each word is allowed, so that "axolotol" finds Axolotl.
const fuzzy = new uFuzzy({ intraMode: 1 });

// Each letter that may be a typo lengthens the pattern by a whole word, so a pasted page would freeze the search.
const maxLetters = 100;

// Cached for each list, since every key press searches it again.
const haystacks = new WeakMap<readonly ToolSummary[], string[]>();

/** Tools whose name, maker, id or job matches the words, best first; all tools in their order if there are no words. */
export function searchTools(
  words: string,
  tools: readonly ToolSummary[],
  jobName: (job: string) => string,
): readonly ToolSummary[] {
  if (!words.trim()) return tools;
  const haystack = haystackOf(tools, jobName);
  const [found, , order] = fuzzy.search(haystack, words.slice(0, maxLetters), 1);
  if (!found) return [];
  return (order ? order.map((at) => found[at]!) : found).map((at) => tools[at]!);
}

function haystackOf(tools: readonly ToolSummary[], jobName: (job: string) => string): string[] {
  const haystack =
    haystacks.get(tools) ?? tools.map(({ id, name, maker, job }) => `${name} ${maker} ${id} ${jobName(job)}`);
  haystacks.set(tools, haystack);
  return haystack;
}
