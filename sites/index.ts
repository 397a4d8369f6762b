import { arxiv } from './arxiv.ts';
import { chromeWebStore } from './chrome-web-store.ts';
import { codeberg } from './codeberg.ts';
import { conda } from './conda.ts';
import { crates } from './crates.ts';
import { deepwiki } from './deepwiki.ts';
import { dockerHub } from './docker-hub.ts';
import { docsRepository } from './docs-repository.ts';
import { docsRs } from './docs-rs.ts';
import { ghcr } from './ghcr.ts';
import { gitlab } from './gitlab.ts';
import { glama } from './glama.ts';
import { go } from './go.ts';
import { homebrew } from './homebrew.ts';
import { homeAnchors, homepage } from './homepage.ts';
import { jetbrains } from './jetbrains.ts';
import { jsr } from './jsr.ts';
import { kaggle } from './kaggle.ts';
import { mavenCentral } from './maven-central.ts';
import { modelscope } from './modelscope.ts';
import { mvnRepository } from './mvn-repository.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { ollama } from './ollama.ts';
import { openVsx } from './open-vsx.ts';
import { openrouter } from './openrouter.ts';
import { packagist } from './packagist.ts';
import { pageOn, type ProductSites } from './page.ts';
import { pepy } from './pepy.ts';
import { prefixDev } from './prefix-dev.ts';
import { readTheDocs } from './read-the-docs.ts';
import { replicate } from './replicate.ts';
import { requiredSites } from './required.ts';
import { rubygems } from './rubygems.ts';
import type { PageKind, PageType, Site } from './site.ts';
import { smithery } from './smithery.ts';
import { vsCodeMarketplace } from './vs-code-marketplace.ts';

/** The sites that host many tools: the required ones, and those on which badges are off until the user grants access. */
export const sites: Site[] = [
  ...requiredSites,
  codeberg,
  dockerHub,
  gitlab,
  ollama,
  replicate,
  vsCodeMarketplace,
  chromeWebStore,
  conda,
  crates,
  docsRs,
  ghcr,
  go,
  homebrew,
  jetbrains,
  jsr,
  mavenCentral,
  mvnRepository,
  npm,
  nuget,
  openVsx,
  packagist,
  pepy,
  prefixDev,
  rubygems,
  arxiv,
  deepwiki,
  modelscope,
  kaggle,
  openrouter,
  glama,
  smithery,
  readTheDocs,
];

/** What all other hosts are. */
export const productSites: ProductSites = {
  identify: homepage,
  anchors: homeAnchors,
  repositoryOf: docsRepository,
};

/** The page ids that an address may belong to, longest first; empty where no tool can be. */
export function pageIds(url: string): string[] {
  return pageOn(sites, url, productSites).ids;
}

/** The site that an address belongs to, if it is one of ours. */
export function siteOf(url: string): Site | undefined {
  return pageOn(sites, url).site;
}

/** The host that serves a site's pages. */
export function pagesHost({ host, www }: Pick<Site, 'host' | 'www'>): string {
  return www ? `www.${host}` : host;
}

/** Whether a badge can show on the page at an address at all, once access is granted. */
export function canShowBadge(url: string): boolean {
  return siteOf(url)?.access !== 'none';
}

/** The https address of the page that a page id names; nothing for a package URL of a type that no site gives. */
export function urlOf(pageId: string): string | undefined {
  // `readAddress` drops one leading `www.`, so a page id that begins with it names a host with two.
  if (!pageId.startsWith('pkg:')) return `https://${pageId.replace(/^www\./, '$&$&')}`;
  const [site, type] = pageTypeOf(pageId);
  if (!site) return undefined;
  const name = pageId.slice(type.prefix.length);
  return `https://${pagesHost(site)}/${type.pathOf?.(name) ?? name}`;
}

/** What kind of page a page id names; host and path name a site. */
export function kindOf(pageId: string): PageKind {
  return pageTypeOf(pageId)[1]?.kind ?? 'site';
}

/** Whether a page id names one project by its form; other pages of our sites, such as an owner's, are a tool's only if the catalog says so. */
export function isProjectPage(pageId: string): boolean {
  const [, type] = pageTypeOf(pageId);
  return Boolean(type) || !sites.some(({ host }) => host === pageId.split('/', 1)[0]);
}

function pageTypeOf(pageId: string): [site: Site, type: PageType] | [site?: undefined, type?: undefined] {
  for (const site of sites) {
    const type = site.pageTypes.find(({ prefix }) => pageId.startsWith(prefix));
    if (type) return [site, type];
  }
  return [];
}
