import { bucketOf } from './buckets.ts';
import { ContradictionError } from './contradiction.ts';
import { maxOfBadges } from './feed/limits.ts';
import type { ChangedEntry } from './layer-entries.ts';
import type { Overlay } from './overlay.ts';
import type { PageClaim } from './page-claims.ts';

/** All pages that may lie in the badge bucket of this one, with who claims them. */
export type ClaimedBeside = (page: string) => Promise<Iterable<readonly [page: string, claims: PageClaim[]]>>;

/**
 * Takes back the claims of tools as they were, and makes those of tools as they are. Throws a ContradictionError where one layer
 * claims a page twice, or too many in one bucket.
 */
export async function changeClaims(
  claims: Overlay<PageClaim[]>,
  claimedBeside: ClaimedBeside,
  changed: readonly ChangedEntry[],
): Promise<void> {
  for (const { layer, id, was } of changed)
    for (const { page } of was?.pages ?? []) {
      const rest = ((await claims.get(page)) ?? []).filter(([at, tool]) => at !== layer || tool !== id);
      claims.set(page, rest.length > 0 ? rest : undefined);
    }
  const added: [layer: number, page: string][] = [];
  for (const { layer, id, is } of changed)
    for (const { page, isFormer } of is?.pages ?? []) {
      const others = (await claims.get(page)) ?? [];
      if (others.some(([at]) => at === layer))
        throw new ContradictionError(`The page ${page} is claimed by two tools.`);
      claims.set(
        page,
        [...others, [layer, id, isFormer] as const].sort(([a], [b]) => b - a),
      );
      added.push([layer, page]);
    }
  await checkBuckets(claims, claimedBeside, added);
}

async function checkBuckets(
  claims: Overlay<PageClaim[]>,
  claimedBeside: ClaimedBeside,
  added: readonly [layer: number, page: string][],
): Promise<void> {
  for (const [bucket, own] of Map.groupBy(added, ([, page]) => bucketOf(page))) {
    const page = own[0]![1];
    const stored = [...(await claimedBeside(page))].map(([each]) => each);
    const all = new Set([
      ...stored.filter((each) => bucketOf(each) === bucket),
      ...own.map(([, each]) => each),
    ]);
    const counts = new Map<number, number>();
    for (const each of all)
      for (const [layer] of (await claims.get(each)) ?? []) counts.set(layer, (counts.get(layer) ?? 0) + 1);
    if (own.some(([layer]) => counts.get(layer)! > maxOfBadges.recordsInBucket))
      throw new ContradictionError(`Too many pages share the bucket of ${page}.`);
  }
}
