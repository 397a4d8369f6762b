import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { key, at, run } = feedFolder();

describe('feed keygen', () => {
  it('protects the private key file and never prints it', async () => {
    const { code, out } = await run('keygen', '--out', at('more-keys'));
    const pem = readFileSync(at('more-keys/feed-key.pem'), 'utf8');
    expect(code).toBe(0);
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(out).not.toContain(pem.split('\n')[1]);
    expect(out).toContain(readFileSync(at('more-keys/feed-key.pub'), 'utf8').trim());
    expect(out).toMatch(/Fingerprint: ([0-9a-f]{4} ){15}[0-9a-f]{4}\n/);
    if (process.platform !== 'win32') expect(statSync(at('more-keys/feed-key.pem')).mode & 0o777).toBe(0o600);
  });
  it('writes both keys or none', async () => {
    mkdirSync(at('half'));
    writeFileSync(at('half/feed-key.pub'), '');
    expect(await run('keygen', '--out', at('half'))).toMatchObject({ code: 1, out: '' });
    expect(readdirSync(at('half'))).toEqual(['feed-key.pub']);
  });
  it('overwrites no key', async () => {
    const before = readFileSync(key, 'utf8');
    expect(await run('keygen', '--out', at('keys'))).toEqual({
      code: 1,
      out: '',
      error: `${key} already exists, and a key is never overwritten\n`,
    });
    expect(readFileSync(key, 'utf8')).toBe(before);
  });
});
