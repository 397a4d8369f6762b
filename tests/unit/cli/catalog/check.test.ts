import { describe, expect, it } from 'vitest';
import { reference } from '../../../builders/tool.ts';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

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
  it('says when a folder is missing', async () =>
    expect((await catalog('check', '--data', '/nowhere')).stderr).toContain('/nowhere/tools'));
});
