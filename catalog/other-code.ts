import { normalizePageId, purlType } from './page-id.ts';
import { sourcesOf } from './cited-sources.ts';
import { liesOn, placeOf } from './places.ts';
import type { FactKey, Tool } from './tool-schema.ts';

// What each repository or package has of its own; the others are about the project.
const perPage: FactKey[] = [
  'license',
  'commercialUse',
  'version',
  'status',
  'size',
  'stars',
  'downloads',
  'endsOn',
];

/**
 * The facts of a tool that need not be those of one of its code pages, by normalized page id, since no source of theirs lies
 * there: on a repository that is not its first, and, of what is no code itself (a service, a family of models), on each.
 */
export function notOfThisCode(tool: Tool, page: string): FactKey[] {
  const kind = purlType(page);
  const repositories = tool.pages.filter((each) => purlType(each) === 'pkg:github').map(normalizePageId);
  const isCode = !['model', 'service'].includes(tool.kind);
  const isFormer = !tool.pages.some((each) => normalizePageId(each) === page);
  const isFirst = kind === 'pkg:github' && (page === repositories[0] || isFormer);
  const isSole = isFirst && repositories.length === 1;
  if (isCode ? isFirst : tool.kind === 'model' && isSole) return [];
  const isPackage = kind !== 'pkg:github';
  // Terms of a service, or those beside a license of code, are not the code's, whatever page says so.
  const { of, value } = tool.facts.license;
  const isOfService = !isCode && !of?.code && / AND |LicenseRef-Proprietary/.test(value);
  return (isCode && isPackage ? [] : perPage).filter(
    (key) => (key === 'license' && isOfService) || !hasSourceOn(tool, key, page),
  );
}

function hasSourceOn(tool: Tool, key: FactKey, page: string): boolean {
  return liesOn(sourcesOf(tool.facts[key], tool.sources).map(placeOf), page);
}
