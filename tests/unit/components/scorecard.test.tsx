// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { comparison } from '../../../catalog/comparison.ts';
import { scorecard } from '../../../catalog/scorecard.ts';
import { FullComparison } from '../../../components/FullComparison.tsx';
import { Scorecard } from '../../../components/Scorecard.tsx';
import { reference, tool } from '../../builders/tool.ts';

afterEach(cleanup);
const text = (container: Element) => container.textContent?.replace(/\s+/g, ' ').trim();

describe('the scorecard', () => {
  it('shows each reviewer with the question, vote and take', () => {
    const oven = tool('oven', 'sk');
    const { container } = render(
      <Scorecard takes={scorecard(oven, reference.reviewers)} methodology="how.html" from={oven.from} />,
    );
    expect(text(container)).toContain('Builder What does the builder ask?Ship What builder says of oven.1');
    expect(text(container)).toContain('Skeptic What does the skeptic ask?Skip What skeptic says of oven.1');
  });
  it('is empty without votes', () =>
    expect(render(<Scorecard takes={[]} methodology="how.html" from={undefined} />).container.innerHTML).toBe(
      '',
    ));
});

describe('the full comparison', () => {
  it('has one column per tool and one row per question', () => {
    const [left, right] = [tool('oven', 'sssk'), tool('pan', 'skk', { name: 'x'.repeat(80) })];
    const rows = comparison(left, right, reference);
    const { container } = render(
      <FullComparison
        {...{ left, right, rows, findings: [[], []], reviewers: reference.reviewers }}
        successorHref={() => undefined}
      />,
    );
    const widths = () =>
      [...container.querySelectorAll('tr')].map(({ cells }) =>
        [...cells].reduce((sum, { colSpan }) => sum + colSpan, 0),
      );
    expect(new Set(widths())).toEqual(new Set([3]));
    expect(text(container)).toContain('Disagree');
    expect(text(container)).toContain('No review from this seat');
    const same = screen.getByRole('button', { name: /^Same for both/ });
    expect(container.querySelectorAll('th[scope=row]')).toHaveLength(widths().length - 1);
    expect(screen.queryByRole('rowheader', { name: 'Price' })).toBeNull();
    fireEvent.click(same);
    expect(screen.getByRole('rowheader', { name: 'Price' })).toBeTruthy();
    expect(new Set(widths())).toEqual(new Set([3]));
  });
});
