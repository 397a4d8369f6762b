// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HiddenBadge } from '../../../components/BadgeSwitches.tsx';
import { tool } from '../../builders/tool.ts';

const page = 'pkg:github/someone/oven';

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

describe('a dismissed page', () => {
  const correction = { tool: tool('oven', ''), page, issues: 'https://tracker.example/issues' };
  const states = { isDismissed: true, wasDismissed: false, isChanged: true, untilReload: false };
  const shown = (more: object) =>
    render(<HiddenBadge {...{ ...states, correction, onHide: vi.fn(), onShow: vi.fn(), ...more }} />)
      .container;
  it.each([
    [{ isDismissed: false, isChanged: false }, ' '],
    [{}, 'Badge hidden on this page. UndoNot this tool? Report the mix-up'],
    [
      { untilReload: true },
      'Badge hidden on this page until you reload. UndoNot this tool? Report the mix-up',
    ],
    [
      { wasDismissed: true, isChanged: false },
      'You hid the badge on this page. Show badgeNot this tool? Report the mix-up',
    ],
    [{ wasDismissed: true, isDismissed: false }, 'Badge is back. Undo'],
    [{ isDismissed: false }, 'Badge is back. Undo'],
  ])('as %j reads “%s”', (more, words) => expect(shown(more).textContent).toBe(words));
  it('has its undo in focus as soon as it is hidden, and not before', () => {
    const props = { ...states, correction, onHide: vi.fn(), onShow: vi.fn() };
    const { rerender } = render(<HiddenBadge {...props} isDismissed={false} isChanged={false} />);
    expect(document.activeElement).toBe(document.body);
    rerender(<HiddenBadge {...props} />);
    expect(document.activeElement?.textContent).toBe('Undo');
    fireEvent.click(document.activeElement!);
    expect(props.onShow).toHaveBeenCalledOnce();
  });
  it('links to the form, filled in with only the tool and the page id', () => {
    const { searchParams } = new URL(shown({}).querySelector('a')!.href);
    expect(Object.fromEntries(searchParams)).toEqual({
      template: 'correction.yml',
      title: 'Oven: mistaken page',
      tool: 'oven',
      fact: 'page',
      page,
    });
  });
  it('offers a feed’s mix-up as text, and says who should get it', () => {
    const { textContent } = shown({
      correction: { ...correction, tool: tool('oven', '', { from: 'Kitchen' }) },
    });
    expect(textContent).toMatch(/Copy report Send it to the people behind the feed “Kitchen”\.$/);
  });
  it('offers the same as text to copy where there is no tracker', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    shown({ correction: { ...correction, issues: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(writeText.mock.calls[0]![0]).toBe(
      `Correction for Oven (oven)\nPage mistaken for it: ${page}\nCorrect tool: \nSource: `,
    );
  });
  it('is hidden without a form where the page looks private', () => {
    const container = shown({ correction: 'private' });
    expect(container.textContent).toContain('This page looks private, so nothing can be reported from here.');
    expect(container.querySelector('a')).toBeNull();
    expect(container.querySelectorAll('button')).toHaveLength(1);
  });
  it('offers no form until it is known whether the page is private', () => {
    expect(shown({ correction: undefined }).textContent).toBe('Badge hidden on this page. Undo');
  });
});
