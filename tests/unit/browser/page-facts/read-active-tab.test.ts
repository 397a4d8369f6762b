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
    const run = answer({ ...newer, extra: 1 });
    expect(await readActiveTab(at('https://github.com/someone/oven'))).toEqual(newer);
    expect(run).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['page-facts.js'] });
  });
  it('is not read on a site without page facts', async () => {
    const run = answer(newer);
    for (const url of ['https://oven.example/', 'chrome://newtab/', ''])
      expect(await readActiveTab(at(url))).toEqual({});
    expect(run).not.toHaveBeenCalled();
  });
  it('has no facts where no script may run', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access'));
    expect(await readActiveTab(at('https://github.com/someone/oven'))).toEqual({});
  });
});
