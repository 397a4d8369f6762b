import { own } from './own.ts';
import { pageName, purlType } from './page-id.ts';
import type { Tool } from './tool-schema.ts';

// The license file of a whole repository: one in a folder is that folder's, one of another name some part's.
const licenseFile = /^(?:\/(?:blob|raw))?\/[^/]+\/(?:licen[cs]e|copying)(?:\.(?:md|txt|rst))?(?:[?#].*)?$/;
const repositories = /^https:\/\/(?:www\.)?(?:github\.com|raw\.githubusercontent\.com)\/([^/]+\/[^/]+)(.*)$/;

/**
 * The license of the code at a repository of a family, by its normalized page id, if the license file there is a source of the
 * family's license; nothing where it is not, or where several repositories have one and the entry does not say whose is whose.
 */
export function codeLicense({ facts, sources }: Tool, page: string): string | undefined {
  if (purlType(page) !== 'pkg:github') return undefined;
  const { value, of, source = [] } = facts.license;
  const stated = [source].flat().flatMap((key) => {
    const [, name, path] = repositories.exec(own(sources, key)?.url.toLowerCase() ?? '') ?? [];
    return name && licenseFile.test(path!) ? name : [];
  });
  if (!stated.includes(pageName(page)) || new Set(stated).size > 1) return undefined;
  const code = of ? of.code : value;
  return code === undefined || code === 'unknown' || code.includes(' AND ') ? undefined : code;
}
