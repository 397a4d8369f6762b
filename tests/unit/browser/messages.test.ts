import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerWith, message } from '../../../browser/messages.ts';

beforeEach(() => fakeBrowser.reset());

describe('messages', () => {
  const handlers = {
    'tool-on-page': vi.fn(() => Promise.resolve()),
    'page-facts': vi.fn(() => Promise.resolve([])),
    'hold-badge': vi.fn(() => Promise.resolve(true)),
    'open-verdict': vi.fn(() => Promise.resolve()),
    'open-comparison': vi.fn(() => Promise.resolve()),
    'repair-catalog': vi.fn(() => Promise.resolve()),
    'start-again': vi.fn(() => Promise.resolve()),
    'feeds-changed': vi.fn(() => Promise.resolve()),
    'refresh-feed': vi.fn(() => Promise.resolve()),
  };
  const answer = answerWith<string>(handlers);
  it('reach their handler with their data and sender', async () => {
    await answer(message('open-verdict', { tool: 'oven' }), 'tab');
    expect(handlers['open-verdict']).toHaveBeenCalledWith({ tool: 'oven' }, 'tab');
  });
  it.each([undefined, null, 7, 'x', {}, { type: 'toString' }, { type: 7 }])('%j is none', (other) =>
    expect(answer(other, 'tab')).toBeUndefined(),
  );
});
