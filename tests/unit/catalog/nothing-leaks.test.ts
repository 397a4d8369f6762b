import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aboveVerdict, chips, reasonOnCard, reviewedOnCard } from '../../../badge/card-words.ts';
import { accessibleName } from '../../../badge/labels.ts';
import { comparison } from '../../../catalog/comparison.ts';
import { comparisonSummary } from '../../../catalog/comparison-summary.ts';
import { claims, elsewhere } from '../../../catalog/claims.ts';
import { factViews, sourceViews } from '../../../catalog/fact-views.ts';
import { headlineOf } from '../../../catalog/headline.ts';
import { comparisonMarkdown, toolMarkdown } from '../../../catalog/markdown.ts';
import { onPage } from '../../../catalog/on-page.ts';
import { recordOfPage } from '../../../catalog/record-of-page.ts';
import { saidOnPage } from '../../../catalog/said-on-page.ts';
import type { FactKey, Tool, Variant } from '../../../catalog/tool-schema.ts';
import { reference, tool } from '../../builders/tool.ts';

const checked = '2026-11-20';
const cited = (key: string) => ({ source: key.toLowerCase(), checked });
// Each fact of the family holds a text that no other text contains.
const facts: Tool['facts'] = {
  status: { value: 'archived', note: 'only-status', ...cited('status') },
  version: { value: 'only-version', ...cited('version') },
  license: { value: 'LicenseRef-only-license', note: 'only-license', ...cited('license') },
  entryPrice: { value: 'paid', amount: 19, currency: 'USD', unit: 'only-entryprice', ...cited('entryPrice') },
  commercialUse: { value: 'no', note: 'only-commercialuse', ...cited('commercialUse') },
  selfHost: { value: 'yes', note: 'only-selfhost', ...cited('selfHost') },
  weights: { value: 'gated', note: 'only-weights', ...cited('weights') },
  size: { value: 'only-size', ...cited('size') },
  runsOn: { value: ['only-runson'], ...cited('runsOn') },
  dataGoes: { value: 'only-datagoes', ...cited('dataGoes') },
  endsOn: { value: '2031-07-09', at: 'only-endson', ...cited('endsOn') },
  stars: { value: 700_123, ...cited('stars') },
  downloads: { value: 800_456, ...cited('downloads') },
};
const keys = Object.keys(facts) as FactKey[];
const traces = (key: FactKey) => [
  `only-${key.toLowerCase()}`,
  `source-of-${key.toLowerCase()}`,
  ...(key === 'stars' ? ['700,123', '700123'] : []),
  ...(key === 'downloads' ? ['800,456', '800456'] : []),
];
const source = (title: string) => ({ url: `https://example.com/${title}`, title, seen: '2026-08-01' });
const pages = [
  'pkg:huggingface/a/one',
  'pkg:huggingface/a/two',
  'ollama.com/library/one',
  'pkg:github/a/code',
  'pkg:github/a/more',
  'huggingface.co/spaces/a/demo',
  'docs.a.example',
];
const family = (kind: Tool['kind'], variants: Variant[]): Tool =>
  tool('a', 'sssk', {
    ...{ kind, pages, variants, facts },
    claims: [{ text: 'only-claims', by: 'project', ...cited('claims') }],
    community: { ship: 61, of: 4321 },
    elsewhere: [{ panel: 'only-elsewhere', ship: 1, of: 2, source: 'claims' }],
    sources: {
      readme: source('of-reviews'),
      claims: source('source-of-claims'),
      ...Object.fromEntries(keys.map((key) => [key.toLowerCase(), source(`source-of-${key.toLowerCase()}`)])),
    },
  });

const anyVariant = fc.record({
  page: fc.constantFrom(...pages),
  verdict: fc.constantFrom('own', 'family', 'none'),
  shares: fc.option(fc.subarray(keys), { nil: undefined }),
  stated: fc.subarray(keys),
});
const own: Tool['facts'] = {
  ...{ status: { value: 'active', checked }, license: { value: 'MIT', checked } },
  ...{ entryPrice: { value: 'free', checked }, version: { value: '2', checked } },
  ...{ commercialUse: { value: 'yes', checked }, selfHost: { value: 'no', checked } },
  ...{ weights: { value: 'open', checked }, size: { value: '7B', checked } },
  ...{ runsOn: { value: ['CPU'], checked }, dataGoes: { value: 'nowhere', checked } },
  ...{ endsOn: { value: '2030-01-01', checked }, stars: { value: 1, checked } },
  ...{ downloads: { value: 2, checked } },
};

function everythingSaid(of: Tool, page: string): string {
  const from = undefined;
  const here = { ...onPage({ ...of, from }, page) };
  const other = { ...tool('other', 'ssk'), from };
  const record = recordOfPage(of, page, reference);
  return JSON.stringify([
    record,
    aboveVerdict({ record }, []),
    [chips, reasonOnCard, reviewedOnCard].map((words) => words({ record })),
    accessibleName({ record }, []),
    headlineOf({ ...of, from }, reference, page, { version: '99.1', license: 'AGPL-3.0 license' }),
    factViews(here, reference),
    claims(here),
    elsewhere(here),
    sourceViews(here, Object.keys(here.sources)),
    toolMarkdown(here, reference),
    comparison(here, other, reference),
    comparison(other, here, reference),
    comparisonSummary(here, other, reference),
    comparisonMarkdown(here, other, reference),
    saidOnPage(of, page, reference, '99.1'),
  ]).toLowerCase();
}

it('nothing of a family is said on the page of a variant that does not share it', () => {
  fc.assert(
    fc.property(anyVariant, fc.constantFrom<Tool['kind']>('model', 'library'), (some, kind) => {
      const { page, verdict, shares, stated } = some;
      const known = Object.fromEntries(stated.map((key) => [key, own[key]])) as Variant['facts'];
      const variant: Variant = {
        name: 'One',
        pages: [page],
        verdict,
        facts: known,
        ...(shares && { shares }),
      };
      const facts = everythingSaid(family(kind, [variant]), page);
      const shared = shares ?? (verdict === 'own' ? keys : []);
      for (const key of keys) {
        if (shared.includes(key) && !stated.includes(key)) continue;
        for (const trace of traces(key)) expect(facts).not.toContain(trace);
      }
      if (verdict === 'own') return;
      for (const trace of ['only-claims', 'only-elsewhere', '4321']) expect(facts).not.toContain(trace);
      if (verdict === 'none') expect(facts).not.toContain('of-reviews');
      else expect(facts).toContain('for a, not this one');
    }),
    { numRuns: 300 },
  );
});

it('what a page shares is said there', () => {
  const variant: Variant = { name: 'One', pages: [pages[0]!], verdict: 'family', shares: keys, facts: {} };
  const facts = everythingSaid(family('model', [variant]), pages[0]!);
  for (const key of keys)
    expect(facts).toContain(
      traces(key)[0] === 'only-stars' ? '700,123' : key === 'downloads' ? '800,456' : traces(key)[0]!,
    );
});

it.each(['pkg:huggingface/a/one', 'ollama.com/library/one', 'huggingface.co/spaces/a/demo'])(
  'nothing of a family or a library is said on %s, which no variant has',
  (page) => {
    for (const kind of ['model', 'library'] as const) {
      const facts = everythingSaid(family(kind, []), page);
      for (const key of keys) for (const trace of traces(key)) expect(facts).not.toContain(trace);
    }
  },
);
