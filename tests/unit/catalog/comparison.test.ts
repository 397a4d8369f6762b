import { describe, expect, it } from 'vitest';
import { comparison } from '../../../catalog/comparison.ts';
import { reference, tool } from '../../builders/tool.ts';

describe('a comparison', () => {
  const row = (question: string, left = tool('oven', 'sssk'), right = tool('pan', 'sks')) =>
    comparison(left, right, reference).find((one) => one.question === question);
  it('says who would ship both, on which they disagree and who reviewed only one', () => {
    expect(row('Both say ship')?.left.text).toBe('Builder, Futurist');
    expect(row('Disagree')?.left.text).toBe('Skeptic: ship');
    expect(row('Disagree')?.right.text).toBe('Skeptic: skip');
    expect(row('Reviewed on one side only')?.left.text).toBe('Creator: skip');
    expect(row('Reviewed on one side only')?.right.text).toBe('None');
    expect(row('Both say skip')).toBeUndefined();
    expect(row('Both say skip', tool('oven', 'kss'), tool('pan', 'kss'))?.left.text).toBe('Builder');
  });
  it('says nothing about agreement where one was not reviewed', () => {
    const questions = comparison(tool('oven', ''), tool('pan', 'sks'), reference).map(
      ({ question }) => question,
    );
    expect(questions).toEqual([
      'Reviews',
      'Use case',
      'Status',
      'Price',
      'License',
      'Commercial use',
      'Latest version',
      'Version reviewed',
    ]);
  });
  it('shows the leader, except on a tie', () => {
    expect(row('Reviews')?.leads).toBe('left');
    expect(row('Reviews', tool('oven', 'sss'), tool('pan', 'ssss'))?.leads).toBeUndefined();
    expect(row('Commercial use')?.leads).toBeUndefined();
  });
  it('names no leader by reviewers whom only one had, nor across jobs', () => {
    expect(row('Reviews', tool('oven', 'sssk'), tool('pan', 'ssskk'))?.leads).toBeUndefined();
    expect(
      row('Reviews', tool('oven', 'sss'), tool('vat', 'kkk', { job: 'brewing' }))?.leads,
    ).toBeUndefined();
  });
  it('has a row for each fact of either side', () => {
    const weights = { value: 'open', source: 'readme', checked: '2026-11-20' } as const;
    expect(row('Weights')).toBeUndefined();
    const left = tool('oven', 'sss', {}, { weights });
    expect(row('Weights', left)?.left.text).toBe('Open');
    expect(row('Weights', left)?.right.text).toBe('Unknown');
  });
  it('says what is the same for both sides, unless there is more to read', () => {
    expect(row('Price')?.isSame).toBe(true);
    expect(row('License')?.isSame).toBeUndefined();
    expect(row('Use case', tool('oven', ''), tool('vat', '', { job: 'brewing' }))?.isSame).toBeUndefined();
  });
  it('says which version came after the reviewed one', () => {
    const newer = { version: { value: '1.2', source: 'readme', checked: '2026-11-20' } };
    expect(row('Version reviewed', tool('oven', 'sss', {}, newer))?.left).toEqual({
      text: 'v1.0 (latest: v1.2)',
      reviewed: '2026-11-20',
    });
  });
  it('has no row for users’ votes until there are any', () => {
    expect(row('Community')).toBeUndefined();
    expect(row('Community', tool('oven', '', { community: { ship: 4, of: 5 } }))?.right.text).toBe(
      'No votes yet',
    );
  });
});
