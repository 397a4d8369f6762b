import { describe, expect, it } from 'vitest';
import { factViews } from '../../../catalog/fact-views.ts';
import { citedSources, scorecard } from '../../../catalog/scorecard.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

describe('facts as text', () => {
  it('have their sources, their notes and what other sources claim', () => {
    const disputed = [{ value: 'paid' as const, ...cited }];
    const [price] = factViews(
      tool('oven', '', {}, { entryPrice: { value: 'free', freeTier: 'One loaf a day', disputed, ...cited } }),
      reference,
    );
    expect(price).toMatchObject({ text: 'Free', note: 'One loaf a day', asOf: '2026-11-01' });
    expect(price!.sources.map(({ title }) => title)).toEqual(['README']);
    expect(price!.disputed.map(({ text }) => text)).toEqual(['Paid']);
  });
  it('leave out an absent fact and call an unknown one unknown', () => {
    const views = factViews(
      tool('oven', '', {}, { selfHost: { value: 'unknown', checked: '2026-11-20' } }),
      reference,
    );
    expect(views.map(({ key }) => key)).toEqual([
      'entryPrice',
      'license',
      'commercialUse',
      'selfHost',
      'version',
      'status',
    ]);
    expect(views.find(({ key }) => key === 'selfHost')).toMatchObject({ text: 'Unknown', sources: [] });
    expect(views.find(({ key }) => key === 'version')?.text).toBe('v1.0');
  });
});

describe('scorecards', () => {
  it('number their sources in the order of their first citation', () => {
    const sources = { b: source('B'), a: source('A') };
    const two = tool('oven', 'ss', { sources });
    two.review!.votes[0]!.cites = ['b'];
    two.review!.votes[1]!.cites = ['a', 'b'];
    const takes = scorecard(two, reference.reviewers);
    expect(takes.map(({ name, cites }) => [name, cites.map(({ number }) => number)])).toEqual([
      ['Builder', [1]],
      ['Skeptic', [2, 1]],
    ]);
    expect(citedSources(takes).map(({ title }) => title)).toEqual(['B', 'A']);
  });
  const source = (title: string) => ({ url: 'https://example.com/', title, seen: '2026-11-01' });
});
