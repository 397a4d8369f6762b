import { normalizePageId } from '../../catalog/page-id.ts';
import { onPage, variantOf } from '../../catalog/on-page.ts';
import { plainLicenses } from '../../catalog/parse-license-label.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import licenses from '../../data/licenses.json' with { type: 'json' };
import { shown } from './question.ts';
import type { Proposal, ReadFrom } from './source.ts';

/** A license as a source states it for one page: an SPDX expression, or its own word for one. */
export type Stated = { page: string; license: string; source: ReadFrom };

/** The question whether a page has another license than the catalog says; nothing where the two can be the same. Never written by itself. */
export function licenseProposal(tool: Tool, { page, license, source }: Stated): Proposal[] {
  const here = onPage(tool, page);
  const ours = here.facts.license.value;
  if (isSameLicense(ours, license)) return [];
  const variant = variantOf(tool, normalizePageId(page));
  const path = [...(variant ? ['variants', variant.name] : []), 'facts', 'license'];
  const value = knownId(license);
  // Where the license differs by artifact, or the page has nothing of its own yet, somebody has to say where it belongs.
  const hasPlace = variant
    ? !variant.facts.license?.of
    : here.variant === undefined && !tool.facts.license.of;
  const says = `${page} states ${shown(license)}, the catalog ${ours === 'unknown' ? 'nothing' : ours}`;
  const proposal = { tool: tool.id, path, source, kind: 'judgement' as const, list: 'Licenses', says };
  return [value !== undefined && hasPlace ? { ...proposal, is: { value } } : proposal];
}

/** Whether two words for a license can mean the same one: as SPDX expressions, or as names of a license of its own. */
function isSameLicense(ours: string, stated: string): boolean {
  const [a, b] = [ours, stated].map((license) => plainLicenses(license)?.toSorted().join());
  if (a !== undefined && b !== undefined) return a === b;
  const [ourName, theirName] = [bare(ours.replace(/LicenseRef-/g, '')), bare(stated)];
  if (ourName === theirName) return true;
  if (!ours.startsWith('LicenseRef-') || b !== undefined) return false;
  // npm's and Hugging Face's words for "read it yourself" (docs.npmjs.com/cli/v11/configuring-npm/package-json#license).
  if (/^(see license in .*|unlicensed|other|custom|proprietary)$/i.test(stated.trim())) return true;
  return ourName.includes(theirName) || theirName.includes(ourName);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/licen[cs]e|agreement|[^a-z\d]/g, '');
}

/** The id of the catalog's list of licenses, in its letter case; nothing for an expression of several. */
function knownId(license: string): string | undefined {
  const found = (id: string) => Object.keys(licenses).find((each) => each.toLowerCase() === id.toLowerCase());
  const [only, ...more] = plainLicenses(license) ?? [];
  return found(license.trim()) ?? (only && !more.length ? found(only) : undefined);
}
