import { normalizePageId } from './page-id.ts';
import type { Tool } from './tool-schema.ts';

/**
 * The first rule that a tool's variants break, in words that follow the tool's name; nothing if none. Each page of theirs is one
 * of the tool's and in one variant only, names are told apart, and what is shared is there.
 */
export function variantProblem({
  variants = [],
  pages,
  formerPages = [],
  facts,
  review,
}: Tool): string | undefined {
  const own = new Set([...pages, ...formerPages].map(normalizePageId));
  const owners = new Map<string, string>();
  const names = new Set<string>();
  for (const { name, pages: listed, verdict, shares = [] } of variants) {
    const key = name.toLowerCase();
    if (names.has(key)) return `has two variants named ${name}`;
    names.add(key);
    for (const page of listed) {
      const here = normalizePageId(page);
      if (!own.has(here)) return `has a variant ${name} with ${page}, which is not among its pages`;
      const owner = owners.get(here);
      if (owner !== undefined) return `has ${page} in two variants, ${owner} and ${name}`;
      owners.set(here, name);
    }
    const missing = shares.find((each) => !Object.hasOwn(facts, each));
    if (missing !== undefined) return `has a variant ${name} that shares ${missing}, which it does not state`;
    if (verdict === 'own' && !review) return `has a variant ${name} with a verdict of its own, but no review`;
  }
  return undefined;
}
