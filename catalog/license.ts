import { mostPermissive, mostRestrictive, type CommercialUse } from './commercial-use.ts';
import { own } from './own.ts';
import type { Licenses } from './reference.ts';
import type { Tool } from './tool-schema.ts';

export type LicenseKind = Licenses[string]['kind'] | 'unknown';
export type LicenseTerms = { label: string; commercialUse: CommercialUse; plain: string };

const freedom: LicenseKind[] = ['open source', 'source available', 'custom', 'proprietary'];

/**
 * What an SPDX expression allows, by the table in `data/licenses.json`: the most permissive of alternatives (OR), the most
 * restrictive of terms that apply together (AND). Brackets, `WITH` and ids outside the table are unknown.
 */
export function licenseTerms(expression: string, licenses: Licenses): LicenseTerms {
  // Ids at even places, the operators between them at odd ones.
  const parts = expression.split(/( (?:OR|AND) )/);
  const known = parts.flatMap((part) => own(licenses, part) ?? []);
  return {
    label: parts.map((part, at) => (at % 2 ? part : nameOf(part, licenses))).join(''),
    commercialUse: expression === 'unknown' ? 'unknown' : commercialUse(expression, licenses),
    plain: known.map(({ plain }) => plain).join(' '),
  };
}

/** The kind of an SPDX expression: the freest of alternatives (OR), the least free of terms that apply together (AND). */
export function licenseKind(expression: string, licenses: Licenses): LicenseKind {
  const ranks = expression.split(' OR ').map((alternative) => {
    const parts = alternative
      .split(' AND ')
      .map((id) => freedom.indexOf(own(licenses, id)?.kind ?? 'unknown'));
    return parts.includes(-1) ? freedom.length : Math.max(...parts);
  });
  return freedom[Math.min(...ranks)] ?? 'unknown';
}

/** Whether the tool may be used commercially: its own fact if it has one, otherwise what its license allows. */
export function commercialUseOf(tool: Tool, licenses: Licenses): CommercialUse {
  return tool.facts.commercialUse?.value ?? licenseTerms(tool.facts.license.value, licenses).commercialUse;
}

/** How many notes go with a tool's license and with what it allows: exceptions, parts under other terms, how a source puts it. */
export function licenseNotes({ facts: { license, commercialUse } }: Pick<Tool, 'facts'>): number {
  const others = Object.values(license.of ?? {}).filter((each) => each !== license.value);
  return new Set([license.note, commercialUse?.note, ...others].filter(Boolean)).size;
}

/** The families of licenses, `agpl`, that a license fact mentions besides its value: for folders, for weights, or by another source. */
export function licenseFamilies({ note, disputed }: Tool['facts']['license']): string[] {
  const mentioned = [note, ...(disputed ?? []).map(({ value }) => value)].join(' ').toLowerCase();
  const names =
    mentioned.match(/\b(a?gpl|lgpl|gnu|apache|mit|bsd|mpl|cc|busl|elastic|epl|isc|sspl)\b/g) ?? [];
  return [...new Set(names.flatMap((name) => (name === 'gnu' ? ['agpl', 'gpl', 'lgpl'] : [name])))];
}

function commercialUse(expression: string, licenses: Licenses): CommercialUse {
  const alternatives = expression
    .split(' OR ')
    .map((alternative) =>
      alternative.split(' AND ').map((id) => own(licenses, id)?.commercialUse ?? 'unknown'),
    );
  return mostPermissive(alternatives.map(mostRestrictive));
}

function nameOf(id: string, licenses: Licenses): string {
  return id.startsWith('LicenseRef-') ? (own(licenses, id)?.name ?? id.slice('LicenseRef-'.length)) : id;
}
