import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findTool, pagesOf } from '../../../catalog/page-id.ts';
import { readTools } from '../../../cli/read-data.ts';
import { pageIds } from '../../../sites/index.ts';

const rows = [
  ...readFileSync('docs/coverage.md', 'utf8').matchAll(
    /^\| \[([^\]]+)\]\((https:\S+)\) +\| [\d,]+ +\| (?:`(\S+)`|not in the catalog) +\|$/gm,
  ),
].map(([, name, url, tool]) => ({ name, url: url!, tool }));

it('nine of ten tools on the coverage page are in the catalog and found by their address', () => {
  const pages = pagesOf(readTools());
  const found = rows.map(({ name, url }) => [name, findTool(pageIds(url), pages)?.tool]);
  expect(found).toEqual(rows.map(({ name, tool }) => [name, tool]));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ tool }) => tool).length / rows.length).toBeGreaterThanOrEqual(0.9);
});
