// `npm run -s identify -- <addresses>`: one line of JSON an address.
import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { defineCommand } from 'citty';
import { findTool, pagesOf } from '../catalog/page-id.ts';
import { kindOf, pageIds } from '../sites/index.ts';
import { CliError } from './cli-error.ts';
import { readTools } from './read-data.ts';
import { runMain } from './run-command.ts';
import { optionalArgument } from './values.ts';

export const identify = defineCommand({
  meta: { name: 'npm run -s identify --', description: 'Tells which tool an address is about' },
  args: {
    '...urls': optionalArgument('Addresses; "-" or none reads them from standard input, one a line'),
  },
  async run({ args: { _: urls } }) {
    const pages = pagesOf(readTools());
    const print = (url: string) => {
      if (!url) return;
      const candidates = pageIds(url);
      const match = findTool(candidates, pages);
      const pageId = match?.pageId ?? candidates[0] ?? null;
      const via = match && (match.isFormer ? 'former-name' : kindOf(match.pageId));
      console.log(JSON.stringify({ url, pageId, tool: match?.tool ?? null, via: via ?? null }));
    };
    for (const url of urls.length ? urls : ['-']) {
      if (url !== '-') print(url);
      // Node reads a folder as if it were an empty file.
      else if (fstatSync(0).isDirectory()) throw new CliError('Standard input is a folder, not addresses');
      else for await (const line of createInterface({ input: process.stdin })) print(line.trim());
    }
  },
});

await runMain(import.meta.filename, identify);
