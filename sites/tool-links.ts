import type { Tool } from '../catalog/tool-schema.ts';
import { kindOf, siteOf, urlOf } from './index.ts';

/** A way to a tool: “GitHub”, with an https address. */
export type ToolLink = { label: string; url: string };

type Linked = Pick<Tool, 'pages' | 'links'> & { page?: string };

const maxLinks = 4;
const authored = { site: 'Website', repository: 'Code', docs: 'Docs', pricing: 'Pricing' } as const;

/**
 * The ways to a tool, at most four, each label and each address once: those that its entry names, then its first repository, package, model page, website and
 * documentation. On a page of its own first that page, for whoever came from a list.
 */
export function toolLinks({ pages, links = {}, page }: Linked): ToolLink[] {
  const named = Object.entries(authored).flatMap(([key, label]) => {
    const url = links[key as keyof typeof authored];
    return url ? [{ label, url }] : [];
  });
  const found = [...(page === undefined ? [] : [page]), ...pages].flatMap((id): ToolLink[] => {
    const url = urlOf(id);
    return url === undefined ? [] : [{ label: labelOf(id, url), url }];
  });
  const seen = new Set<string>();
  const isNew = ({ label, url }: ToolLink) => {
    const keys = [label, url.toLowerCase().replace(/\/$/, '')];
    const known = keys.some((key) => seen.has(key));
    keys.forEach((key) => seen.add(key));
    return !known;
  };
  return [...named, ...found].filter(isNew).slice(0, maxLinks);
}

function labelOf(id: string, url: string): string {
  if (kindOf(id) !== 'site') return siteOf(url)?.name ?? authored.site;
  return /^docs\.|\.readthedocs\.io|\/docs(\/|$)/.test(id) ? authored.docs : authored.site;
}
