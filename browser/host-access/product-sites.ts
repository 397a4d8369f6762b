import { bundledCatalog } from '../catalog-db/bundled-catalog.ts';
import { activeCatalog, openDatabase } from '../catalog-db/database.ts';
import { requestRepair } from '../catalog-db/open-catalog.ts';
import { partsOf } from '../catalog-db/stored-parts.ts';
import { isHost } from './match-patterns.ts';
import { asProductHosts, productHosts, type HostLabels, type ProductHost } from './product-hosts.ts';

/** The product hosts of the active catalog, to be offered in the options, once they are repaired where that is needed; those of the bundled one where none are stored. */
export async function readProductHosts(): Promise<ProductHost[]> {
  const stored = await storedHosts().catch(async () =>
    (await requestRepair()) ? storedHosts().catch(() => undefined) : undefined,
  );
  return stored ? stored.filter(isProductHost) : bundledProductHosts();
}

async function storedHosts(): Promise<ProductHost[]> {
  const [active, db] = await Promise.all([activeCatalog(), openDatabase()]);
  if (!active) throw new Error('No catalog is stored.');
  const hosts: [string, HostLabels][] = [];
  for await (const part of partsOf('productHosts', active, db)) hosts.push(...part);
  return asProductHosts(hosts);
}

function isProductHost(value: unknown): value is ProductHost {
  const { host, from } = Object(value) as Partial<ProductHost>;
  return typeof host === 'string' && isHost(host) && ['string', 'undefined'].includes(typeof from);
}

let bundled: Promise<ProductHost[]> | undefined;

/** The product hosts of the bundled catalog; all others came later. Read once, since that file has a megabyte. */
export function bundledProductHosts(): Promise<ProductHost[]> {
  return (bundled ??= bundledCatalog().then(({ tools }) =>
    productHosts(
      tools.flatMap(({ pages, formerPages = [] }) =>
        [...pages, ...formerPages].map((page) => [page, {}] as const),
      ),
    ),
  ));
}
