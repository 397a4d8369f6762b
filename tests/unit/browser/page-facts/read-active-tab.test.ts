import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CurrentPage } from '../../../../browser/tabs.ts';
import { readActiveTab } from '../../../../browser/page-facts/inject.ts';

const page = 'pkg:github/someone/oven';
const newer = { version: 'v1.3.0' };

beforeEach(() => fakeBrowser.reset());

describe('the page in a tab', () => {
  const at = (url: string): CurrentPage => ({ tabId: 7, url, pageIds: [page], isPrivate: false });
  const answer = (result: unknown) =>
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([{ frameId: 0, result }] as never);
  it('is read by the page facts script', async () => {
    const run = answer({ facts: { ...newer, extra: 1 }, extra: 1 });
    expect(await readActiveTab(at('https://github.com/someone/oven'))).toEqual({ facts: newer });
    expect(run).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['page-facts.js'] });
  });
  it.each([
    [{ status: 404 }, { status: 404 }],
    [{ type: 'application/pdf' }, { type: 'application/pdf' }],
    [{ reason: 'unnamed' }, { reason: 'unnamed' }],
    [{ status: 'x' }, undefined],
    [{ type: 'x'.repeat(300) }, undefined],
    [{ reason: 'other' }, undefined],
    [7, undefined],
  ])('says what it is instead of a page: %j', async (noPage, expected) => {
    answer({ facts: {}, noPage });
    expect((await readActiveTab(at('https://oven.example/'))).noPage).toEqual(expected);
  });
  it('is not read where its address is not a tool’s', async () => {
    const run = answer({ facts: newer });
    expect(await readActiveTab({ tabId: 7, url: 'about:newtab', pageIds: [], isPrivate: false })).toEqual({
      facts: {},
    });
    expect(run).not.toHaveBeenCalled();
  });
  it('has no facts where no script may run, and says so', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access'));
    expect(await readActiveTab(at('https://github.com/someone/oven'))).toEqual({ facts: {}, isUnread: true });
  });
  it.each([undefined, null, 7, []])('has no facts where the script says %j', async (result) => {
    answer(result);
    expect(await readActiveTab(at('https://github.com/someone/oven'))).toEqual({ facts: {} });
  });
});
