import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { holdBadge } from '../../../browser/hold-badge.ts';

const token = 'h3f2b8c1e-0000-4000-8000-000000000000';

describe('the sheet that holds a badge', () => {
  const insertCSS = vi.fn<(sheet: { css: string; origin: string }) => Promise<void>>();
  beforeEach(() => {
    insertCSS.mockReset().mockResolvedValue();
    Object.assign(fakeBrowser.scripting, { insertCSS });
  });
  it('names the class of one page, as a user’s sheet', async () => {
    expect(await holdBadge(token, 7)).toBe(true);
    const [{ css, origin }] = insertCSS.mock.lastCall!;
    expect(origin).toBe('USER');
    expect(css.replaceAll(`.${token}`, '')).not.toMatch(/[.#]\w/);
  });
  it.each([undefined, 7, '', 'x', `${token} *`, `${token}{}body`, 'h3f2b8c1e', `${token}}*{color:red`])(
    'is not made of %j',
    async (other) => {
      expect(await holdBadge(other, 7)).toBe(false);
      expect(insertCSS).not.toHaveBeenCalled();
    },
  );
  it('is not made without a tab, and where none can be it says so', async () => {
    expect(await holdBadge(token, undefined)).toBe(false);
    insertCSS.mockRejectedValue(new Error('no access'));
    expect(await holdBadge(token, 7)).toBe(false);
  });
});
