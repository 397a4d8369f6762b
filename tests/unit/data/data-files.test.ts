import { describe, expect, it } from 'vitest';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { bundledCatalog } from '../../../modules/bundled-catalog.ts';
import { readReference, readToolFiles } from '../../../cli/read-data.ts';
import { readCatalog } from '../../../catalog/read-catalog.ts';

const files = readToolFiles();
describe('the data files', () => {
  it('have three or more tools for each job', () => {
    const jobs = files.map(({ json }) => (json as Tool).job);
    for (const job of Object.keys(readReference().jobs))
      expect(jobs.filter((one) => one === job).length).toBeGreaterThan(2);
  });
  it('are bundled completely and the same each time', () => {
    const packed = bundledCatalog();
    expect(packed).toEqual(bundledCatalog());
    expect(readCatalog(JSON.parse(JSON.stringify(packed)))).toMatchObject({
      problems: [],
      tools: { length: files.length },
    });
  });
});
