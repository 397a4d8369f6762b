import { defineWxtModule } from 'wxt/modules';
import type { Catalog } from '../catalog/read-catalog.ts';
import { mergeProblems } from '../cli/catalog/merge-problems.ts';
import { readReference, readTools } from '../cli/read-data.ts';
import feed from '../data/feed.json' with { type: 'json' };

/** The catalog that the extension ships: that version of its feed, published on the day of the newest check. */
export function bundledCatalog(): Catalog {
  const tools = readTools().map((tool) => {
    delete tool.$schema;
    return tool;
  });
  const dates = tools.flatMap(({ facts }) => Object.values(facts).map((fact) => fact?.checked ?? ''));
  const { id, name, version } = feed;
  const published = `${dates.sort().at(-1) ?? '1970-01-01'}T00:00:00Z`;
  return { feed: id, name, version, published, reference: readReference(), tools };
}

/** A catalog as the extension ships it; throws where a reader would leave a tool out. */
export async function packed(catalog: Catalog): Promise<string> {
  const named = catalog.tools.map((tool) => ({ file: `data/tools/${tool.id}.json`, tool }));
  const problems = await mergeProblems(catalog.reference, named);
  if (problems.length) throw new Error(problems.join('\n'));
  return JSON.stringify(catalog);
}

/** Writes `catalog.json` into the extension. */
export default defineWxtModule((wxt) => {
  wxt.hook('build:publicAssets', async (_, files) => {
    files.push({ relativeDest: 'catalog.json', contents: await packed(bundledCatalog()) });
  });
});
