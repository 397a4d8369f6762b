import { describe, expect, it } from 'vitest';
import { asFeedError, FeedError } from '../../../catalog/feed/feed-error.ts';

describe('an error of a feed', () => {
  it('a long sentence of a feed is cut', () => {
    const { code, message } = asFeedError(new FeedError('rollback', 'a'.repeat(100_000)));
    expect([code, message.length, message.at(-1)]).toEqual(['rollback', 401, '…']);
    expect(asFeedError(new FeedError('expired', 'No.'))).toMatchObject({ code: 'expired', message: 'No.' });
  });
  it.each([
    [
      new DOMException('x', 'QuotaExceededError'),
      'storage-full',
      'The browser has no room left to store it.',
    ],
    [new Error('QuotaExceededError: x'), 'storage-full', 'The browser has no room left to store it.'],
    [new TypeError('x'), 'unexpected', 'It could not be stored: x'],
  ])('%s has a code too', (error, code, message) =>
    expect(asFeedError(error)).toMatchObject({ code, message }),
  );
  it('a feed’s sentence about a quota stays the feed’s', () => {
    const error = new FeedError('malformed', 'x: name: quota');
    expect(asFeedError(error)).toMatchObject({ code: 'malformed', message: 'x: name: quota' });
  });
});
