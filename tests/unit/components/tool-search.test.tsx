// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { RecentTools } from '../../../components/RecentTools.tsx';
import { ToolSearch } from '../../../components/ToolSearch.tsx';
import { reference, tool } from '../../builders/tool.ts';

afterEach(cleanup);
const text = (container: Element) => container.textContent?.replace(/\s+/g, ' ').trim();

describe('the search', () => {
  const tools = ['oven', 'pan', 'pot'].map((id) => summaryOf(tool(id, 'sss'), reference, undefined));
  const props = { tools, jobName: () => 'Baking', label: 'Find', onChoose: vi.fn(), onCancel: vi.fn() };
  it('can be used with the keys down, up, enter and escape', () => {
    render(<ToolSearch {...props} />);
    const box = screen.getByRole('combobox');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) fireEvent.keyDown(box, { key });
    expect(screen.getAllByRole('option')[1]!.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(props.onChoose).toHaveBeenCalledWith('pan');
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(props.onCancel).toHaveBeenCalled();
  });
  it('chooses nothing by Enter before anything is typed, and then the first', () => {
    const onChoose = vi.fn();
    render(<ToolSearch {...props} onChoose={onChoose} />);
    const box = screen.getByRole('combobox');
    expect(box.hasAttribute('aria-activedescendant')).toBe(false);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onChoose).not.toHaveBeenCalled();
    fireEvent.input(box, { target: { value: 'pan' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onChoose).toHaveBeenCalledWith('pan');
  });
  it('offers first what a pasted link leads to, as it is true of that page', async () => {
    const onChoose = vi.fn();
    const linked = { ...tools[2]!, name: 'Pot 7B', votes: '' };
    const findLink = vi.fn((text: string) =>
      Promise.resolve(
        text.endsWith('/pot')
          ? { tool: linked, page: 'pkg:github/someone/pot' }
          : { none: 'Nothing is there.' },
      ),
    );
    render(<ToolSearch {...props} findLink={findLink} onChoose={onChoose} />);
    const box = screen.getByRole('combobox');
    fireEvent.input(box, { target: { value: 'https://github.com/someone/pot' } });
    expect(text(await screen.findByRole('option'))).toBe('Pot 7B, Not reviewed yet · Baking');
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onChoose).toHaveBeenCalledWith('pot', 'pkg:github/someone/pot');
    fireEvent.input(box, { target: { value: 'https://github.com/someone/lid' } });
    expect(await screen.findByText('Nothing is there.')).toBeTruthy();
    expect(screen.queryAllByRole('option')).toEqual([]);
  });
  it('says when nothing matches', () => {
    render(<ToolSearch {...props} />);
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'spaceship' } });
    expect(screen.queryAllByRole('option')).toEqual([]);
    expect(text(document.body)).toContain('No match for “spaceship”.');
  });
});

describe('recent tools', () => {
  const jobName = () => 'Baking';
  it('are a list with Clear, then Undo, and nothing when empty', () => {
    const recent = [summaryOf(tool('oven', 'sss'), reference, undefined)];
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
});
