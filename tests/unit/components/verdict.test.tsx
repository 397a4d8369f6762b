// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Verdict } from '../../../components/Verdict.tsx';
import { verdictText } from '../../../catalog/headline.ts';
import { tool } from '../../builders/tool.ts';

afterEach(cleanup);

const cited = { source: 'readme', checked: '2026-11-20' };
const newer = { version: { value: '2.0', ...cited } };
const text = (container: Element) => container.textContent?.replace(/\s+/g, ' ').trim();

describe('the verdict', () => {
  it.each([
    ['sssk', {}, 'Ship 3 of 4 reviewers would ship it · 75%Reviewed v1.0'],
    ['kkk', newer, 'Skip 3 of 3 reviewers say skip · 100%Reviewed v1.0. v2.0 is out.'],
    ['skkk', {}, 'Skip 3 of 4 reviewers say skip · 75%Reviewed v1.0'],
    ['sskk', {}, 'Split Reviewers are split 2 to 2Reviewed v1.0'],
    ['ss', {}, 'No verdict yet 2 reviews; a verdict takes threeReviewed v1.0'],
    ['s', {}, 'No verdict yet 1 review; a verdict takes threeReviewed v1.0'],
    ['', {}, 'Not reviewed yet Facts only'],
  ])('of %j', (votes, facts, words) =>
    expect(text(render(<Verdict {...verdictText(tool('oven', votes, {}, facts))} />).container)).toBe(words),
  );
  it('is a heading', () => {
    const { container } = render(<Verdict {...verdictText(tool('oven', 'sssk'))} />);
    expect(container.querySelector('h2 [data-verdict=Ship]')?.textContent).toBe('Ship');
  });
});
