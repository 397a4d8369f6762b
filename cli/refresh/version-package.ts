import type { Tool } from '../../catalog/tool-schema.ts';
import { pageIds } from '../../sites/index.ts';

/** Whether a tool's version is numbered by this page of it: the page that it names, or that its sources are pages of. */
export function isVersionOf(tool: Tool, page: string): 'yes' | 'no' | 'unsure' {
  const known = versionPackage(tool)?.toLowerCase();
  if (known === undefined) return 'unsure';
  return known === page.toLowerCase() ? 'yes' : 'no';
}

/** The page id whose version numbers a tool has; nothing where that cannot be told. */
export function versionPackage(tool: Tool): string | undefined {
  const { version } = tool.facts;
  if (!version || version.package) return version?.package;
  const own = new Map(tool.pages.map((page) => [page.toLowerCase(), page]));
  const cited = [version.source ?? []].flat().flatMap((key) => idsOf(tool.sources[key]?.url ?? ''));
  const pages = new Set(cited.flatMap((id) => own.get(id.toLowerCase()) ?? []));
  return pages.size === 1 ? [...pages][0] : undefined;
}

function idsOf(url: string): string[] {
  const [, npm] =
    /^https:\/\/(?:www|cdn)\.jsdelivr\.(?:com\/package|net)\/npm\/((?:@[^/?]+\/)?[^@/?]+)/.exec(url) ?? [];
  return npm ? [`pkg:npm/${npm.replace('@', '%40')}`] : pageIds(url);
}
