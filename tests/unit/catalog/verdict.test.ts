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
    ['sssk', 'Ship · 3 of 4'],
    ['ssss', 'Ship · 4 of 4'],
    ['sskk', 'Split · 2-2'],
    ['skkk', 'Skip · 3 of 4'],
    ['kkkkk', 'Skip · 5 of 5'],
    ['ssk', 'Ship · 2 of 3'],
    ['skk', 'Skip · 2 of 3'],
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
