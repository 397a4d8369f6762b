import { artifactOf, isApart, mainArtifact, type Artifact } from './artifacts.ts';
import { onlyCited } from './cited-sources.ts';
import { codeLicense } from './code-license.ts';
import { notOfThisCode } from './other-code.ts';
import { normalizePageId } from './page-id.ts';
import type { FactKey, Tool, Variant } from './tool-schema.ts';
import { variantFacts, withUnknown } from './variant-facts.ts';

type Facts = Tool['facts'];

/** Whose page it is (without a name where the entry says nothing of just this page), and whose verdict is shown there. */
export type VariantHere = { name?: string; verdict: Variant['verdict']; family: string };

/**
 * A tool as it is true of one of its pages. `withheld` are facts that are unknown here because only the family's are known, not
 * because nobody found them; `artifact` is what the one license is a license of.
 */
export type OnPage<T extends Tool = Tool> = T & {
  page?: string;
  variant?: VariantHere;
  withheld?: readonly FactKey[];
  artifact?: Artifact;
};

/**
 * An entry as it is true of one page, by its page id; the whole entry without a page. The only way from a tool to what is said
 * on a page, so that nothing of a family is said of one of its models.
 */
export function onPage<T extends Tool>(tool: OnPage<T>, page: string | undefined): OnPage<T> {
  if (page === undefined || tool.page !== undefined) return tool;
  const here = normalizePageId(page);
  const ofTool = known.get(tool) ?? new Map<string, OnPage>();
  known.set(tool, ofTool);
  const found = (ofTool.get(here) as OnPage<T> | undefined) ?? projected(tool, here);
  ofTool.set(here, found);
  return found;
}

// All that is said on a page begins with it.
const known = new WeakMap<Tool, Map<string, OnPage>>();

function projected<T extends Tool>(tool: T, here: string): OnPage<T> {
  const variant = variantOf(tool, here);
  if (variant) return ofVariant(tool, here, variant);
  if (isFamily(tool)) return isApart(here) ? ofUnnamed(tool, here) : ofFamily(tool, here);
  const isOther = isApart(here) && !(tool.kind === 'model' && artifactOf(here) === 'weights');
  if (isOther) return ofUnnamed(tool, here);
  const unknown = artifactOf(here) === 'code' ? notOfThisCode(tool, here) : [];
  const { facts, artifact } = ofArtifact(tool, here, without(tool.facts, unknown));
  return unknown.length > 0
    ? onlyKnown(tool, here, { facts, artifact })
    : { ...tool, page: here, facts: { ...tool.facts, ...facts }, artifact };
}

/** Whether something else is true of the page than of the whole tool. */
export function isApartFromTool({ variant, withheld }: OnPage): boolean {
  return Boolean(variant || withheld?.length);
}

/** The variant that has a page, by its normalized page id. */
export function variantOf({ variants }: Tool, page: string): Variant | undefined {
  return variants?.find(({ pages }) => pages.some((each) => normalizePageId(each) === page));
}

/** Whether what a tool states need not hold for each of its models: it has variants, or several pages with weights. */
function isFamily(tool: Tool): boolean {
  return tool.kind === 'model' && (Boolean(tool.variants?.length) || modelPages(tool).length > 1);
}

function modelPages({ pages, formerPages = [] }: Tool): string[] {
  const all = [...pages, ...formerPages].map(normalizePageId);
  return [...new Set(all)].filter((page) => artifactOf(page) === 'weights');
}

function ofVariant<T extends Tool>(tool: T, page: string, variant: Variant): OnPage<T> {
  const { name, verdict } = variant;
  const { facts, artifact } = ofArtifact(tool, page, variantFacts(tool, variant));
  const rivals = variant.rivals ?? (verdict === 'own' ? tool.rivals : []);
  const here = { ...tool, ...withUnknown(tool, facts), page, artifact, name, rivals };
  return apartFrom(tool, { ...here, variant: { name, verdict, family: tool.name } });
}

/** A page with something of its own of which the entry says nothing. */
function ofUnnamed<T extends Tool>(tool: T, page: string): OnPage<T> {
  const variant = { verdict: 'family', family: tool.name } as const;
  return apartFrom(tool, { ...tool, ...withUnknown(tool, {}), page, rivals: [], variant });
}

/** What a page of one model takes over of the family: all that is no fact only where the verdict is its own. */
function apartFrom<T extends Tool>(tool: T, here: OnPage<T> & { variant: VariantHere }): OnPage<T> {
  const { verdict } = here.variant;
  const review = verdict === 'none' ? undefined : tool.review;
  if (verdict === 'own') return { ...here, variants: undefined, sources: onlyCited(here, tool.sources) };
  const rest = {
    does: `Part of ${tool.name}`.slice(0, 140),
    ...{ bestFor: undefined, chooseIf: undefined, links: undefined },
    ...{ claims: undefined, community: undefined, elsewhere: undefined, licenseHistory: undefined },
    ...{ advisories: undefined, advisoriesAsOf: undefined, variants: undefined, review },
  };
  const found = { ...here, ...rest };
  return { ...found, sources: onlyCited(found, tool.sources) };
}

/** A page about a whole family: all but the license, which differs from model to model, unless it has only one or is the code's. */
function ofFamily<T extends Tool>(tool: T, page: string): OnPage<T> {
  const { license } = tool.facts;
  const others = without(tool.facts, ['license', 'commercialUse']);
  const value = codeLicense(tool, page);
  if (artifactOf(page) !== 'code' && hasOneLicense(tool)) return { ...tool, page };
  const { source, checked } = license;
  const code = value !== undefined && { license: { value, source, checked } };
  const rest = artifactOf(page) === 'code' ? without(others, notOfThisCode(tool, page)) : others;
  const facts = { ...rest, ...code };
  return onlyKnown(tool, page, { facts, artifact: code ? 'code' : mainArtifact(tool) });
}

function onlyKnown<T extends Tool>(
  tool: T,
  page: string,
  { facts, artifact }: { facts: Partial<Facts>; artifact: Artifact },
): OnPage<T> {
  const here = { ...tool, page, artifact, ...withUnknown(tool, facts) };
  return { ...here, sources: onlyCited(here, tool.sources) };
}

function without<F extends Partial<Facts>>(facts: F, keys: readonly FactKey[]): Partial<Facts> {
  const rest = Object.entries(facts).filter(([key]) => !keys.includes(key as FactKey));
  return Object.fromEntries(rest);
}

/** Whether every model of a family is a variant under the family's own license, so that it is true of the family as well. */
function hasOneLicense(tool: Tool): boolean {
  const { license, commercialUse } = tool.facts;
  if (license.of || / (AND|OR) /.test(license.value)) return false;
  const all = (tool.variants ?? []).map((variant) => variantFacts(tool, variant));
  return (
    modelPages(tool).every((page) => variantOf(tool, page)) &&
    all.every(({ license: own }) => own?.value === license.value && !own.of) &&
    all.every(({ commercialUse: use }) => !use || use.value === commercialUse?.value)
  );
}

/** Facts whose license is that of what can be had from a page; what another license allows is then left to that license. */
function ofArtifact<F extends Partial<Facts>>(
  tool: Tool,
  page: string,
  facts: F,
): { facts: F; artifact: Artifact } {
  const artifact = artifactOf(page) ?? mainArtifact(tool);
  const { license } = facts;
  const value = license?.of?.[artifact] ?? license?.value;
  if (!license || value === undefined || value === license.value) return { facts, artifact };
  const own = { ...facts, license: { ...license, value } };
  delete own.commercialUse;
  return { facts: own, artifact };
}
