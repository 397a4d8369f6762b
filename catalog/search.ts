import uFuzzy from '@leeoniya/ufuzzy';
import { isOver } from './status.ts';
import { jobsOf, type ToolSummary } from './tool-summary.ts';

// One typo in each word is allowed, so that "axolotol" finds Axolotl.
const fuzzy = new uFuzzy({ intraMode: 1 });

// Each letter that may be a typo lengthens the pattern by a whole word, so a pasted page would freeze the search.
const maxLetters = 100;

// Cached for each list, since every key press searches it again.
const haystacks = new WeakMap<readonly ToolSummary[], string[]>();

/**
 * Tools whose name, maker, id, one of whose jobs or variants matches the words, best first: what is called just that, and last what is
 * over; all tools in their order if there are no words.
 */
export function searchTools(
  words: string,
  tools: readonly ToolSummary[],
  jobName: (job: string) => string,
): readonly ToolSummary[] {
  if (!words.trim()) return tools;
  const haystack = haystackOf(tools, jobName);
  const [found, , order] = fuzzy.search(haystack, words.slice(0, maxLetters), 1);
  if (!found) return [];
  const matches = (order ? order.map((at) => found[at]!) : found).map((at) => tools[at]!);
  const called = words.trim().toLowerCase();
  const rank = ({ id, name, status }: ToolSummary) =>
    id === called || name.toLowerCase() === called ? 0 : isOver(status) ? 2 : 1;
  return [0, 1, 2].flatMap((each) => matches.filter((tool) => rank(tool) === each));
}

function haystackOf(tools: readonly ToolSummary[], jobName: (job: string) => string): string[] {
  const haystack =
    haystacks.get(tools) ??
    tools.map((tool) => {
      const { id, name, maker, variants = [] } = tool;
      return [name, maker, id, ...jobsOf(tool).map(jobName), ...variants].join(' ');
    });
  haystacks.set(tools, haystack);
  return haystack;
}
