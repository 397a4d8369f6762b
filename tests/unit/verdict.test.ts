import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOldFact, isOutdated, reviewedLabel } from '../../catalog/staleness.ts';
import {
  communityInWords,
  countFromLetters,
  percent,
  verdictInWords,
  verdictWord,
} from '../../catalog/verdict.ts';
import { isOlder, versionLabel } from '../../catalog/version.ts';
import { tool } from '../builders/tool.ts';

describe('the verdict is a count', () => {
  it.each([
    ['sssk', 'Ship · 75%'],
    ['ssss', 'Ship · 100%'],
    ['sskk', 'Split · 50%'],
    ['skkk', 'Skip · 25%'],
    ['kkkkk', 'Skip · 0%'],
    ['ssk', 'Ship · 67%'],
    ['skk', 'Skip · 33%'],
    ['ss', 'Not reviewed yet'],
    ['', 'Not reviewed yet'],
  ])('%s → %s', (votes, words) => expect(verdictInWords(countFromLetters(votes))).toBe(words));
  it('a word and its share never disagree', () =>
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), fc.nat(5), (of, ship) => {
        fc.pre(ship <= of);
        const word = verdictWord({ ship, of });
        expect(word === 'Ship').toBe(percent({ ship, of }) > 50);
        expect(word === 'Split').toBe(ship * 2 === of);
      }),
    ));
  it.each([
    [undefined, 'no votes yet'],
    [{ ship: 4, of: 4 }, 'no votes yet'],
    [{ ship: 3, of: 5 }, '60% of 5 would ship'],
  ])('community %j → %s', (count, words) => expect(communityInWords(count)).toBe(words));
});

describe('versions', () => {
  it.each([
    ['0.16', '0.18.0', true],
    ['0.9', '0.10', true],
    ['SAM 3', 'SAM 3.1', true],
    ['1.0', '1.0.0', false],
    ['2026.8.19', '2026.9.3', true],
    ['2.0', '1.9', false],
    ['Alpha', 'Beta', false],
    [undefined, '1.0', false],
    ['1.0', undefined, false],
  ])('%s is older than %s: %s', (reviewed, latest, older) => expect(isOlder(reviewed, latest)).toBe(older));
  it.each([
    ['0.16', 'v0.16'],
    ['SAM 3', 'SAM 3'],
  ])('%s is written %s', (version, label) => expect(versionLabel(version)).toBe(label));
  it('an unknown latest version makes no verdict outdated', () =>
    expect(
      isOutdated(tool('oven', 'sss', {}, { version: { value: 'unknown', checked: '2026-11-20' } })),
    ).toBe(false));
  it('the review of a hosted product has a day instead of a version', () => {
    const hosted = tool('oven', 'sss');
    const { date, votes } = hosted.review!;
    expect(reviewedLabel({ ...hosted, review: { date, votes, asOf: '2026-11-19' } })).toBe('19 Nov 2026');
  });
  it.each([
    ['2026-08-24', false],
    ['2026-08-23', true],
  ])('a fact checked %s is old on 2026-11-22: %s', (checked, old) =>
    expect(isOldFact(checked, '2026-11-22')).toBe(old),
  );
});
