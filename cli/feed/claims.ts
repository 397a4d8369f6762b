import { hashOf } from '../../catalog/buckets.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { spill } from './spill.ts';

/** What only one tool may have, its id and its pages, on disk in an existing folder; the more tools to expect, the more `parts`. */
export function claimsIn(folder: string, parts: number) {
  const claimed = spill(folder, 'claims');
  const add = (field: string, key: string, owner: string) =>
    claimed.add(hashOf(key) % parts, JSON.stringify([field, key, owner]));
  return {
    add({ id, pages, formerPages = [] }: Tool, owner: string) {
      add('id', id, owner);
      for (const page of pages) add('pages', normalizePageId(page), owner);
      for (const page of formerPages) add('formerPages', normalizePageId(page), owner);
    },
    /** A sentence for each id or page that two tools claim, naming both. */
    *problems(): Generator<string> {
      for (let part = 0; part < parts; part++) yield* duplicates(claimed.lines(part));
    },
  };
}

function* duplicates(lines: readonly string[]): Generator<string> {
  const owners = new Map<string, string>();
  for (const line of lines) {
    const [field, key, owner] = JSON.parse(line) as [string, string, string];
    // Keeps an id apart from a page of the same text.
    const claim = field === 'id' ? `id ${key}` : key;
    const other = owners.get(claim);
    if (other !== undefined) yield `${owner}: ${field}: ${key} is already claimed by ${other}`;
    owners.set(claim, owner);
  }
}
