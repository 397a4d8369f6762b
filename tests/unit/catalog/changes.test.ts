import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictChange } from '../../../catalog/verdict.ts';
import { tool, reference } from '../../builders/tool.ts';
import { changesOf } from '../../../catalog/changes.ts';

describe('a change of verdict', () => {
  it.each([
    ['', 'ss', undefined],
    ['', 'sss', 'Ship, 3 of 3 reviewers'],
    ['ssk', 'ssk', undefined],
    ['ssk', 'skk', 'Ship → Skip (Skeptic changed)'],
    ['ssk', 'ss', 'no verdict any more (was Ship, 2 of 3 reviewers)'],
    ['ssss', 'sss', 'Ship, 4 of 4 → 3 of 3 (Creator changed)'],
  ])('from %j to %j', (before, after, words) =>
    expect(verdictChange(tool('oven', before), tool('oven', after))).toBe(words),
  );
});

const today = '2026-11-22';
const cited = { source: 'readme', checked: '2026-11-20' };

describe('the changes of a tool', () => {
  const paid = { value: 'paid', amount: 20, currency: 'USD', unit: 'seat/month', ...cited } as const;
  const oven = tool('oven', 'ssk');
  it.each([
    ['new and reviewed', undefined, oven, [['new', 'Ship, 2 of 3 reviewers']]],
    ['new', undefined, tool('oven', 'ss'), [['new', 'Not reviewed yet']]],
    ['gone', oven, undefined, [['gone', 'No longer in the catalog']]],
    ['never there', undefined, undefined, []],
    ['a vote', oven, tool('oven', 'skk'), [['verdict', 'Ship → Skip (Skeptic changed)']]],
    ['reviewed', tool('oven', ''), oven, [['verdict', 'Ship, 2 of 3 reviewers']]],
    [
      'not reviewed any more',
      oven,
      tool('oven', ''),
      [['verdict', 'No verdict any more (was Ship, 2 of 3 reviewers)']],
    ],
    [
      'the price',
      oven,
      tool('oven', 'ssk', {}, { entryPrice: paid }),
      [['price', 'Free → Paid, $20 per seat/month']],
    ],
    [
      'the license',
      oven,
      tool('oven', 'ssk', {}, { license: { value: 'LicenseRef-Lab', ...cited } }),
      [['license', 'MIT → Lab License']],
    ],
    [
      'all that can move',
      oven,
      tool(
        'oven',
        'skk',
        { name: 'Oven 2' },
        {
          status: { value: 'archived', ...cited },
          license: { value: 'unknown', ...cited },
          entryPrice: paid,
        },
      ),
      [
        ['verdict', 'Ship → Skip (Skeptic changed)'],
        ['status', 'Active → Archived'],
        ['license', 'MIT → Unknown'],
        ['price', 'Free → Paid, $20 per seat/month'],
      ],
    ],
    [
      'other facts only',
      oven,
      tool('oven', 'ssk', { does: 'Bakes cakes.' }, { stars: { value: 7, ...cited } }),
      [],
    ],
  ])('%s', (_, before, after, expected) => {
    const changes = changesOf(before, after, today, reference);
    expect(changes.map(({ kind, text }) => [kind, text])).toEqual(expected);
    for (const each of changes)
      expect(each).toMatchObject({ tool: 'oven', name: (after ?? before)!.name, date: today });
  });
  it('are a line or two, however long the expression of a license is in words', () => {
    const licenses = { 'LicenseRef-a': { ...reference.licenses['MIT']!, name: 'N'.repeat(80) } };
    const under = (join: string) =>
      tool('oven', 'ssk', {}, { license: { value: Array(200).fill('LicenseRef-a').join(join), ...cited } });
    const [change] = changesOf(under(' OR '), under(' AND '), today, { licenses });
    expect(change!.text).toMatch(/^N{80} OR .*…$/);
    expect(change!.text.length).toBeLessThanOrEqual(301);
  });
  it('an unchanged tool has no changes', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[sk]{0,5}$/), fc.string(), (votes, license) => {
        const same = () => tool('oven', votes, {}, { license: { value: license, ...cited } });
        expect(changesOf(same(), same(), today, reference)).toEqual([]);
      }),
    ));
});
