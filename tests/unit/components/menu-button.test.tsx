// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MenuButton } from '../../../components/MenuButton.tsx';

afterEach(cleanup);

const focused = () => document.activeElement?.textContent;
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement!, { key });
};

describe('a menu', () => {
  const [onOpen, onHide, onCorner] = [vi.fn(), vi.fn(), vi.fn()];
  const shown = () => {
    render(
      <>
        <MenuButton
          label="More"
          onOpen={onOpen}
          groups={[
            { items: [{ label: 'Hide badge', onSelect: onHide }] },
            {
              name: 'Position',
              items: [
                { label: 'Beside', isChecked: true, onSelect: vi.fn() },
                { label: 'Corner', isChecked: false, onSelect: onCorner },
              ],
            },
            { items: [{ label: 'Help', href: 'https://help.example/' }] },
          ]}
        />
        <button type="button">Elsewhere</button>
      </>,
    );
    return screen.getByRole('button', { name: 'More' });
  };

  it('opens with a click on its first item, and with the arrow up on its last', () => {
    const button = shown();
    expect(button.getAttribute('aria-haspopup')).toBe('menu');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-controls')!)).toBe(screen.getByRole('menu'));
    expect(focused()).toBe('Hide badge');
    press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    press('ArrowUp');
    expect(focused()).toBe('Help');
    expect(onOpen).toHaveBeenCalledTimes(2);
  });

  it('is walked through with arrows, Home, End and letters', () => {
    shown().focus();
    press('ArrowDown');
    const seen = [
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'ArrowUp',
      'Home',
      'End',
      'h',
      'H',
      'c',
      'x',
    ];
    expect(seen.map((key) => (press(key), focused()))).toEqual(
      ['Beside', 'Corner', 'Help', 'Hide badge', 'Help', 'Hide badge', 'Help', 'Hide badge', 'Help', 'Corner', 'Corner'], // prettier-ignore
    );
  });

  it('does what is chosen and closes; a choice of several stays open', () => {
    const button = shown();
    fireEvent.click(button);
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Corner' }));
    expect(onCorner).toHaveBeenCalledOnce();
    expect(screen.getByRole('menuitemradio', { name: 'Beside' }).getAttribute('aria-checked')).toBe('true');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Hide badge' }));
    expect(onHide).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes with Tab, with a second press, and when the focus goes elsewhere', () => {
    const button = shown();
    fireEvent.click(button);
    press('Tab');
    expect(screen.queryByRole('menu')).toBeNull();
    fireEvent.click(button);
    fireEvent.click(button);
    expect(screen.queryByRole('menu')).toBeNull();
    fireEvent.click(button);
    fireEvent.focusOut(document.activeElement!, { relatedTarget: screen.getByText('Elsewhere') });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('names its groups, and opens a page in a tab of its own', () => {
    fireEvent.click(shown());
    expect(screen.getByRole('group', { name: 'Position' })).toBeTruthy();
    const link = screen.getByRole('menuitem', { name: 'Help' });
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
  });
});
