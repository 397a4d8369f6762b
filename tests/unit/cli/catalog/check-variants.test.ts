import { expect, it } from 'vitest';
import type { Tool, Variant } from '../../../../catalog/tool-schema.ts';
import { checkVariants } from '../../../../cli/catalog/check-variants.ts';
import { tool } from '../../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const [small, large] = ['pkg:huggingface/a/small', 'pkg:huggingface/a/large'] as const;
const all: Variant = { name: 'All', pages: [small, large], verdict: 'own', facts: {} };
const family = (more: Partial<Tool>, facts: Partial<Tool['facts']> = {}) =>
  tool('a', 'sss', { kind: 'model', pages: [small, large], variants: [all], ...more }, facts);

function problemsOf(of: Tool): string[] {
  const problems: string[] = [];
  const isSpdx = (expression: string) => !expression.includes('?');
  checkVariants(of, { licenses: { MIT: {} }, isSpdx }, (field, message) => {
    problems.push(`${field}: ${message}`);
  });
  return problems;
}

it.each<[string, Tool, string[]]>([
  ['nothing', family({}), []],
  [
    'pages that are not the tool’s',
    family({ pages: [small] }),
    ['variants: has a variant All with pkg:huggingface/a/large, which is not among its pages'],
  ],
  [
    'a model’s page in no variant',
    family({ variants: [{ ...all, pages: [small] }] }),
    ['variants: pkg:huggingface/a/large is a model’s page and in no variant'],
  ],
  [
    'a family’s verdict without a subject',
    family({ variants: [{ ...all, verdict: 'family' }] }),
    ['review.subject: is missing; variants show the verdict as the family’s, so it says whose'],
  ],
  [
    'a license that is none',
    family({ variants: [{ ...all, facts: { license: { value: 'MIT?', ...cited } } }] }),
    [
      'variants.0.facts.license: "MIT?" is not an SPDX expression',
      'variants.0.facts.license: "MIT?" is not in licenses.json',
    ],
  ],
  [
    'licenses by artifact that nobody knows',
    family({}, { license: { value: 'MIT', of: { code: 'MIT', weights: 'X', data: 'unknown' }, ...cited } }),
    ['facts.license.of.weights: "X" is not in licenses.json'],
  ],
])('finds %s', (_, of, problems) => {
  expect(problemsOf(of)).toEqual(problems);
});
