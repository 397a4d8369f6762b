import { describe, expect, it } from 'vitest';
import { looksPrivate } from '../../../sites/address.ts';

describe('an address looks private', () => {
  it.each([
    'https://wiki/oven',
    'https://10.0.0.7/oven',
    'https://0x7f.1/oven',
    'https://[2001:db8::1]/oven',
    'https://git.local/oven',
    'https://git.internal./oven',
    'https://git.lan/oven',
    'https://git.home/oven',
    'https://git.home.arpa/oven',
    'https://git.corp/oven',
    'https://GIT.INTRANET/oven',
    'https://git.test/oven',
    'https://localhost/oven',
    'https://oven.localhost/',
    'https://oven.example:8443/',
    'https://someone@oven.example/',
    'https://someone:secret@oven.example/',
    'file:///home/someone/oven.html',
    'chrome://extensions/',
    'oven.example',
    '',
  ])('%s', (address) => expect(looksPrivate(address)).toBe(true));
  it.each([
    'https://github.com/someone/oven',
    'https://local.example/corp',
    'https://corp.example.com/internal/',
    'https://homelan.dev/',
    'https://docs.oven.example:443/',
    'http://oven.example/',
    'https://xn--bckerei-n2a.example/',
  ])('but not %s', (address) => expect(looksPrivate(address)).toBe(false));
});
