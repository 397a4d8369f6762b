import { describe, expect, it } from 'vitest';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

const { data, catalog, inChangedFolder } = catalogFolder();

describe('catalog stale', () => {
  it('lists old facts, oldest first, and exits with 1', async () => {
    const { status, stdout } = await catalog('stale', '--days', '30', '--data', data);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ *\d+ days {2}2026-01-05 {2}oven: license \(source of 2026-01-02\)\n/);
    expect(stdout).toMatch(/of 8 facts were checked more than 30 days ago\n$/);
  });
  it('exits with 0 when no fact is old', async () =>
    expect(await catalog('stale', '--days', '99999', '--data', data)).toMatchObject({ status: 0 }));
  it.each(['-1', 'x', '1.5'])('refuses --days=%s', async (days) =>
    expect(await catalog('stale', `--days=${days}`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`--days: "${days}" is not a whole number\n\n`) as string,
    }),
  );
});

describe('catalog stats', () => {
  it('counts by share, seat, job and unknown', async () => {
    const { status, stdout } = await catalog('stats', '--data', data);
    expect(status).toBe(0);
    expect(stdout).toContain('2 tools, 2 of them reviewed: 1 Ship, 0 Split, 1 Skip.');
    expect(stdout).toMatch(/\| Skeptic +\| 1 +\| 1 +\| 50% +\|/);
    expect(stdout).toMatch(/\| Baking +\| 2 +\| 2 +\| 1 +\| 0 +\| 1 +\|/);
    expect(stdout).toMatch(/\| license +\| 0 +\| 2 +\|/);
  });
  it('does not write figures of another folder into our docs', async () =>
    expect(await catalog('stats', '--data', data, '--write')).toMatchObject({ status: 2, stdout: '' }));
  it('names what it cannot read', async () =>
    inChangedFolder({ 'tools/pan.json': '{"id":"pan"}' }, async (folder) =>
      expect(await catalog('stats', '--data', folder)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^data\/tools\/pan.json: name: /) as string,
      }),
    ));
});
