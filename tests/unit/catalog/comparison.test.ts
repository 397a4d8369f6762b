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
      'Community',
      'Job',
      'Status',
      'Price',
      'License',
      'Commercial use',
      'Version reviewed',
    ]);
  });
  it('shows the leader, except on a tie', () => {
    expect(row('Reviews')?.leads).toBe('left');
    expect(row('Reviews', tool('oven', 'sss'), tool('pan', 'ssss'))?.leads).toBeUndefined();
    expect(row('Commercial use')?.leads).toBeUndefined();
  });
});
