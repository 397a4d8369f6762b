import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../sites/address.ts';
import { pageIds } from '../../../sites/index.ts';
import { webAddress } from '../../builders/urls.ts';

describe('parts of an address that make no difference', () => {
  const plain = pageIds('https://github.com/axolotl-ai-cloud/axolotl');
  const owner = fc.constantFrom('axolotl-ai-cloud', 'AXOLOTL-AI-CLOUD', 'Axolotl-AI-Cloud');
  const slashes = fc.constantFrom('/', '//', '///');
  const end = fc.constantFrom(
    '',
    '/',
    '//',
    '.git',
    '.git/',
    '/tree/main',
    '/issues/1',
    '?a=b',
    '#readme',
    '/?tab=x#y',
  );
  const host = fc.constantFrom('github.com', 'GitHub.com', 'www.github.com', 'github.com.', 'WWW.GITHUB.COM');
  it('case, slashes, one www., query, fragment, .git and subpages', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('https', 'HTTP'),
        host,
        slashes,
        owner,
        slashes,
        end,
        (scheme, h, a, o, b, e) => {
          expect(pageIds(`${scheme}://${h}${a}${o}${b}axolotl${e}`)).toEqual(plain);
        },
      ),
    ));
});

describe('what never matches', () => {
  it.each([
    'https://github.com.evil.example/axolotl-ai-cloud/axolotl',
    'https://evilgithub.com/axolotl-ai-cloud/axolotl',
    'https://github.com@evil.example/axolotl-ai-cloud/axolotl',
    'https://user:pass@github.com/axolotl-ai-cloud/axolotl',
    'https://github.com:444/axolotl-ai-cloud/axolotl',
    'https://www.www.github.com/axolotl-ai-cloud/axolotl',
    'https://gist.github.com/axolotl-ai-cloud/axolotl',
    'https://gіthub.com/axolotl-ai-cloud/axolotl',
    'chrome-extension://github.com/axolotl-ai-cloud/axolotl',
    'javascript:location="https://github.com/axolotl-ai-cloud/axolotl"',
    'blob:https://github.com/axolotl-ai-cloud/axolotl',
    'github.com/axolotl-ai-cloud/axolotl',
    '',
  ])('%s', (url) => expect(pageIds(url)).not.toContain('pkg:github/axolotl-ai-cloud/axolotl'));
  it('and no text makes it throw', () =>
    fc.assert(fc.property(fc.oneof(fc.string(), webAddress), (text) => Array.isArray(pageIds(text)))));
});

it('a port is ignored only where it is the default of the scheme', () => {
  expect(readAddress('https://github.com:443/a/b')?.host).toBe('github.com');
  expect(readAddress('http://github.com:443/a/b')).toBeUndefined();
});
