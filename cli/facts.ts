// `npm run -s facts -- <addresses>`: what the extension says on each page, one line of JSON an address.
import { defineCommand } from 'citty';
import { findTool, pagesOf } from '../catalog/page-id.ts';
import { nothingSaid, saidOnPage } from '../catalog/said-on-page.ts';
import { pageIds } from '../sites/index.ts';
import { addresses, addressesArg } from './addresses.ts';
import { dataFolder, readReference, readTools } from './read-data.ts';
import { runMain } from './run-command.ts';
import { dataArg, flag } from './values.ts';

export const facts = defineCommand({
  meta: { name: 'npm run -s facts --', description: 'Tells what the extension says on a page' },
  args: {
    ...addressesArg,
    version: flag('version', 'The version that the page shows'),
    ...dataArg,
  },
  async run({ args: { _: urls, version, data } }) {
    const folder = dataFolder(data);
    const [tools, reference] = [readTools(folder), readReference(folder)];
    const pages = pagesOf(tools);
    const byId = new Map(tools.map((tool) => [tool.id, tool]));
    for await (const url of addresses(urls)) {
      const candidates = pageIds(url);
      const match = findTool(candidates, pages);
      const facts = match && saidOnPage(byId.get(match.tool)!, match.pageId, reference, version);
      const pageId = match?.pageId ?? candidates[0] ?? null;
      console.log(JSON.stringify({ url, pageId, ...(facts ?? nothingSaid) }));
    }
  },
});

await runMain(import.meta.filename, facts);
