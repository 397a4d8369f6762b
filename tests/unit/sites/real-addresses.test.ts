import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTool, pagesOf } from '../../../catalog/page-id.ts';
import { authoredTool } from '../../../catalog/tool-schema.ts';
import { readToolFiles } from '../../../cli/read-data.ts';
import { isProjectPage, pageIds, siteOf } from '../../../sites/index.ts';

const pages = pagesOf(readToolFiles().map(({ json }) => authoredTool.parse(json)));
const rows = readFileSync('tests/pages/addresses.tsv', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [url = '', page = '', tool = '', found = ''] = line.split('\t');
    return { url, page, tool, found, ...named(url) };
  });
const isInvented = (found: string) => found === 'look-alike' || found === 'namesake';
const drawn = rows.filter(({ found }) => !isInvented(found));

/** The page id by which an address is known: the catalog's, else the one its site gives it. */
function named(url: string) {
  const ids = pageIds(url);
  const match = findTool(ids, pages);
  const own = siteOf(url) && ids.find(isProjectPage);
  return { gotPage: match?.pageId ?? own ?? '-', gotTool: match?.tool ?? '-' };
}

describe('the sample of real addresses', () => {
  it('has at least 400, no duplicates, and the place where each was found', () => {
    expect(drawn.length).toBeGreaterThanOrEqual(400);
    expect(new Set(rows.map(({ url }) => url)).size).toBe(rows.length);
    expect(
      drawn.filter(({ found }) => !/^[\w.-]+\/[\w.-]+ [\da-f]{7,} 20\d\d-\d\d-\d\d$/.test(found)),
    ).toEqual([]);
  });

  it('99 of 100 are identified correctly', () => {
    const wrong = drawn.filter(({ page, tool, gotPage, gotTool }) => page !== gotPage || tool !== gotTool);
    const correct = drawn.length - wrong.length;
    expect(
      correct / drawn.length,
      `${correct} of ${drawn.length} correct: ${JSON.stringify(wrong, null, 1)}`,
    ).toBeGreaterThanOrEqual(0.99);
  });

  it('none is mistaken for a tool that it is not about', () => {
    expect(drawn.filter(({ tool, gotTool }) => gotTool !== '-' && gotTool !== tool)).toEqual([]);
  });
});

it.each(['look-alike', 'namesake'])('no %s matches', (kind) => {
  const invented = rows.filter(({ found }) => found === kind);
  const matched = invented.filter(({ gotTool }) => gotTool !== '-');
  expect(matched, `${matched.length} of ${invented.length} matched`).toEqual([]);
});
