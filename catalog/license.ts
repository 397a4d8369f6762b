import type { Licenses } from './reference.ts';
import type { Tool } from './tool-schema.ts';

export type CommercialUse = 'yes' | 'conditions' | 'no' | 'unknown';
export type LicenseKind = Licenses[string]['kind'] | 'unknown';
export type LicenseTerms = { label: string; commercialUse: CommercialUse; plain: string };

const strictness: CommercialUse[] = ['yes', 'conditions', 'no'];
const freedom: LicenseKind[] = ['open source', 'source available', 'custom', 'proprietary'];

/**
 * What an SPDX expression allows, by the table in `data/licenses.json`: of alternatives (OR) the most generous,
 * of parts that bind together (AND) the strictest. Brackets, `WITH` and ids outside the table read as unknown.
 */
export function licenseTerms(expression: string, licenses: Licenses): LicenseTerms {
  const ids = expression.split(/ (?:OR|AND) /);
  const known = ids.flatMap((id) => (Object.hasOwn(licenses, id) ? [licenses[id]!] : []));
  return {
    label: ids.reduce((label, id) => label.replace(id, nameOf(id, licenses)), expression),
    commercialUse: expression === 'unknown' ? 'unknown' : commercialUse(expression, licenses),
    plain: known.map(({ plain }) => plain).join(' '),
  };
}

/** The class of an SPDX expression: of alternatives (OR) the freest, of parts that bind together (AND) the least free. */
export function licenseKind(expression: string, licenses: Licenses): LicenseKind {
  const ranks = expression.split(' OR ').map((alternative) => {
    const parts = alternative.split(' AND ').map((id) => freedom.indexOf(licenses[id]?.kind ?? 'unknown'));
    return parts.includes(-1) ? freedom.length : Math.max(...parts);
  });
  return freedom[Math.min(...ranks)] ?? 'unknown';
}

/** Whether the tool may be used commercially: its own fact where it has one, else what its license allows. */
export function commercialUseOf(tool: Tool, licenses: Licenses): CommercialUse {
  return tool.facts.commercialUse?.value ?? licenseTerms(tool.facts.license.value, licenses).commercialUse;
}

/** How much a license asks of a business: 0 nothing special, 1 conditions, 2 forbidden; undefined if unknown. */
export function restrictiveness(permission: CommercialUse): number | undefined {
  const index = strictness.indexOf(permission);
  return index < 0 ? undefined : index;
}

function commercialUse(expression: string, licenses: Licenses): CommercialUse {
  const alternatives = expression
    .split(' OR ')
    .map((alternative) => alternative.split(' AND ').map((id) => licenses[id]?.commercialUse ?? 'unknown'));
  const strictest = alternatives.map((parts) => pick(parts, Math.max));
  return pick(strictest, Math.min);
}

function pick(permissions: CommercialUse[], choose: (...ranks: number[]) => number): CommercialUse {
  const ranks = permissions.map(restrictiveness);
  if (ranks.some((rank) => rank === undefined)) return 'unknown';
  return strictness[choose(...(ranks as number[]))]!;
}

function nameOf(id: string, licenses: Licenses): string {
  return id.startsWith('LicenseRef-') ? (licenses[id]?.name ?? id.slice('LicenseRef-'.length)) : id;
}
