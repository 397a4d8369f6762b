import { describe, expect, it } from 'vitest';
import { feedAddress } from '../../../catalog/feed/feed-address.ts';
import { codeOf, messageOf } from '../../builders/signed-feed.ts';

describe('the address of a feed', () => {
  it.each([
    ['feeds.example/kitchen', 'https://feeds.example/kitchen/'],
    [' https://feeds.example/kitchen/manifest.json?x#y ', 'https://feeds.example/kitchen/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://127.1/', 'http://127.0.0.1/'],
  ])('%j is the folder %s', (typed, folder) => expect(feedAddress(typed)).toBe(folder));
  it.each([
    ['', '“” isn’t a web address.'],
    ['not an address', '“not an address” isn’t a web address.'],
    ['javascript:alert(1)', '“javascript:alert(1)” isn’t a web address.'],
    ['http://feeds.example/', 'http://feeds.example: a feed’s address begins with https://'],
    ['http://localhost.feeds.example/', 'a feed’s address begins with https://'],
    ['http://127.0.0.1.feeds.example/', 'a feed’s address begins with https://'],
    ['http://127.0.0.2/', 'a feed’s address begins with https://'],
    ['http://[::1]:8080/', 'a feed’s address begins with https://'],
    ['file:///etc/passwd', '“file:///etc/passwd” isn’t a web address.'],
    ['ftp://feeds.example/', 'a feed’s address begins with https://'],
    ['https://me:secret@feeds.example/', 'A feed’s address can’t contain a name or password.'],
  ])('%j is not the folder of a feed', async (typed, sentence) => {
    expect(await messageOf(() => feedAddress(typed))).toContain(sentence);
    expect(await codeOf(() => feedAddress(typed))).toBe('invalid-address');
  });
});
