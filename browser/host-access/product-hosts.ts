import { sites } from '../../sites/index.ts';
import { isHost } from './match-patterns.ts';

/** A host of tools' own pages; `from` is the label of a feed, if only feeds name the host. */
export type ProductHost = { host: string; from?: string };

/**
 * `oven.example/docs` → `oven.example`: the hosts of page ids that are host and path, with whose pages those are, sorted,
 * without those of our sites and without what is no host.
 */
export function productHosts(
  pages: Iterable<readonly [page: string, of: { from?: string | undefined }]>,
): ProductHost[] {
  const hosts = new Map<string, string | undefined>();
  for (const [page, { from }] of pages) {
    if (page.startsWith('pkg:')) continue;
    const host = page.split('/', 1)[0]!;
    if (!hosts.has(host) || !from) hosts.set(host, from);
  }
  for (const { host } of sites) hosts.delete(host);
  return [...hosts]
    .filter(([host]) => isHost(host))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([host, from]) => ({ host, ...(from && { from }) }));
}
