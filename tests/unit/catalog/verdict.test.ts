import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  communityInWords,
  countFromLetters,
  percent,
  verdictInWords,
  verdictWord,
} from '../../../catalog/verdict.ts';

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
