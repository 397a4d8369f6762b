import type { Tool } from '../../catalog/tool-schema.ts';

type Cited = { source?: string | string[] | undefined; checked: string };

/**
 * The same tool with `checked` moved where it was earned: every source of the statement is a file that is still what it was, on the
 * day that the last of them was compared.
 */
export function earnedChecks(tool: Tool): Tool {
  const earned = <C extends Cited>(cited: C): C => {
    const sources = [cited.source ?? []].flat().map((key) => tool.sources[key]);
    const compared =
      sources.map((source) => (source?.changed ? '' : (source?.compared ?? ''))).sort()[0] ?? '';
    return compared > cited.checked ? { ...cited, checked: compared } : cited;
  };
  const facts = <F extends object>(all: F): F => {
    const entries = Object.entries(all) as [string, Cited | undefined][];
    return sameOr(all, Object.fromEntries(entries.map(([key, fact]) => [key, fact && earned(fact)])) as F);
  };
  const next = { ...tool, facts: facts(tool.facts) };
  if (tool.claims) next.claims = sameOr(tool.claims, tool.claims.map(earned));
  if (tool.variants)
    next.variants = sameOr(
      tool.variants,
      tool.variants.map((variant) => sameOr(variant, { ...variant, facts: facts(variant.facts) })),
    );
  return sameOr(tool, next);
}

/** What was there, if all its parts are. */
function sameOr<T extends object>(before: T, after: T): T {
  const isSame = Object.keys(after).every((key) => before[key as keyof T] === after[key as keyof T]);
  return isSame ? before : after;
}
