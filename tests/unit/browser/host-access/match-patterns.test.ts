import { describe, expect, it } from 'vitest';
import { hostMatcher } from '../../../../browser/host-access/match-patterns.ts';

describe('a match pattern', () => {
  it.each([
    ['https://a.example/*', 'a.example', true],
    ['https://a.example/*', 'docs.a.example', false],
    ['https://a.example/*', 'a.example.evil.example', false],
    ['*://a.example/*', 'a.example', true],
    ['http://a.example/*', 'a.example', false],
    ['https://a.example:8443/*', 'a.example', false],
    ['https://a.example/docs/*', 'a.example', false],
    ['https://*.a.example/*', 'a.example', true],
    ['https://*.a.example/*', 'docs.a.example', true],
    ['https://*.a.example/*', 'nota.example', false],
    ['https://*/*', 'a.example', true],
    ['*://*/*', 'a.example', true],
    ['<all_urls>', 'a.example', true],
  ])('%s: %s %s', (pattern, host, is) => expect(hostMatcher([pattern])(host)).toBe(is));
});
