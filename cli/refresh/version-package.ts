import { pageName, purlType } from '../../catalog/page-id.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { pageIds } from '../../sites/index.ts';

/**
 * Whether a tool's version is numbered by this page of it: the page that it names, that its sources are pages of, or that alone
 * has its name. Of a tool that states no version only the last is worth a question.
 */
export function isVersionOf(tool: Tool, page: string): 'yes' | 'no' | 'unsure' {
  const isIt = (known: string | undefined) => known?.toLowerCase() === page.toLowerCase();
  if (!tool.facts.version) return isIt(packageOfItsName(tool)) ? 'unsure' : 'no';
  const known = versionPackage(tool);
  if (known === undefined) return 'unsure';
  return isIt(known) ? 'yes' : 'no';
}

/** The page id whose version numbers a tool has; nothing where that cannot be told. */
export function versionPackage(tool: Tool): string | undefined {
  const { version } = tool.facts;
  if (!version) return undefined;
  if (version.package) return version.package;
  const own = new Map(tool.pages.map((page) => [page.toLowerCase(), page]));
  const cited = [version.source ?? []].flat().flatMap((key) => idsOf(tool.sources[key]?.url ?? ''));
  const pages = new Set(cited.filter(isNumbered).flatMap((id) => own.get(id.toLowerCase()) ?? []));
  if (pages.size > 0) return pages.size === 1 ? [...pages][0] : undefined;
  return packageOfItsName(tool);
}

// Documentation numbers nothing, wherever it is kept.
const numbered =
  /^(?:pkg:(?:pypi|npm|docker|vscode-extension)\/|open-vsx\.org\/extension\/|pkg:github\/(?!.*[-.]?docs$))/i;

function isNumbered(page: string): boolean {
  return numbered.test(page);
}

// Of a server or an app, the package of that name is most often a client with numbers of its own (`ollama`, `pgvector`).
const arePackages: readonly string[] = ['library', 'command line'];

/** The only package of a library or program that has its very name; nothing where none has, or several. */
function packageOfItsName({ id, kind, pages }: Tool): string | undefined {
  if (!arePackages.includes(kind)) return undefined;
  const packages = pages.filter((page) => ['pkg:pypi', 'pkg:npm'].includes(purlType(page)));
  const named = packages.filter((page) => bare(pageName(page)) === bare(id));
  return named.length === 1 ? named[0] : undefined;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}

function idsOf(url: string): string[] {
  const [, npm] =
    /^https:\/\/(?:www|cdn)\.jsdelivr\.(?:com\/package|net)\/npm\/((?:@[^/?]+\/)?[^@/?]+)/.exec(url) ?? [];
  return npm ? [`pkg:npm/${npm.replace('@', '%40')}`] : pageIds(url);
}
