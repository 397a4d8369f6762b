import { readAddress, type Address, type AnyAddress } from './address.ts';
import type { Anchor, Site } from './site.ts';

/** The page that an address names: its page ids, longest first, its site if that hosts many tools, and where such pages show the tool's name. */
export type Page = {
  ids: string[];
  segments: string[];
  site?: Site | undefined;
  anchors: readonly Anchor[];
  /** The page id of the repository that a page of documentation says it is built from. */
  repositoryOf?: ProductSites['repositoryOf'];
};

/** Product sites: the page ids of an address on any other host, the anchors of such pages, and the repository that one names. */
export type ProductSites = {
  identify(address: Address): string[];
  anchors: readonly Anchor[];
  repositoryOf(page: Document, url: string): string | undefined;
};

/** The page of an address, on one of these sites or, where these are given, on a product site. */
export function pageOn(sites: readonly Site[], url: AnyAddress, productSites?: ProductSites): Page {
  const address = readAddress(url);
  if (!address) return { ids: [], segments: [], anchors: [] };
  const { segments, query, written } = address;
  const site = siteAt(sites, address.host);
  if (site) return { ids: site.identify(segments, query, written), segments, site, anchors: site.anchors };
  if (!productSites) return { ids: [], segments, anchors: [] };
  const { anchors, repositoryOf } = productSites;
  return { ids: productSites.identify(address), segments, anchors, repositoryOf };
}

const siteAt = (sites: readonly Site[], host: string) =>
  sites.find((site) => site.host === host || site.otherHosts?.includes(host));
