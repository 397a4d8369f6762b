/** What a license or the maker's terms allow a business to do. */
export type CommercialUse = 'yes' | 'conditions' | 'no' | 'unknown';

const byRestrictiveness: CommercialUse[] = ['yes', 'conditions', 'no'];

/** Commercial use in words: "Yes", "Yes, with conditions", "No", "Unknown". */
export function commercialUseLabel(value: string): string {
  if (value === 'conditions') return 'Yes, with conditions';
  return value === 'unknown' ? 'Unknown' : value.charAt(0).toUpperCase() + value.slice(1);
}

/** How much is asked of a business: 0 nothing special, 1 conditions, 2 forbidden; undefined if unknown. */
export function restrictiveness(use: CommercialUse): number | undefined {
  const index = byRestrictiveness.indexOf(use);
  return index < 0 ? undefined : index;
}

/** What remains allowed where all terms apply together; unknown as soon as one of them is. */
export function mostRestrictive(uses: CommercialUse[]): CommercialUse {
  return pick(uses, Math.max);
}

/** What is allowed where people may choose among terms; unknown as soon as one of them is. */
export function mostPermissive(uses: CommercialUse[]): CommercialUse {
  return pick(uses, Math.min);
}

function pick(uses: CommercialUse[], choose: (...ranks: number[]) => number): CommercialUse {
  const ranks = uses.map(restrictiveness);
  if (ranks.some((rank) => rank === undefined)) return 'unknown';
  return byRestrictiveness[choose(...(ranks as number[]))]!;
}
