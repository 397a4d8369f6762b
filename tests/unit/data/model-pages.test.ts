import { describe, expect, it } from 'vitest';
import { artifactOf, licensesOf, mainArtifact } from '../../../catalog/artifacts.ts';
import { badgeFindings } from '../../../catalog/page-findings.ts';
import { factViews } from '../../../catalog/fact-views.ts';
import { licenseTerms } from '../../../catalog/license.ts';
import { onPage, variantOf } from '../../../catalog/on-page.ts';
import { normalizePageId } from '../../../catalog/page-id.ts';
import { recordOfPage } from '../../../catalog/record-of-page.ts';
import { saidOnPage } from '../../../catalog/said-on-page.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { variantFacts } from '../../../catalog/variant-facts.ts';
import { readReference, readTools } from '../../../cli/read-data.ts';
import { kindOf, sites } from '../../../sites/index.ts';

const reference = readReference();
const tools = readTools();
const pagesOf = ({ pages, formerPages = [] }: Tool) => [...pages, ...formerPages].map(normalizePageId);
const modelPages = tools.flatMap((tool) =>
  pagesOf(tool)
    .filter((page) => artifactOf(page) === 'weights')
    .map((page) => ({ tool, page })),
);

describe('every page of a model in the catalog', () => {
  it('is there, and no other page counts as one', () => {
    expect(modelPages.length).toBeGreaterThan(250);
    for (const tool of tools)
      for (const page of pagesOf(tool)) {
        const isModel = kindOf(page) === 'model' && page.split('/').length > 2;
        expect([page, artifactOf(page) === 'weights']).toEqual([
          page,
          isModel || /^kaggle.*\/models\//.test(page),
        ]);
      }
    expect(sites.length).toBeGreaterThan(20);
  });
  it('shows the license of its variant, or none', () => {
    for (const { tool, page } of modelPages) {
      const variant = variantOf(tool, page);
      const stated = variant && variantFacts(tool, variant).license;
      const only = !variant && onPage(tool, page).variant === undefined ? tool.facts.license : undefined;
      const license = stated ?? only;
      const value = license?.of?.weights ?? license?.value;
      const expected = value === undefined || value === 'unknown' ? null : value;
      const label = value === undefined ? '' : licenseTerms(value, reference.licenses).label;
      const facts = saidOnPage(tool, page, reference);
      const record = recordOfPage(tool, page, reference);
      const shown = factViews(onPage(tool, page), reference).find(({ key }) => key === 'license')!;
      expect([page, facts.license.weights]).toEqual([page, expected]);
      expect([page, record.license]).toEqual([page, label]);
      if (value === undefined) expect([page, shown.text]).toEqual([page, 'See its page']);
      else expect(shown.text.startsWith(label === 'unknown' ? 'Unknown' : label), page).toBe(true);
    }
  });
  it('shows no verdict, version or status but its own, or says whose the verdict is', () => {
    for (const { tool, page } of modelPages) {
      const variant = variantOf(tool, page);
      const facts = saidOnPage(tool, page, reference);
      const record = recordOfPage(tool, page, reference);
      if (!variant && !onPage(tool, page).variant) continue;
      const known = variant ? variantFacts(tool, variant) : {};
      expect([page, facts.latest]).toEqual([page, versionIn(known)]);
      expect([page, facts.status]).toEqual([page, known.status?.value ?? 'unknown']);
      const whose = variant?.verdict ?? 'family';
      expect([page, facts.verdict.whose]).toEqual([page, facts.verdict.word && whose]);
      expect([page, Boolean(record.whose)]).toEqual([page, whose === 'family' && Boolean(tool.review)]);
      if (record.whose) expect([page, record.outdated]).toEqual([page, false]);
      expect(
        badgeFindings(record, { version: 'v99.9.9' }).filter(
          ({ kind }) => kind === 'version' && record.whose,
        ),
      ).toEqual([]);
    }
  });
});

it('no page of code shows the license of a model or of a service', () => {
  for (const tool of tools)
    for (const page of pagesOf(tool)) {
      if (artifactOf(page) !== 'code') continue;
      const here = onPage(tool, page);
      const { code, weights } = licensesOf(here, here.artifact ?? mainArtifact(here));
      if (variantOf(tool, page)) continue;
      expect([page, code?.includes('Proprietary') && tool.kind === 'service']).toEqual([
        page,
        code === undefined ? undefined : false,
      ]);
      if (tool.kind === 'model' && pagesOf(tool).filter((each) => artifactOf(each) === 'weights').length > 1)
        expect([page, weights]).toEqual([page, undefined]);
    }
});

function versionIn({ version }: Partial<Tool['facts']>): string | null {
  return version && version.value !== 'unknown' ? version.value : null;
}
