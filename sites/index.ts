import { readAddress } from './address.ts';
import { github } from './github.ts';
import { homepage } from './homepage.ts';
import { huggingface } from './huggingface.ts';
import { pypi } from './pypi.ts';
import type { Site } from './site.ts';

/** The sites whose pages name tools by more than host and path. */
export const sites: Site[] = [github, huggingface, pypi];

/** Match patterns of the sites whose right is asked for at installation; fixed, since a longer list would switch the extension off until the user agrees. */
export const matches = sites
  .filter(({ access }) => access === 'at installation')
  .map(({ host }) => `https://${host}/*`);

/** The page ids an address may stand for, longest first; empty when no tool can be there. */
export function pageIds(url: string): string[] {
  const address = readAddress(url);
  if (!address) return [];
  const site = sites.find(({ host }) => host === address.host);
  return site ? site.identify(address.segments) : homepage(address);
}

/** The site an address belongs to, if it is one of ours. */
export function siteOf(url: string): Site | undefined {
  const host = readAddress(url)?.host;
  return sites.find((site) => site.host === host);
}
