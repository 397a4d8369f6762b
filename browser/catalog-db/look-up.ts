import type { PageMatch } from './badge-lookup.ts';
import { openCatalog } from './open-catalog.ts';

/** The first of these page ids that has a badge record, and that record, without `storage.local`. */
export async function lookUp(pageIds: readonly string[]): Promise<PageMatch | undefined> {
  const catalog = await openCatalog();
  for (const page of pageIds) {
    const record = await catalog.badgeOfPage([page]);
    if (record) return { page, record };
  }
  return undefined;
}
