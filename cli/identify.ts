// `npm run -s identify -- <addresses>`: one line of JSON an address.
import { defineCommand } from 'citty';
import { findTool, pagesOf } from '../catalog/page-id.ts';
import { kindOf, pageIds } from '../sites/index.ts';
import { addresses, addressesArg } from './addresses.ts';
import { readTools } from './read-data.ts';
import { runMain } from './run-command.ts';

export const identify = defineCommand({
  meta: { name: 'npm run -s identify --', description: 'Tells which tool an address is about' },
  args: addressesArg,
  async run({ args: { _: urls } }) {
    const pages = pagesOf(readTools());
    for await (const url of addresses(urls)) {
      const candidates = pageIds(url);
      const match = findTool(candidates, pages);
      const pageId = match?.pageId ?? candidates[0] ?? null;
      const via = match && (match.isFormer ? 'former-name' : kindOf(match.pageId));
      console.log(JSON.stringify({ url, pageId, tool: match?.tool ?? null, via: via ?? null }));
    }
  },
});

await runMain(import.meta.filename, identify);
