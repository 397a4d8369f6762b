import { bucketOf } from '../../catalog/buckets.ts';

/** So many pages that all lie in one badge bucket. */
export function crowdedPages(count: number): string[] {
  const found: string[] = [];
  const wanted = bucketOf('pkg:github/crowd/p0');
  for (let at = 0; found.length < count; at++) {
    const page = `pkg:github/crowd/p${at}`;
    if (bucketOf(page) === wanted) found.push(page);
  }
  return found;
}
