import { describe, expect, it } from 'vitest';
import { comparisonSummary } from '../../../catalog/comparison-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

describe('which one should I ship with', () => {
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
      'Reviewers slightly prefer Pan (4 of 4 vs 3 of 4); both are free and allow commercial use.',
    ],
    [
      'a half leads over less',
      tool('oven', 'sskk'),
      tool('pan', 'skkk'),
      'Reviewers slightly prefer Oven (2 of 4 vs 1 of 4); both are',
    ],
    [
      'one leads by much',
      tool('oven', 'sssk'),
      tool('pan', 'skkk'),
      'Reviewers prefer Oven (3 of 4 vs 1 of 4); both are',
    ],
    [
      'one leads on the seats that both had',
      tool('oven', 'sssk'),
      tool('pan', 'ssssk'),
      'Reviewers slightly prefer Pan (4 vs 3 of the 4 reviewers both had); both are',
    ],
    [
      'both below one half',
      tool('oven', 'skkk'),
      tool('pan', 'kkkk'),
      'Reviewers recommend neither (1 of 4 and 0 of 4 would ship); both are',
    ],
    ['a tie', tool('oven', 'ssss'), tool('pan', 'sss'), 'Tied 3-3 on the 3 reviewers both had; both are'],
    [
      'a tie that one more reviewer would hide',
      tool('oven', 'sssk'),
      tool('pan', 'ssskk'),
      'Tied 3-3 on the 4 reviewers both had; both are',
    ],
    ['a tie of all', tool('oven', 'ssk'), tool('pan', 'sks'), 'Reviewers rate both the same (2 of 3 each); '],
    [
      'too few had both',
      tool('oven', 'sss'),
      tool('pan', '', {
        review: { ...tool('pan', 'sssss').review!, votes: tool('pan', 'sssss').review!.votes.slice(2) },
      }),
      'Too few reviewers looked at both to say which they prefer; both are',
    ],
    [
      'different jobs',
      tool('oven', 'sss'),
      tool('vat', 'kkk', { job: 'brewing' }),
      'Their reviews are about different jobs; both are',
    ],
    [
      'free to start, but not free',
      tool('oven', 'sss', {}, { entryPrice: { value: 'freemium', ...cited } }),
      tool('pan', 'sss'),
      '; both allow commercial use, and both are free to start.',
    ],
    [
      'one has no verdict',
      tool('oven', 'ss'),
      tool('pan', 'ssk'),
      'Only Pan has been reviewed (2 of 3 would ship it); both are',
    ],
    [
      'the other has none',
      tool('oven', 'ssk'),
      tool('pan', ''),
      'Only Oven has been reviewed (2 of 3 would ship it); both are',
    ],
    ['neither has', tool('oven', ''), tool('pan', ''), 'Neither has been reviewed; both are'],
    [
      'a license is more permissive',
      tool('oven', 'sss'),
      tool('pan', 'sss', {}, lab),
      '; Oven has the more permissive license for commercial use.',
    ],
    [
      'the other is',
      tool('oven', 'sss', {}, agpl),
      tool('pan', 'sss'),
      '; Pan has the more permissive license for commercial use.',
    ],
    [
      'both set conditions',
      tool('oven', 'sss', {}, agpl),
      tool('pan', 'sss', {}, agpl),
      '; both allow commercial use with conditions, and both',
    ],
    [
      'neither allows it',
      tool('oven', 'sss', {}, lab),
      tool('pan', 'sss', {}, lab),
      '; neither allows commercial use, and both',
    ],
    [
      'one license unclear',
      tool('oven', 'sss', {}, unclear),
      tool('pan', 'sss'),
      '; we couldn’t confirm commercial use for Oven.',
    ],
    [
      'both unclear',
      tool('oven', 'sss', {}, unclear),
      tool('pan', 'sss', {}, unclear),
      '; we couldn’t confirm commercial use for either.',
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
      ', and the price of Oven is unknown.',
    ],
    [
      'prices unknown',
      tool('oven', 'sss', {}, noPrice),
      tool('pan', 'sss', {}, noPrice),
      ', and the price of Oven and Pan is unknown.',
    ],
  ])('%s', (_, left, right, words) => expect(comparisonSummary(left, right, reference)[1]).toContain(words));
  it('says whether both do the same job', () => {
    expect(comparisonSummary(tool('oven', ''), tool('pan', ''), reference)[0]).toBe('Both bake bread.');
    const brewers = [tool('vat', '', brewer), tool('keg', '', brewer)] as const;
    expect(comparisonSummary(...brewers, reference)[0]).toBe('Each brews beer.');
    expect(comparisonSummary(tool('oven', ''), tool('vat', '', brewer), reference)[0]).toBe(
      'Not direct alternatives: Oven bakes bread; Vat brews beer.',
    );
  });
});
