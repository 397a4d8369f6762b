import { describe, expect, it } from 'vitest';
import { feedLabel } from '../../../catalog/feed/feed-label.ts';

describe('the label of a feed', () => {
  const claim = (name: string) => ({ feed: 'kitchen', name, url: 'https://feeds.example/kitchen/' });
  it.each<[string, string, string[], string]>([
    ['is what it calls itself', 'Kitchen', ['Garden'], 'Kitchen'],
    ['is its host where nothing can be seen', '\u200B\u2060', [], 'feeds.example'],
    ['names its host where it is taken', 'Garden', ['Garden'], 'Garden (feeds.example)'],
    ['names its host where it looks like a taken one', 'Gаrdеn', ['Garden'], 'Gаrdеn (feeds.example)'],
    [
      'is its id where that is taken too',
      'Garden',
      ['Garden', 'Garden (feeds.example)'],
      'kitchen (feeds.example)',
    ],
  ])('%s', (_, name, taken, label) => expect(feedLabel(claim(name), taken)).toBe(label));
  it('is never one that is taken, whatever is', () => {
    const taken = [
      'Garden',
      'Garden (feeds.example)',
      'kitchen (feeds.example)',
      'kitchen 2 (feeds.example)',
    ];
    expect(taken).not.toContain(feedLabel(claim('Garden'), taken));
  });
});
