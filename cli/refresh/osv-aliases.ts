import { isAffected } from '../../catalog/affected.ts';
import { numberingOf } from '../../catalog/numbering.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { advisoryOf, type OsvRecord } from './osv-record.ts';

// What each database is called, and how it may be used (https://google.github.io/osv.dev/data/#data-licenses).
export const databases: Record<string, string> = {
  GHSA: 'GitHub Advisory Database, CC BY 4.0',
  PYSEC: 'PyPA Advisory Database, CC BY 4.0',
  MAL: 'OpenSSF Malicious Packages, Apache-2.0',
};

/** One record for each advisory: several databases have the same, of which GitHub's is reviewed and the others repeat it. */
export function withoutAliases(tool: Tool, records: readonly OsvRecord[]): OsvRecord[] {
  const rank = ({ id }: OsvRecord) => ['MAL', 'GHSA', 'PYSEC'].indexOf(databaseOf(id)) >>> 0;
  const kept: OsvRecord[] = [];
  for (const record of records.toSorted((a, b) => rank(a) - rank(b))) {
    const names = namesOf(record);
    const same = kept.find((each) => namesOf(each).some((name) => names.includes(name)));
    // One that was withdrawn as a duplicate must not hide the one that stays.
    if (!same) kept.push(record);
    else if (same.withdrawn && !record.withdrawn && !knownAs(tool, same)) kept[kept.indexOf(same)] = record;
  }
  return kept;
}

/** The id under which an entry has an advisory already. */
export function knownAs(tool: Tool, record: OsvRecord): string | undefined {
  const names = namesOf(record);
  return tool.advisories?.find(({ id, aliases = [] }) =>
    [id, ...aliases].some((name) => names.includes(name)),
  )?.id;
}

function namesOf({ id, aliases = [] }: OsvRecord): string[] {
  return [id, ...aliases];
}

/** What an entry has already first, then malicious releases, then what is open in the tool's version, each the newest first. */
export function worstFirst<T extends { record: OsvRecord; page: string }>(
  tool: Tool,
  found: readonly T[],
): T[] {
  const { value: version } = tool.facts.version ?? {};
  const rank = ({ record, page }: T) => {
    const { kind, affected } = advisoryOf(record, page)!;
    if (knownAs(tool, record)) return 0;
    if (kind === 'malicious') return 1;
    return version !== undefined && isAffected(version, affected, numberingOf(page)) ? 2 : 3;
  };
  return found.toSorted(
    (a, b) => rank(a) - rank(b) || Date.parse(b.record.published) - Date.parse(a.record.published),
  );
}

/** The database that an id is of, `GHSA`. */
export function databaseOf(id: string): string {
  return id.split('-')[0]!;
}
