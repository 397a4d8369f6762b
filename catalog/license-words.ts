import { licensesOf, mainArtifact, type Artifact } from './artifacts.ts';
import { licenseTerms } from './license.ts';
import type { OnPage } from './on-page.ts';
import type { Licenses } from './reference.ts';
import { capital } from './capital.ts';
import { variantFacts } from './variant-facts.ts';
import { isolated } from './whose.ts';

const maxNamed = 3;

/** A tool's license in words; what else it is made of is under other ones only where they differ, `note` names those. */
export function licenseWords(tool: OnPage, licenses: Licenses): { text: string; note?: string } {
  const main = tool.artifact ?? mainArtifact(tool);
  const all = Object.entries(licensesOf(tool, main)) as [Artifact, string][];
  const value = tool.facts.license.value;
  const others = all.filter(([artifact, each]) => artifact !== main && each !== value);
  const label = (each: string) => licenseTerms(each, licenses).label;
  const note = [
    ...others.map(([artifact, each]) => `${capital(artifact)}: ${label(each)}.`),
    ...differing(tool, label),
  ].join(' ');
  return { text: others.length > 0 ? `${label(value)} (${main})` : label(value), ...(note && { note }) };
}

/** Which models of a family have another license than the family; nothing on a page, which speaks of its own. */
function differing(tool: OnPage, label: (license: string) => string): string[] {
  if (tool.page !== undefined) return [];
  const others = (tool.variants ?? []).flatMap((variant) => {
    const { license } = variantFacts(tool, variant);
    return license && license.value !== tool.facts.license.value ? [{ variant, license }] : [];
  });
  if (others.length === 0) return [];
  const named = others
    .slice(0, maxNamed)
    .map(({ variant, license }) => `${isolated(variant.name)} (${label(license.value)})`);
  const more = others.length > maxNamed ? ` and ${others.length - maxNamed} more` : '';
  return [`Models differ: ${named.join(', ')}${more}.`];
}
