import { createHash } from 'node:crypto';
import type { Catalog } from '../catalog/read-catalog.ts';
import { readTools } from './catalog/read-tools.ts';
import { readReference } from './read-data.ts';

/** The catalog as the package carries it; its version names its bytes, its date is that of the newest check. */
export function packCatalog(): Catalog {
  const tools = readTools();
  const reference = readReference();
  const bytes = JSON.stringify({ reference, tools });
  const dates = tools.flatMap(({ facts }) => Object.values(facts).map((fact) => fact?.checked ?? ''));
  return {
    version: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
    date: dates.sort().at(-1) ?? '1970-01-01',
    reference,
    tools,
  };
}
