import { describe, expect, it } from 'vitest';
import { errorMessage, FeedError } from '../../../catalog/feed/feed-error.ts';

describe('an error of a feed', () => {
  it('a sentence is cut where a feed would make it a book', () => {
    const told = errorMessage(new FeedError('a'.repeat(100_000)));
    expect([told.length, told.at(-1)]).toEqual([401, '…']);
    expect(errorMessage(new FeedError('No.'))).toBe('No.');
    expect(errorMessage(new TypeError('x'))).toBe('It could not be kept: x');
  });
});
