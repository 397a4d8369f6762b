// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Ring } from '../../../components/Ring.tsx';
import { Verdict } from '../../../components/Verdict.tsx';
import { verdictText } from '../../../catalog/headline.ts';
import { tool } from '../../builders/tool.ts';

afterEach(cleanup);

const cited = { source: 'readme', checked: '2026-11-20' };
const newer = { version: { value: '2.0', ...cited } };
const text = (container: Element) => container.textContent?.replace(/\s+/g, ' ').trim();

describe('the ring', () => {
  it.each([
    ['sssk', 3, 1, 0],
    ['kkkkk', 0, 5, 0],
    ['', 0, 0, 1],
  ])('of %j has %d ship arcs, %d skip arcs, %d dotted', (votes, ship, skip, none) => {
    const { container } = render(<Ring votes={votes} size={20} />);
    const count = (name: string) => container.querySelectorAll(`[class*=${name}]`).length;
    expect([count('ship'), count('skip'), count('none')]).toEqual([ship, skip, none]);
  });
});

describe('the verdict', () => {
  it.each([
    ['sssk', {}, 'Ship3 of 4 reviewers would ship itReviewed v1.0'],
    ['kkk', newer, 'Skip3 of 3 reviewers would skip itReviewed v1.0. v2.0 is out.'],
    ['ss', {}, 'Not reviewed yetFacts onlyReviewed v1.0'],
    ['', {}, 'Not reviewed yetFacts only'],
  ])('of %j', (votes, facts, words) =>
    expect(text(render(<Verdict {...verdictText(tool('oven', votes, {}, facts))} />).container)).toBe(words),
  );
});
