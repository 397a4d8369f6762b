import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

const { catalog, inChangedFolder } = catalogFolder();

describe('catalog new', () => {
  const teaPot = ['https://github.com/Someone/Tea-Pot', '--job', 'brewing', '--does', 'Brews tea.'];
  it('writes a file that passes except for the blanks it names', async () =>
    inChangedFolder({}, async (folder) => {
      const { status, stdout } = await catalog('new', ...teaPot, '--data', folder);
      expect([status, stdout]).toEqual([0, expect.stringContaining('Still blank: kind.')]);
      const checked = await catalog('check', '--data', folder);
      expect(checked.stderr.trim()).toMatch(/^data\/tools\/tea-pot.json: kind: .*$/);
    }));
  it('writes a file that passes when nothing is blank', async () =>
    inChangedFolder({}, async (folder) => {
      expect((await catalog('new', ...teaPot, '--kind', 'app', '--data', folder)).status).toBe(0);
      expect(await catalog('check', '--data', folder)).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(readFileSync(join(folder, 'tools/tea-pot.json'), 'utf8'))).toMatchObject({
        name: 'Tea-Pot',
        maker: 'Someone',
        pages: ['pkg:github/Someone/Tea-Pot'],
      });
    }));
  it.each([
    [[], 2, 'The address of its page is missing'],
    [
      ['https://github.com/search?q=tea'],
      2,
      "https://github.com/search?q=tea is not the address of a tool's page",
    ],
    [['tea'], 2, "tea is not the address of a tool's page"],
    [
      ['https://github.com/someone/OVEN/issues'],
      1,
      'pkg:github/someone/oven is already a page of data/tools/oven.json',
    ],
    [
      ['https://tea.example', '--id', 'pan'],
      1,
      'data/tools/pan.json already exists; choose another id with --id',
    ],
    [
      ['https://tea.example', '--job', 'mining'],
      2,
      '--job: "mining" is not in data/jobs.json; the jobs are baking',
    ],
    [['https://tea.example', '--id', 'Tea Pot'], 2, '--id: '],
    [['https://tea.example', '--kind', 'kettle'], 2, '--kind: '],
  ])('%j says what is wrong and writes nothing', async (args, code, message) =>
    inChangedFolder({}, async (folder) => {
      const { status, stderr } = await catalog('new', ...args, '--data', folder);
      expect([status, stderr]).toEqual([code, expect.stringContaining(message)]);
      expect((await catalog('check', '--data', folder)).stdout).toBe('2 tools, 0 problems\n');
    }),
  );
});
