import { describe, expect, it } from 'vitest';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { bundledCatalog, packed } from '../../../modules/bundled-catalog.ts';
import { readReference, readToolFiles } from '../../../cli/read-data.ts';
import { readCatalog } from '../../../catalog/read-catalog.ts';
import { reference, tool } from '../../builders/tool.ts';

const files = readToolFiles();
describe('the data files', () => {
  it('have three or more tools for each job', () => {
    const jobs = files.map(({ json }) => (json as Tool).job);
    for (const job of Object.keys(readReference().jobs))
      expect(jobs.filter((one) => one === job).length).toBeGreaterThan(2);
  });
  it('say of each judged tool whom it suits, when to choose it, and each vote in a line', () => {
    const silent = files
      .map(({ json }) => json as Tool)
      .filter(
        ({ review, bestFor, chooseIf }) => review && !(bestFor && chooseIf && review.votes.every(hasGist)),
      );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
  it('are bundled completely and the same each time', async () => {
    const catalog = await packed(bundledCatalog());
    expect(await packed(bundledCatalog())).toBe(catalog);
    expect(readCatalog(JSON.parse(catalog))).toMatchObject({
      problems: [],
      tools: { length: files.length },
    });
    // All that can be derived from any tool, twice.
  }, 60_000);
  it.each<[string, Tool[], string]>([
    [
      'one that cannot be shown',
      [tool('pan', ''), { ...tool('oven', 'sss'), does: undefined } as unknown as Tool],
      'data/tools/oven.json: readers leave it out: has no toolMarkdown: ',
    ],
    ['a page twice', [tool('pan', ''), tool('oven', '', { pages: tool('pan', '').pages })], 'Readers refuse'],
    ['no tool', [], 'Readers refuse a catalog without any tool.'],
  ])('make no package with %s', async (_, tools, sentence) =>
    expect(packed({ ...bundledCatalog(), reference, tools })).rejects.toThrow(sentence),
  );
});

const hasGist = ({ gist }: { gist?: string }) => Boolean(gist);
