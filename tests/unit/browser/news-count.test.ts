// @vitest-environment happy-dom
import { effect } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newsCount } from '../../../browser/news-count.ts';

it('is what the icon shows, read again when somebody comes back to the page', async () => {
  const icon = vi.fn<() => Promise<string>>().mockResolvedValue('2');
  Object.assign(fakeBrowser.action, { getBadgeText: icon });
  const seen: string[] = [];
  const stop = effect(() => void seen.push(newsCount.value));
  await vi.waitFor(() => expect(seen).toEqual(['', '2']));
  icon.mockResolvedValue('');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(seen).toEqual(['', '2', '']));
  stop();
  icon.mockResolvedValue('3');
  document.dispatchEvent(new Event('visibilitychange'));
  await Promise.resolve();
  expect(icon).toHaveBeenCalledTimes(2);
});

it('is empty where the browser does not say', async () => {
  const icon = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('no icon'));
  Object.assign(fakeBrowser.action, { getBadgeText: icon });
  const stop = effect(() => void newsCount.value);
  await vi.waitFor(() => expect(icon).toHaveBeenCalledOnce());
  expect(newsCount.value).toBe('');
  stop();
});
