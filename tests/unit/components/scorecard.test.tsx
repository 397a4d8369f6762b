// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { comparison } from '../../../catalog/comparison.ts';
import { elsewhere } from '../../../catalog/claims.ts';
import { scorecard } from '../../../catalog/scorecard.ts';
import { FullComparison } from '../../../components/FullComparison.tsx';
import { Scorecard } from '../../../components/Scorecard.tsx';
import { reference, tool } from '../../builders/tool.ts';

afterEach(cleanup);
const text = (container: Element) => container.textContent?.replace(/\s+/g, ' ').trim();

describe('the scorecard', () => {
  it('shows each reviewer, vote and take, and separately what other panels say', () => {
    const oven = tool('oven', 'sk', { elsewhere: [{ panel: 'Others', ship: 4, of: 4, source: 'readme' }] });
    const { container } = render(
      <Scorecard
        takes={scorecard(oven, reference.reviewers)}
        elsewhere={elsewhere(oven)}
        methodology="how.html"
        from={oven.from}
      />,
    );
    expect(text(container)).toContain('BuilderShip What builder says of oven.1');
    expect(text(container)).toContain('SkepticSkip What skeptic says of oven.1');
    expect(text(container)).toContain('4 of 4 ship (Others)');
  });
  it('is empty without votes', () =>
    expect(
      render(<Scorecard takes={[]} elsewhere={[]} methodology="how.html" from={undefined} />).container
        .innerHTML,
    ).toBe(''));
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
    for (const row of container.querySelectorAll('tr')) expect(row.children).toHaveLength(3);
    expect(text(container)).toContain('Disagree');
    expect(text(container)).toContain('No review');
  });
});
