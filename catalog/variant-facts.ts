import type { FactKey, Tool, Variant } from './tool-schema.ts';

type Facts = Tool['facts'];

/**
 * What is known of a variant: what it states, and what it shares of its family. A variant that was reviewed itself shares all
 * that it does not state, unless it lists what; the others share only what they list.
 */
export function variantFacts({ facts }: Tool, { facts: own, shares, verdict }: Variant): Partial<Facts> {
  const keys = shares ?? (verdict === 'own' ? Object.keys(facts) : []);
  // What a license allows is the license's, wherever that comes from.
  const apart = !shares && own.license ? ['commercialUse'] : [];
  const shared = Object.entries(facts).filter(([key]) => keys.includes(key) && !apart.includes(key));
  return { ...(Object.fromEntries(shared) as Partial<Facts>), ...own };
}

/** Facts in full, those that every tool states filled in as unknown where they are not among the known ones, and which those are. */
export function withUnknown({ facts }: Tool, known: Partial<Facts>): { facts: Facts; withheld: FactKey[] } {
  const { status, license, entryPrice } = facts;
  const unknown = {
    status: { value: 'unknown', checked: status.checked },
    license: { value: 'unknown', checked: license.checked },
    entryPrice: { value: 'unknown', checked: entryPrice.checked },
  } as const;
  const withheld = Object.keys(facts).filter((key) => !Object.hasOwn(known, key)) as FactKey[];
  return { facts: { ...unknown, ...known }, withheld };
}
