import { formerIdOwners, withFormerIds, withOwnIds, type FormerIds } from './former-ids.ts';
import type { LayerEntries } from './layer-entries.ts';
import type { Overlay } from './overlay.ts';
import type { ToolSummary } from './tool-summary.ts';

/**
 * Gives the changed tools, `ids`, the summaries that they have now, and every tool the former ids that lead to it now. Returns the
 * former ids that the lowest layer's tools list, which were `before`.
 */
export async function changeSummaries(
  summaries: Overlay<ToolSummary>,
  before: readonly FormerIds[],
  entries: LayerEntries,
  ids: ReadonlySet<string>,
): Promise<FormerIds[]> {
  const listed = new Map(before);
  // Which may lead to another tool than before, or to none.
  const unsettled = new Set<string>();
  for (const id of ids) {
    const [was, is] = [await entries.shownBefore(id), await entries.shown(id)];
    const own = is?.layer === 0 ? is.entry.summary.formerIds : undefined;
    if (Boolean(is) !== Boolean(was)) unsettled.add(id);
    for (const each of [...(listed.get(id) ?? []), ...(own ?? [])]) unsettled.add(each);
    if (own) listed.set(id, own);
    else listed.delete(id);
    summaries.set(id, is && withOwnIds(is.entry.summary, is.layer === 0));
  }
  const sorted = [...listed].sort(([a], [b]) => (a < b ? -1 : 1));
  const owners = formerIdOwners(sorted);
  for (const [id, formerIds] of sorted) {
    if (!ids.has(id) && !formerIds.some((each) => unsettled.has(each))) continue;
    const own: string[] = [];
    for (const each of formerIds) if (owners.get(each) === id && !(await summaries.get(each))) own.push(each);
    summaries.set(id, withFormerIds((await summaries.get(id))!, own));
  }
  return sorted;
}
