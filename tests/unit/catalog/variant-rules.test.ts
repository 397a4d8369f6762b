import { expect, it } from 'vitest';
import { mergeCatalog } from '../../../catalog/merge.ts';
import type { Variant } from '../../../catalog/tool-schema.ts';
import { variantProblem } from '../../../catalog/variant-rules.ts';
import { reference, tool } from '../../builders/tool.ts';

const small: Variant = { name: 'Small', pages: ['pkg:huggingface/a/small'], verdict: 'family', facts: {} };
const large: Variant = { ...small, name: 'Large', pages: ['pkg:huggingface/a/large'] };
const pages = ['pkg:huggingface/a/Small', 'pkg:huggingface/a/large'];
const family = (variants: Variant[], votes = 'sss') => tool('a', votes, { kind: 'model', pages, variants });

it.each<[string, Variant[], string | undefined]>([
  ['two variants', [small, large], undefined],
  ['a former page', [{ ...small, pages: ['pkg:huggingface/a/small'] }], undefined],
  ['one name twice', [small, { ...large, name: 'SMALL' }], 'has two variants named SMALL'],
  [
    'a page that is not the tool’s',
    [{ ...small, pages: ['pkg:huggingface/b/c'] }],
    'has a variant Small with pkg:huggingface/b/c, which is not among its pages',
  ],
  [
    'a page twice',
    [small, { ...large, pages: ['pkg:huggingface/A/small'] }],
    'has pkg:huggingface/A/small in two variants, Small and Large',
  ],
  [
    'what nobody states',
    [{ ...small, shares: ['endsOn'] }],
    'has a variant Small that shares endsOn, which it does not state',
  ],
])('finds in %s what is wrong', (_, variants, problem) => {
  expect(variantProblem(family(variants))).toBe(problem);
});

it('finds a verdict of its own without a review', () => {
  expect(variantProblem({ ...family([{ ...small, verdict: 'own' }]), review: undefined })).toBe(
    'has a variant Small with a verdict of its own, but no review',
  );
});

it('leaves a tool of a feed with such variants out, and says why', async () => {
  const tools = [[family([small, small]), tool('b', 'sss')]];
  const { leftOut, badges } = await mergeCatalog([{ feed: 'x', tables: reference, tools }]);
  expect(leftOut.map(({ id, reason }) => `${id} ${reason}`)).toEqual(['a has two variants named Small']);
  expect([...badges.keys()]).toEqual(['pkg:github/someone/b']);
});
