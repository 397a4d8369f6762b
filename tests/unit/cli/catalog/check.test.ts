import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { reference } from '../../../builders/tool.ts';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

const wide = {
  value: 'unknown',
  checked: '2026-01-05',
  source: Array.from({ length: 1_000 }, () => 'readme'),
};
const { data, catalog, inChangedFolder } = catalogFolder();

describe('catalog check', () => {
  it('passes a good folder', async () =>
    expect(await catalog('check', '--data', data)).toEqual({
      status: 0,
      stdout: '2 tools, 0 problems\n',
      stderr: '',
    }));
  it('names file and field of all problems at once', async () => {
    const files = {
      'tools/broken.json': '{',
      'tools/pan.json': '{"name":"Pan","id":"pot"}',
      'tools/list.json': '[]\n',
      'jobs.json': JSON.stringify({ brewing: reference.jobs.brewing, baking: reference.jobs.baking }),
      'licenses.json': JSON.stringify(reference.licenses),
    };
    await inChangedFolder(files, async (folder) => {
      const { status, stdout, stderr } = await catalog('check', '--data', folder);
      expect(status).toBe(1);
      expect(stdout).toBe(`5 tools, ${stderr.trim().split('\n').length} problems\n`.replace('5', '4'));
      for (const problem of [
        'data/tools/broken.json: Expected property name',
        'data/tools/pan.json: is not formatted',
        'data/tools/pan.json: id: is not in the order of the schema',
        'data/tools/pan.json: maker: ',
        'data/tools/list.json: (root): ',
        'data/jobs.json: baking: entries are sorted by key',
        'data/licenses.json: LicenseRef-Lab: url: is missing',
      ])
        expect(stderr).toContain(problem);
    });
  });
  it('names a table that cannot be read and checks everything else', async () =>
    inChangedFolder({ 'jobs.json': 'no', 'tools/broken.json': '' }, async (folder) => {
      const { status, stderr } = await catalog('check', '--data', folder);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^data\/jobs.json: .*\n.*broken.json/)]);
    }));
  it('derives all that the extension derives, and names the tool and why readers would leave it out', async () => {
    const oven = JSON.parse(readFileSync(join(data, 'tools/oven.json'), 'utf8')) as Tool;
    const files = {
      'tools/oven.json': JSON.stringify({
        ...oven,
        facts: { ...oven.facts, license: { ...oven.facts.license, note: 'x'.repeat(1_001) } },
        community: { ship: 3, of: 2 },
      }),
      'tools/wide.json': JSON.stringify({
        ...oven,
        ...{ id: 'wide', pages: ['wide.example'], facts: { ...oven.facts, dataGoes: wide } },
      }),
    };
    await inChangedFolder(files, async (folder) => {
      const { status, stderr } = await catalog('check', '--data', folder);
      expect(status).toBe(1);
      expect(stderr).toContain(
        'data/tools/oven.json: readers leave it out: has 1,001 letters in one text, more than 1,000',
      );
      expect(stderr).toContain('data/tools/wide.json: readers leave it out: has ');
    });
  });
  it('accepts a version of any length and a source of any name', async () => {
    const oven = JSON.parse(readFileSync(join(data, 'tools/oven.json'), 'utf8')) as Tool;
    const text = JSON.stringify(oven, null, 2)
      .replaceAll('"readme"', '"constructor"')
      .replaceAll('"1.0"', '"0.19.0.1.2"');
    await inChangedFolder({ 'tools/oven.json': `${text}\n` }, async (folder) => {
      const { stdout, stderr } = await catalog('check', '--data', folder);
      expect(stderr.replace(/.*is not formatted.*\n/, '')).toBe('');
      expect(stdout).toContain('2 tools, ');
    });
  });
  it('says when a folder is missing', async () =>
    expect((await catalog('check', '--data', '/nowhere')).stderr).toBe('/nowhere does not exist\n'));
});
