import { createInterface } from 'node:readline';
import { authoredTool } from '../catalog/tool-schema.ts';
import { findTool, pagesOf } from '../catalog/page-id.ts';
import { kindOf, pageIds } from '../sites/index.ts';
import { readToolFiles } from './read-data.ts';

const pages = pagesOf(readToolFiles().map(({ json }) => authoredTool.parse(json)));
const given = process.argv.slice(2);

for (const url of given.length ? given : ['-']) {
  if (url === '-') for await (const line of createInterface({ input: process.stdin })) print(line.trim());
  else print(url);
}

function print(url: string) {
  if (!url) return;
  const candidates = pageIds(url);
  const match = findTool(candidates, pages);
  const pageId = match?.pageId ?? candidates[0] ?? null;
  const via = match && (match.isFormer ? 'former-name' : kindOf(match.pageId));
  console.log(JSON.stringify({ url, pageId, tool: match?.tool ?? null, via: via ?? null }));
}
