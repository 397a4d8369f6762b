import { describe, expect, it } from 'vitest';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

const { data, catalog, inChangedFolder } = catalogFolder();

describe('catalog stale', () => {
  it('lists old facts, oldest first, and exits with 1', async () => {
    const { status, stdout } = await catalog('stale', '--days', '30', '--data', data);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ *\d+ days {2}2026-01-02 {2}oven: status\n/);
    expect(stdout).toMatch(/^\d of 8 facts are more than 30 days old\n$/m);
  });
  it('lists sources with what rests on them, and tools with their oldest fact', async () => {
    const bySource = await catalog('stale', '--by', 'source', '--data', data);
    expect(bySource.stdout).toMatch(
      /2026-01-02 {2}oven: readme \(4 facts rest on it\) https:\/\/a.example\/\n/,
    );
    expect(bySource.status).toBe(1);
    const byTool = await catalog('stale', '--by', 'tool', '--data', data);
    expect(byTool.stdout).toMatch(/2026-01-02 {2}oven: 4 of 4 facts, first status\n/);
  });
  it('refuses another list', async () =>
    expect(await catalog('stale', '--by', 'moon', '--data', data)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--by: "moon" is not fact, source or tool') as string,
    }));
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
