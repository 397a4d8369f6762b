import { describe, expect, it } from 'vitest';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

const { data, catalog } = catalogFolder();

describe('catalog show', () => {
  it('prints a tool with its sources, pages and rivals, also by a former id', async () => {
    const { status, stdout } = await catalog('show', 'oven', '--data', data);
    expect(status).toBe(0);
    for (const part of [
      '## Oven',
      '**Reviewers:** Ship',
      'Found on: pkg:github/someone/oven',
      'offered: Pan',
    ])
      expect(stdout).toContain(part);
    expect((await catalog('show', 'skillet', '--data', data)).stdout).toContain('## Pan');
  });
  it.each([
    [['ove'], 1, '"ove" is not a tool of the catalog; did you mean oven?\n'],
    [['__proto__'], 1, '"__proto__" is not a tool of the catalog\n'],
    [[], 2, 'Missing required positional argument: ID\n\n'],
  ])('%j', async (args, code, message) =>
    expect(await catalog('show', ...args, '--data', data)).toMatchObject({
      status: code,
      stderr: expect.stringContaining(message) as string,
    }),
  );
});

describe('catalog sample', () => {
  it('draws the same facts for the same seed, each once, with their sources', async () => {
    const draw = async (seed: string) =>
      (await catalog('sample', '8', '--seed', seed, '--data', data)).stdout;
    const drawn = await draw('7');
    expect(await draw('7')).toBe(drawn);
    expect(await draw('8')).not.toBe(drawn);
    const facts = drawn.match(/^\d+\. .*$/gm)!.map((line) => line.replace(/^\d+\. /, ''));
    expect(new Set(facts).size).toBe(8);
    expect(drawn).toContain('   README, seen 2026-01-02: https://a.example/');
  });
  it.each([
    [['5'], 'Missing required argument: --seed\n\n'],
    [['--seed', '1'], 'Missing required positional argument: COUNT\n\n'],
    [['0', '--seed', '1'], 'COUNT: "0" is not a whole number from 1 up\n\n'],
    [['5', '--seed', 'x'], '--seed: "x" is not a whole number\n\n'],
    [['9', '--seed', '1'], 'COUNT: the catalog has 8 facts with a source\n\n'],
  ])('%j', async (args, message) =>
    expect(await catalog('sample', ...args, '--data', data)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(message) as string,
    }),
  );
});
