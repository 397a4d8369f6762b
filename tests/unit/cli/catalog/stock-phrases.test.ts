import { describe, expect, it } from 'vitest';
import { stockPhraseProblems } from '../../../../cli/catalog/stock-phrases.ts';
import { tool } from '../../../builders/tool.ts';

// Each of a hundred takes has words of its own around what a test puts into some of them.
const takes = (count: number, phrase: (n: number) => string) =>
  Array.from({ length: 100 }, (_, n) => {
    const own = [...'abcdef'].map((letter) => `${letter}${String(n)}word`).join(' ');
    const take = n < count ? phrase(n).replace('…', own) : own;
    const [vote] = tool(`tool-${n}`, 's').review!.votes;
    return tool(`tool-${n}`, '', { review: { date: '2026-11-20', votes: [{ ...vote!, take }] } });
  });
const problems = (count: number, phrase: string) => stockPhraseProblems(takes(count, () => phrase));

describe('the check of stock phrases', () => {
  it.each([
    ['in the middle', '… upkeep fails first …', '“upkeep fails” stands in 6 of 100 takes of the builder'],
    ['of small words around one', '… and left the rest of it …', '“left the rest”'],
    ['at the beginning', 'For a …', '“for a … at the beginning” stands in 6 of 100'],
  ])('names a phrase %s with where it stands', (_, phrase, words) => {
    const found = problems(6, phrase);
    expect(found.join('\n')).toContain(words);
    expect(found.join('\n')).toContain('tool-0, tool-1');
  });
  it.each([
    ['five in a hundred', 5, '… upkeep fails first …'],
    ['small words alone', 50, '… and it is not …'],
    ['what things are called', 50, '… Claude Code …'],
    ['a day', 50, '… August 2026 …'],
    ['words on both sides of a full stop', 50, '… upkeep. Fails …'],
  ])('lets pass %s', (_, count, phrase) => expect(problems(count, phrase)).toEqual([]));
  it('lets pass what four takes of a few share', () =>
    expect(stockPhraseProblems(takes(4, () => '… upkeep fails …').slice(0, 10))).toEqual([]));
  it('looks at each seat by itself', () => {
    const [builder, skeptic] = [takes(3, () => '… upkeep fails …'), takes(3, () => '… upkeep fails …')];
    for (const { review } of skeptic) review!.votes[0]!.reviewer = 'skeptic';
    expect(stockPhraseProblems([...builder, ...skeptic])).toEqual([]);
  });
});
