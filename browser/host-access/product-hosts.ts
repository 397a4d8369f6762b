import { sites } from '../../sites/index.ts';
import { isHost } from './match-patterns.ts';

/** A host of tools' own pages; `from` is the label of a feed, if only feeds name the host. */
export type ProductHost = { host: string; from?: string };

/** On how many pages each feed names a host, by the feed's label; `undefined` is the catalog itself. */
export type HostLabels = ReadonlyMap<string | undefined, number>;

type Attributed = { from?: string | undefined };

const siteHosts = new Set(sites.flatMap(({ host, otherHosts = [] }) => [host, ...otherHosts]));

/** `oven.example/docs` → `oven.example`: the host of a page id that is host and path, if it is one, and not that of one of our sites. */
export function hostOfPage(page: string): string | undefined {
  if (page.startsWith('pkg:')) return undefined;
  const host = page.split('/', 1)[0]!;
  return isHost(host) && !siteHosts.has(host) ? host : undefined;
}

/** The labels of a host once pages more, or fewer, are of that label; none is left where it has no page. */
export function withPages(
  labels: HostLabels | undefined,
  from: string | undefined,
  pages: number,
): HostLabels {
  const next = new Map(labels);
  const count = (next.get(from) ?? 0) + pages;
  if (count > 0) next.set(from, count);
  else next.delete(from);
  return next;
}

/** The hosts of all pages, with the labels of those who name them. */
export function labelledHosts(
  pages: Iterable<readonly [page: string, of: Attributed]>,
): Map<string, HostLabels> {
  const hosts = new Map<string, Map<string | undefined, number>>();
  for (const [page, { from }] of pages) {
    const host = hostOfPage(page);
    if (host === undefined) continue;
    const labels = hosts.get(host) ?? new Map<string | undefined, number>();
    hosts.set(host, labels.set(from, (labels.get(from) ?? 0) + 1));
  }
  return hosts;
}

/** Hosts with whose pages those are, sorted; of several feeds that name one, the first label stands for all. */
export function asProductHosts(hosts: Iterable<readonly [host: string, labels: HostLabels]>): ProductHost[] {
  return [...hosts]
    .map(([host, labels]) => {
      const from = labels.has(undefined) ? undefined : ([...labels.keys()] as string[]).sort()[0];
      return { host, ...(from && { from }) };
    })
    .sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** The hosts of pages as product hosts. */
export function productHosts(pages: Iterable<readonly [page: string, of: Attributed]>): ProductHost[] {
  return asProductHosts(labelledHosts(pages));
}
