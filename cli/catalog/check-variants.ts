import { normalizePageId } from '../../catalog/page-id.ts';
import { artifactOf } from '../../catalog/artifacts.ts';
import { variantOf } from '../../catalog/on-page.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { variantProblem } from '../../catalog/variant-rules.ts';
import type { Report } from './check-citations.ts';

type Context = {
  licenses: Readonly<Record<string, unknown>>;
  isSpdx(expression: string): boolean;
};

/** The rules for a tool's variants, and for the licenses of code, weights and data of a tool and its variants. */
export function checkVariants(tool: Tool, context: Context, report: Report): void {
  const problem = variantProblem(tool);
  if (problem) report('variants', problem);
  checkLicenses('facts.license', tool.facts.license, context, report);
  for (const [at, { facts, verdict }] of (tool.variants ?? []).entries()) {
    const field = `variants.${at}`;
    if (facts.license) {
      checkLicense(`${field}.facts.license`, facts.license.value, context, report);
      checkLicenses(`${field}.facts.license`, facts.license, context, report);
    }
    if (verdict === 'family' && !tool.review?.subject)
      report('review.subject', 'is missing; variants show the verdict as the family’s, so it says whose');
  }
  const alone = tool.variants?.length ? tool.pages.filter((page) => isAlone(tool, page)) : [];
  for (const page of alone) report('variants', `${page} is a model’s page and in no variant`);
}

function checkLicenses(
  field: string,
  { of = {} }: Tool['facts']['license'],
  context: Context,
  report: Report,
): void {
  for (const [artifact, license] of Object.entries(of))
    if (license !== undefined) checkLicense(`${field}.of.${artifact}`, license, context, report);
}

function checkLicense(field: string, license: string, { licenses, isSpdx }: Context, report: Report): void {
  if (license === 'unknown') return;
  if (!isSpdx(license)) report(field, `"${license}" is not an SPDX expression`);
  for (const id of license.split(/ (?:OR|AND) /))
    if (!Object.hasOwn(licenses, id)) report(field, `"${id}" is not in licenses.json`);
}

function isAlone(tool: Tool, page: string): boolean {
  const here = normalizePageId(page);
  return tool.kind === 'model' && artifactOf(here) === 'weights' && !variantOf(tool, here);
}
