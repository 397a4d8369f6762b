import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { comparison } from '../../catalog/comparison.ts';
import { factViews } from '../../catalog/fact-views.ts';
import { claims, elsewhere } from '../../catalog/claims.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import { scorecard } from '../../catalog/scorecard.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FactDetail, Facts } from '../../components/Facts.tsx';
import { FullComparison } from '../../components/FullComparison.tsx';
import { createBadge } from '../../badge/badge.ts';
import { EnableBadge } from '../../components/BadgeSwitches.tsx';
import { Ring } from '../../components/Ring.tsx';
import { Scorecard } from '../../components/Scorecard.tsx';
import { RecentTools } from '../../components/RecentTools.tsx';
import { ToolSearch } from '../../components/ToolSearch.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { reference, tool } from '../builders/tool.ts';

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

describe('the mark', () => {
  const acted = vi.fn();
  const mark = (votes: string, facts = {}, upstream?: string) => {
    const record = badgeRecord(tool('oven', votes, {}, facts), reference);
    return createBadge({ record, ...(upstream && { upstream }) }, { onOpen: acted, onCompare: acted });
  };
  const badgeOf = (made: { element: HTMLElement }) => made.element.querySelector('.badge')!;
  const spoken = (made: { element: HTMLElement }) => badgeOf(made).getAttribute('aria-label');
  it.each([
    ['sssk', {}, 'Ship 75%', 'Oven: Ship 75%, 3 of 4 reviewers, reviewed v1.0'],
    ['sskk', {}, 'Split 50%', 'Oven: Split 50%, 2 of 4 reviewers, reviewed v1.0'],
    ['kkk', newer, 'Skip 0% older version', 'Oven: Skip 0% older version, 0 of 3 reviewers, reviewed v1.0'],
    ['ss', {}, 'Free', 'Oven: Free, not reviewed yet'],
    ['', {}, 'Free', 'Oven: Free, not reviewed yet'],
  ])('of %s reads “%s”', (votes, facts, words, name) => {
    const made = mark(votes, facts);
    expect(text(badgeOf(made))).toBe(words);
    expect(spoken(made)).toBe(name);
  });
  it('says on a fork whose verdict it is', () => {
    const made = mark('sss', {}, 'baker/oven');
    expect(text(badgeOf(made))).toBe('Ship 100% fork of baker/oven');
    expect(spoken(made)).toBe('Oven: Ship 100% fork of baker/oven, 3 of 3 reviewers, reviewed v1.0');
  });
  it('says what the page states without another word in sight', () => {
    const made = mark('sss');
    made.showFindings([{ kind: 'archived', text: 'archived' }]);
    expect(text(badgeOf(made))).toBe('Ship 100%');
    expect(spoken(made)).toBe('Oven: Ship 100%, 3 of 3 reviewers, reviewed v1.0, archived');
    expect(badgeOf(made).classList).toContain('has-findings');
  });
  it('does nothing for an event no person made', () => {
    const { element } = mark('sss');
    fireEvent(element, new Event('pointerenter'));
    for (const button of element.querySelectorAll('button')) fireEvent.click(button);
    expect(element.querySelector('.card')).toBeNull();
    expect(acted).not.toHaveBeenCalled();
  });
});

describe('the verdict', () => {
  it.each([
    ['sssk', {}, 'Ship · 75%3 of 4 reviewers · community: no votes yetReviewed v1.0'],
    ['kkk', newer, 'Skip · 0%0 of 3 reviewers · community: no votes yetReviewed v1.0, latest known v2.0'],
    [
      'ss',
      {},
      'Not reviewed yetFacts only: fewer than three reviewers · community: no votes yetReviewed v1.0',
    ],
    ['', {}, 'Not reviewed yetFacts only: fewer than three reviewers · community: no votes yet'],
  ])('of %j', (votes, facts, words) =>
    expect(text(render(<Verdict tool={tool('oven', votes, {}, facts)} />).container)).toBe(words),
  );
});

