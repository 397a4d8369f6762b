import { readAddress } from './address.ts';
import { codeberg } from './codeberg.ts';
import { dockerHub } from './docker-hub.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { homepage } from './homepage.ts';
import { huggingface } from './huggingface.ts';
import { ollama } from './ollama.ts';
import { pypi } from './pypi.ts';
import { replicate } from './replicate.ts';
import type { PageKind, PageType, Site } from './site.ts';
import { vsCodeMarketplace } from './vs-code-marketplace.ts';

/** The sites that host many tools; on those with optional access, badges are off until the user grants it. */
export const sites: Site[] = [
  github,
  huggingface,
  pypi,
  codeberg,
  dockerHub,
  gitlab,
  ollama,
  replicate,
  vsCodeMarketplace,
];

/** Match patterns of the required hosts; if an update adds one, browsers disable the extension until the user accepts it. */
export const matches = sites
  .filter(({ access }) => access === 'required')
  .map(({ host }) => `https://${host}/*`);

/** The page ids that an address may belong to, longest first; empty where no tool can be. */
export function pageIds(url: string): string[] {
  const address = readAddress(url);
  if (!address) return [];
  return siteOf(url)?.identify(address.segments, address.query) ?? homepage(address);
}

/** The site that an address belongs to, if it is one of ours. */
export function siteOf(url: string): Site | undefined {
  const host = readAddress(url)?.host;
  return sites.find((site) => site.host === host);
}

/** The https address of the page that a page id names; nothing for a package URL of a type that no site gives. */
export function urlOf(pageId: string): string | undefined {
  // `readAddress` drops one leading `www.`, so a page id that begins with it names a host with two.
  if (!pageId.startsWith('pkg:')) return `https://${pageId.replace(/^www\./, '$&$&')}`;
  const [host, type] = pageTypeOf(pageId);
  const name = pageId.slice(type?.prefix.length);
  return type && `https://${host}/${type.pathOf?.(name) ?? name}`;
}

/** What kind of page a page id names; host and path name a site. */
export function kindOf(pageId: string): PageKind {
  return pageTypeOf(pageId)[1]?.kind ?? 'site';
}

function pageTypeOf(pageId: string): [host: string, type: PageType] | [] {
  for (const { host, pageTypes } of sites) {
    const type = pageTypes.find(({ prefix }) => pageId.startsWith(prefix));
    if (type) return [host, type];
  }
  return [];
}
