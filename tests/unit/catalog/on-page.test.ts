import { expect, it } from 'vitest';
import { onPage } from '../../../catalog/on-page.ts';
import type { Tool, Variant } from '../../../catalog/tool-schema.ts';

const checked = '2026-11-22';
const codestral: Variant = {
  name: 'Codestral 22B',
  pages: ['pkg:huggingface/mistralai/Codestral-22B-v0.1'],
  verdict: 'family',
  shares: ['entryPrice'],
  facts: { license: { value: 'LicenseRef-MNPL', source: 'mnpl', checked } },
};
const large: Variant = {
  name: 'Large 4',
  pages: ['pkg:huggingface/mistralai/Large-4'],
  verdict: 'own',
  facts: { license: { value: 'MIT', of: { code: 'Apache-2.0', weights: 'MIT' }, source: 'mit', checked } },
};
const source = { url: 'https://example.com/', title: 'A page', seen: '2026-08-01' };
const family: Tool = {
  id: 'mistral',
  name: 'Mistral models',
  maker: 'Mistral AI',
  job: 'model-family',
  kind: 'model',
  does: 'Language models.',
  pages: [
    'pkg:github/mistralai/mistral-inference',
    'docs.mistral.ai',
    'huggingface.co/spaces/mistralai/Demo',
    ...codestral.pages,
    ...large.pages,
    'pkg:huggingface/mistralai/Mistral-7B-v0.1',
  ],
  facts: {
    status: { value: 'active', source: 'readme', checked },
    license: { value: 'Apache-2.0', source: 'readme', checked },
    entryPrice: { value: 'open source', source: 'readme', checked },
    commercialUse: { value: 'yes', source: 'readme', checked },
    version: { value: '4', source: 'readme', checked },
  },
  variants: [codestral, large],
  review: {
    version: '4',
    subject: "Mistral's current models",
    date: checked,
    votes: [{ reviewer: 'builder', vote: 'ship', take: 'Good.', cites: ['take'] }],
  },
  claims: [{ text: 'Fast', by: 'project', source: 'readme', checked }],
  sources: {
    readme: { ...source, url: 'https://github.com/mistralai/mistral-inference/blob/main/README.md' },
    ...{ mnpl: source, mit: source, take: source, unused: source },
  },
};

it('says of a variant only what it states and shares', () => {
  const here = onPage(family, 'pkg:huggingface/mistralai/Codestral-22B-v0.1');
  expect(here.name).toBe('Codestral 22B');
  expect(here.variant).toEqual({ name: 'Codestral 22B', verdict: 'family', family: 'Mistral models' });
  expect(here.facts.license.value).toBe('LicenseRef-MNPL');
  expect(here.facts.entryPrice.value).toBe('open source');
  expect(here.facts.status.value).toBe('unknown');
  expect(here.facts).not.toHaveProperty('commercialUse');
  expect(here.facts).not.toHaveProperty('version');
  expect(here.withheld).toEqual(['status', 'commercialUse', 'version']);
  expect(here.claims).toBeUndefined();
  expect(here.review?.subject).toBe("Mistral's current models");
  expect(Object.keys(here.sources)).toEqual(['readme', 'mnpl', 'take']);
});

it('shares with a variant that was reviewed itself all but what its license allows', () => {
  const here = onPage(family, 'pkg:huggingface/MistralAI/large-4');
  expect(here.facts.version?.value).toBe('4');
  expect(here.facts.license.value).toBe('MIT');
  expect(here.facts).not.toHaveProperty('commercialUse');
  expect(here.claims).toHaveLength(1);
});

it.each(['pkg:huggingface/mistralai/mistral-7b-v0.1', 'huggingface.co/spaces/mistralai/demo'])(
  'says nothing of the family’s on %s, of which the entry says nothing',
  (page) => {
    const here = onPage(family, page);
    expect(here.variant).toEqual({ verdict: 'family', family: 'Mistral models' });
    expect(Object.values(here.facts).map(({ value }) => value)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(Object.keys(here.sources)).toEqual(['take']);
  },
);

it('says no license on a page about a family whose models have several', () => {
  for (const page of ['docs.mistral.ai', 'pkg:github/mistralai/mistral-inference']) {
    const { facts, withheld } = onPage(family, page);
    expect([facts.license.value, facts.commercialUse, facts.status.value]).toEqual([
      'unknown',
      undefined,
      'active',
    ]);
    expect(withheld).toEqual(['license', 'commercialUse']);
  }
});

it('says the code’s license at the repository whose license file is a source', () => {
  const url = 'https://github.com/mistralai/mistral-inference/blob/0123abc/LICENSE';
  const here = onPage(
    { ...family, sources: { ...family.sources, readme: { ...source, url } } },
    'pkg:github/mistralai/mistral-inference',
  );
  expect(here.facts.license.value).toBe('Apache-2.0');
  expect(here.artifact).toBe('code');
});

it('keeps the whole entry of a model with one page, and of a search', () => {
  expect(onPage(family, undefined)).toBe(family);
  const alone = { ...family, variants: undefined, pages: codestral.pages };
  expect(onPage(alone, codestral.pages[0]).facts).toEqual(family.facts);
});

it('projects once', () => {
  const here = onPage(family, codestral.pages[0]);
  expect(onPage(here, 'docs.mistral.ai')).toBe(here);
});
