import { describe, expect, it } from 'vitest';
import { comparisonSummary } from '../../catalog/comparison-summary.ts';
import { comparison } from '../../catalog/comparison.ts';
import { reference, tool } from '../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

describe('which one should you ship with', () => {
  const lab = { license: { value: 'LicenseRef-Lab', ...cited } };
  const agpl = { license: { value: 'AGPL-3.0-only', ...cited } };
  const unclear = { license: { value: 'unknown', ...cited } };
  const paid = { entryPrice: { value: 'paid', ...cited } } as const;
  const noPrice = { entryPrice: { value: 'unknown', ...cited } } as const;
  const brewer = { job: 'brewing' };
  it.each([
    [
      'one leads',
      tool('oven', 'sssk'),
      tool('pan', 'ssss'),
      'On the panel Pan leads, 4 of 4 to 3 of 4; both may be used commercially, and both are free to start.',
    ],
    [
      'a half leads over less',
      tool('oven', 'sskk'),
      tool('pan', 'skkk'),
      'On the panel Oven leads, 2 of 4 to 1 of 4; both may',
    ],
    [
      'both below one half',
      tool('oven', 'skkk'),
      tool('pan', 'kkkk'),
      'On the panel nobody leads, as both are below one half, 1 of 4 to 0 of 4; both may',
    ],
    [
      'a tie',
      tool('oven', 'ssss'),
      tool('pan', 'sss'),
      'On the panel nobody leads, 4 of 4 to 3 of 3; both may',
    ],
    [
      'one has no verdict',
      tool('oven', 'ss'),
      tool('pan', 'ssk'),
      'The panel has a verdict on Pan only, 2 of 3; both may',
    ],
    [
      'the other has none',
      tool('oven', 'ssk'),
      tool('pan', ''),
      'The panel has a verdict on Oven only, 2 of 3; both may',
    ],
    ['neither has', tool('oven', ''), tool('pan', ''), 'The panel has no verdict on either; both may'],
    [
      'a license asks less',
      tool('oven', 'sss'),
      tool('pan', 'sss', {}, lab),
      "; for commercial use Oven's license asks less of you.",
    ],
    [
      'the other asks less',
      tool('oven', 'sss', {}, agpl),
      tool('pan', 'sss'),
      "; for commercial use Pan's license asks less of you.",
    ],
    [
      'both set conditions',
      tool('oven', 'sss', {}, agpl),
      tool('pan', 'sss', {}, agpl),
      '; both set conditions for commercial use, and both',
    ],
    [
      'neither may be used',
      tool('oven', 'sss', {}, lab),
      tool('pan', 'sss', {}, lab),
      '; neither may be used commercially, and both',
    ],
    [
      'one license unclear',
      tool('oven', 'sss', {}, unclear),
      tool('pan', 'sss'),
      '; whether Oven may be used commercially could not be verified.',
    ],
    [
      'both unclear',
      tool('oven', 'sss', {}, unclear),
      tool('pan', 'sss', {}, unclear),
      '; whether either may be used commercially could not be verified.',
    ],
    [
      'one is free to start',
      tool('oven', 'sss', {}, paid),
      tool('pan', 'sss'),
      ', but only Pan is free to start.',
    ],
    [
      'neither is',
      tool('oven', 'sss', {}, paid),
      tool('pan', 'sss', {}, paid),
      ', and neither is free to start.',
    ],
    [
      'a price unknown',
      tool('oven', 'sss', {}, noPrice),
      tool('pan', 'sss'),
      ', and the entry price of Oven is not known.',
    ],
    [
      'prices unknown',
      tool('oven', 'sss', {}, noPrice),
      tool('pan', 'sss', {}, noPrice),
      ', and the entry price of Oven and Pan is not known.',
    ],
  ])('%s', (_, left, right, words) => expect(comparisonSummary(left, right, reference)[1]).toContain(words));
  it('the same job, or each its own', () => {
    expect(comparisonSummary(tool('oven', ''), tool('pan', ''), reference)[0]).toBe(
      'They do the same job: each bakes bread.',
    );
    expect(comparisonSummary(tool('oven', ''), tool('vat', '', brewer), reference)[0]).toBe(
      'They do different jobs: Oven bakes bread, Vat brews beer.',
    );
  });
});

describe('a comparison', () => {
  const row = (question: string, left = tool('oven', 'sssk'), right = tool('pan', 'sks')) =>
    comparison(left, right, reference).find((one) => one.question === question);
  it('says who ships both, where they part and who was asked on one only', () => {
    expect(row('Both ship')?.left.text).toBe('Builder, Futurist');
    expect(row('They part on')?.left.text).toBe('Skeptic: ship');
    expect(row('They part on')?.right.text).toBe('Skeptic: skip');
    expect(row('Asked on one only')?.left.text).toBe('Creator: skip');
    expect(row('Asked on one only')?.right.text).toBe('Nobody');
    expect(row('Both skip')).toBeUndefined();
    expect(row('Both skip', tool('oven', 'kss'), tool('pan', 'kss'))?.left.text).toBe('Builder');
  });
  it('says nothing of agreement where one was not judged', () => {
    const questions = comparison(tool('oven', ''), tool('pan', 'sks'), reference).map(
      ({ question }) => question,
    );
    expect(questions).toEqual([
      'Panel',
      'Community',
      'Job',
      'Entry price',
      'License',
      'Commercial use',
      'Version judged',
    ]);
  });
  it('marks who leads, never on a tie', () => {
    expect(row('Panel')?.leads).toBe('left');
    expect(row('Panel', tool('oven', 'sss'), tool('pan', 'ssss'))?.leads).toBeUndefined();
    expect(row('Commercial use')?.leads).toBeUndefined();
  });
});
