import uFuzzy from '@leeoniya/ufuzzy';
import { isOver } from './status.ts';
import { jobsOf, type ToolSummary } from './tool-summary.ts';

// One typo in each word is allowed, so that "axolotol" finds Axolotl.
const fuzzy = new uFuzzy({ intraMode: 1 });

// Each letter that may be a typo lengthens the pattern by a whole word, so a pasted page would freeze the search.
const maxLetters = 100;

// Cached for each list, since every key press searches it again.
const haystacks = new WeakMap<readonly ToolSummary[], Haystacks>();

/** What is looked for first, and the names of variants, which are many and much alike. */
type Haystacks = { own: string[]; variants: string[] };

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
  const { own, variants } = haystacksOf(tools, jobName);
  const found = [...new Set([own, variants].flatMap((haystack) => find(words, haystack)))];
  const matches = found.map((at) => tools[at]!);
  const called = words.trim().toLowerCase();
  const rank = ({ id, name, status }: ToolSummary) =>
    id === called || name.toLowerCase() === called ? 0 : isOver(status) ? 2 : 1;
  return [0, 1, 2].flatMap((each) => matches.filter((tool) => rank(tool) === each));
}

/** Tools as they are shown before anything is typed: what is over last, else the best known first. */
export function popularFirst(tools: readonly ToolSummary[]): readonly ToolSummary[] {
  const rank = ({ status }: ToolSummary) => (isOver(status) ? 1 : 0);
  return tools.toSorted(
    (one, other) => rank(one) - rank(other) || (other.popularity ?? 0) - (one.popularity ?? 0),
  );
}

function find(words: string, haystack: string[]): number[] {
  const [found, , order] = fuzzy.search(haystack, words.slice(0, maxLetters), 1);
  if (!found) return [];
  return order ? order.map((at) => found[at]!) : [...found];
}

function haystacksOf(tools: readonly ToolSummary[], jobName: (job: string) => string): Haystacks {
  const known = haystacks.get(tools) ?? {
    own: tools.map((tool) => {
      const { id, name, maker } = tool;
      return `${name} ${maker} ${id} ${jobsOf(tool).map(jobName).join(' ')}`;
    }),
    variants: tools.map(({ name, maker, variants }) =>
      variants ? [name, maker, ...variants].join(' ') : '',
    ),
  };
  haystacks.set(tools, known);
  return known;
}
