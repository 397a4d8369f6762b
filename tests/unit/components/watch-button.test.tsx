// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { WatchButton } from '../../../components/WatchButton.tsx';

const text = (at: Element) => at.textContent?.replace(/\s+/g, ' ').trim();

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

describe('the star', () => {
  const onWatch = vi.fn();
  const star = (isOn: boolean, isPrivate: boolean, look: 'icon' | 'words' = 'icon') => {
    onWatch.mockReset();
    render(
      <WatchButton
        tool={{ name: 'Oven', from: undefined }}
        isWatched={isOn}
        isPrivate={isPrivate}
        look={look}
        onWatch={onWatch}
      />,
    );
    return screen.getByRole('button');
  };
  it.each([
    [false, 'Watch Oven', true],
    [true, 'Unwatch Oven', false],
  ])('on: %s is “%s”', (isOn, name, next) => {
    const button = star(isOn, false);
    expect(button.getAttribute('aria-pressed')).toBe(String(isOn));
    expect(button.getAttribute('aria-label')).toBe(name);
    expect(button.title).toBe(name);
    fireEvent.click(button);
    expect(onWatch).toHaveBeenCalledWith(next);
  });
  it('shows its label where there is room', () =>
    expect(text(star(true, false, 'words'))).toBe('Unwatch Oven'));
  it('is disabled in a private window and says why', () => {
    const button = star(false, true);
    expect(text(screen.getByRole('status'))).toBe('');
    fireEvent.click(button);
    expect(text(screen.getByRole('status'))).toBe('Not available in private windows');
    expect(onWatch).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.title).toBe('Not available in private windows');
  });
});
