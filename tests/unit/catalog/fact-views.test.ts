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

describe('what explains a fact', () => {
  const licenses = {
    ...reference.licenses,
    'LicenseRef-Proprietary': {
      ...reference.licenses['LicenseRef-Lab']!,
      commercialUse: 'unknown' as const,
      plain: 'The vendor’s terms.',
    },
  };
  const license = { value: 'LicenseRef-Proprietary', ...cited };
  const noteOf = (key: string, facts: Parameters<typeof tool>[3]) =>
    factViews(tool('oven', '', {}, facts), { licenses }).find((view) => view.key === key)?.note;
  it('says that nobody read a vendor’s terms only where nobody did', () => {
    expect(noteOf('commercialUse', { license })).toBe(
      'Covered by the vendor’s terms, which we have not reviewed.',
    );
    const commercialUse = { value: 'conditions' as const, ...cited };
    expect(noteOf('commercialUse', { license, commercialUse })).toBe('The vendor’s terms.');
    expect(noteOf('license', { license })).toBe('The vendor’s terms.');
  });
  it('keeps the plan that the price leaves out', () =>
    expect(
      noteOf('entryPrice', {
        entryPrice: { value: 'freemium', amount: 20, currency: 'USD', unit: 'month (Solo)', ...cited },
      }),
    ).toBe('Paid plans start with: Solo.'));
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
