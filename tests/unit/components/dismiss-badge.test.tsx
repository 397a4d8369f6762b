// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DismissBadge } from '../../../components/BadgeSwitches.tsx';
import { tool } from '../../builders/tool.ts';

const page = 'pkg:github/someone/oven';

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

describe('a dismissed page', () => {
  const correction = { tool: tool('oven', ''), page, issues: 'https://tracker.example/issues' };
  const states = { isDismissed: true, wasDismissed: false, untilReload: false };
  const shown = (more: object) =>
    render(<DismissBadge {...{ ...states, correction, onHide: vi.fn(), onShow: vi.fn(), ...more }} />)
      .container;
  it.each([
    [{ isDismissed: false }, ' Not this tool?'],
    [{}, 'Badge hidden on this page. UndoReport the mix-up'],
    [{ untilReload: true }, 'Badge hidden on this page until you reload. UndoReport the mix-up'],
    [{ wasDismissed: true }, 'You hid the badge on this page. Show badgeReport the mix-up'],
    [{ wasDismissed: true, isDismissed: false }, 'Badge is back. Not this tool?'],
  ])('as %j reads “%s”', (more, words) => expect(shown(more).textContent).toBe(words));
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
