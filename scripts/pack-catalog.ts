import feed from '../data/feed.json' with { type: 'json' };
import type { Catalog } from '../catalog/read-catalog.ts';
import { readReference, readTools } from '../cli/read-data.ts';

/** The catalog as the package carries it: that version of its feed, published on the day of the newest check. */
export function packCatalog(): Catalog {
  const tools = readTools().map((tool) => {
    delete tool.$schema;
    return tool;
  });
  const dates = tools.flatMap(({ facts }) => Object.values(facts).map((fact) => fact?.checked ?? ''));
  const { id, name, version } = feed;
  return {
    feed: id,
    name,
    version,
    published: `${dates.sort().at(-1) ?? '1970-01-01'}T00:00:00Z`,
    reference: readReference(),
    tools,
  };
}