describe('facts', () => {
  const correction = { tool: tool('oven', ''), issues: '' };
  const price = (value: 'free' | 'paid') => ({ value, ...cited });
  const disputed = { entryPrice: { ...price('free'), disputed: [price('paid')] } };
  const made = [{ text: 'Ten times hotter', by: 'project', version: '1.0', ...cited }];
  it('show their sources on a press, and hide them on another', () => {
    const views = factViews(tool('oven', '', {}, disputed), reference);
    render(
      <Facts
        facts={views}
        claims={claims(tool('oven', '', { claims: made }))}
        today="2026-11-22"
        correction={correction}
      />,
    );
    const button = screen.getByRole('button', { name: /Free/ });
    expect(text(button)).toBe('Freedisputed');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(text(document.body)).toContain('Others say: Paid');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(text(document.body)).toContain('Ten times hotter (project, v1.0)');
  });
  it('lead to the correction form, filled in with tool and fact and nothing else', () => {
    const [price] = factViews(tool('oven', '', {}, disputed), reference);
    const tracker = { ...correction, issues: 'https://tracker.example/issues/' };
    const { container } = render(<FactDetail fact={price!} today="2026-11-22" correction={tracker} />);
    const link = [...container.querySelectorAll('a')].find(
      ({ textContent }) => textContent === 'Wrong? Say so',
    );
    const { origin, pathname, searchParams } = new URL(link!.href);
    expect([origin + pathname, Object.fromEntries(searchParams)]).toEqual([
      'https://tracker.example/issues/new',
      {
        template: 'correction.yml',
        title: 'Oven: Price',
        tool: 'oven',
        fact: 'entryPrice',
        shown: 'Free (checked 20 Nov 2026)',
      },
    ]);
  });
  it('without a tracker give the same as text to copy', async () => {
    const [price] = factViews(tool('oven', '', {}, disputed), reference);
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(<FactDetail fact={price!} today="2026-11-22" correction={correction} />);
    fireEvent.click(screen.getByRole('button', { name: 'Wrong? Copy a correction' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(writeText.mock.calls[0]![0]).toMatch(
      /^Correction for Oven \(oven\)\nFact: Price \(entryPrice\)\n/,
    );
  });
  it('say when they are old and when no source says', () => {
    const [price] = factViews(
      tool('oven', '', {}, { entryPrice: { value: 'unknown', checked: '2026-01-01' } }),
      reference,
    );
    const { container } = render(<FactDetail fact={price!} today="2026-11-22" correction={correction} />);
    expect(text(container)).toBe(
      'No source says.Checked 2026-01-01over 90 days ago Wrong? Copy a correction',
    );
  });
});

describe('the scorecard', () => {
  it('names each reviewer, vote and take, with what is said elsewhere apart', () => {
    const oven = tool('oven', 'sk', { elsewhere: [{ panel: 'Others', ship: 4, of: 4, source: 'readme' }] });
    const { container } = render(
      <Scorecard
        takes={scorecard(oven, reference.reviewers)}
        elsewhere={elsewhere(oven)}
        methodology="how.html"
      />,
    );
    expect(text(container)).toContain('BuilderShip What builder says of oven.1');
    expect(text(container)).toContain('SkepticSkip What skeptic says of oven.1');
    expect(text(container)).toContain('4 of 4 ship (Others)');
  });
  it('is not there without votes', () =>
    expect(render(<Scorecard takes={[]} elsewhere={[]} methodology="how.html" />).container.innerHTML).toBe(
      '',
    ));
});

describe('the search', () => {
  const tools = ['oven', 'pan', 'pot'].map((id) => summaryOf(tool(id, 'sss'), reference));
  const props = { tools, jobName: () => 'Baking', label: 'Find', onChoose: vi.fn(), onCancel: vi.fn() };
  it('is worked by keys: down, up, end, enter, escape', () => {
    render(<ToolSearch {...props} />);
    const box = screen.getByRole('combobox');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) fireEvent.keyDown(box, { key });
    expect(screen.getAllByRole('option')[1]!.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(props.onChoose).toHaveBeenCalledWith('pan');
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(props.onCancel).toHaveBeenCalled();
  });
  it('says when nothing answers to the words', () => {
    render(<ToolSearch {...props} />);
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'spaceship' } });
    expect(screen.queryAllByRole('option')).toEqual([]);
    expect(text(document.body)).toContain('No tool is called “spaceship”.');
  });
});

describe('the rest', () => {
  const jobName = () => 'Baking';
  it('seen last: a list with Clear, then Undo, and nothing at all when empty', () => {
    const recent = [summaryOf(tool('oven', 'sss'), reference)];
    const [onClear, onUndo, onChoose] = [vi.fn(), vi.fn(), vi.fn()];
    const { rerender, container } = render(<RecentTools {...{ recent, jobName, onChoose, onClear }} />);
    fireEvent.click(screen.getByText('Clear'));
    expect(onClear).toHaveBeenCalled();
    rerender(<RecentTools {...{ recent: [], jobName, onChoose, onClear, onUndo }} />);
    fireEvent.click(screen.getByText('Undo'));
    expect(onUndo).toHaveBeenCalled();
    rerender(<RecentTools {...{ recent: [], jobName, onChoose, onClear }} />);
    expect(container.innerHTML).toBe('');
  });
  it('marks off: a sentence and its button', () => {
    const onAllow = vi.fn();
    render(<EnableBadge host="oven.example" onAllow={onAllow} />);
    fireEvent.click(screen.getByText('Show marks on oven.example'));
    expect(onAllow).toHaveBeenCalled();
  });
  it('copying says whether it worked', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    render(<CopyButton label="Copy" text={() => 'x'} />);
    fireEvent.click(screen.getByText('Copy'));
    expect(await screen.findByText('The browser refused to copy')).toBeTruthy();
    vi.unstubAllGlobals();
  });
  it('the full comparison has a column a tool and a row a question', () => {
    const [left, right] = [tool('oven', 'sssk'), tool('pan', 'skk', { name: 'x'.repeat(80) })];
    const rows = comparison(left, right, reference);
    const { container } = render(
      <FullComparison {...{ left, right, rows, said: [[], []], reviewers: reference.reviewers }} />,
    );
    for (const row of container.querySelectorAll('tr')) expect(row.children).toHaveLength(3);
    expect(text(container)).toContain('Disagree');
    expect(text(container)).toContain('Not asked');
  });
});
