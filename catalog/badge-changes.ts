import { withRival, type BadgeRecord } from './badge-record.ts';
import type { LayerEntries } from './layer-entries.ts';
import type { Overlay } from './overlay.ts';
import { ownerOf, type PageClaim } from './page-claims.ts';
import { withNotes } from './record-of-page.ts';
import type { Candidate } from './rival-ranks.ts';

type Reading = {
  claims: Pick<Overlay<PageClaim[]>, 'get'>;
  entries: Pick<LayerEntries, 'shown'>;
  /** The best rival of a tool that is shown; on a page with rivals of its own the best of those. */
  rivalOf(id: string, rivals?: string[]): Promise<Candidate | undefined>;
  /** A record whose status names the tool that followed. */
  nameSuccessor(record: BadgeRecord): Promise<BadgeRecord>;
};

/** Gives these pages the badge records that they have after the changes; none where they are no tool's any more. */
export async function changeBadges(
  badges: Overlay<BadgeRecord>,
  pages: Iterable<string>,
  { claims, entries, rivalOf, nameSuccessor }: Reading,
): Promise<void> {
  const known = new Map<string, Candidate | undefined>();
  const bestOf = async (id: string) => {
    if (!known.has(id)) known.set(id, await rivalOf(id));
    return known.get(id);
  };
  for (const page of pages) {
    const all = (await claims.get(page)) ?? [];
    const shown = new Map(
      await Promise.all(all.map(async ([, tool]) => [tool, await entries.shown(tool)] as const)),
    );
    const owner = ownerOf(all, (tool, layer) => shown.get(tool)?.layer === layer);
    const entry = owner && shown.get(owner[1])!.entry;
    const own = entry?.pages.find((each) => each.page === page);
    if (!entry || !own) {
      badges.set(page, undefined);
      continue;
    }
    const rival = await (own.rivals ? rivalOf(owner[1], own.rivals) : bestOf(owner[1]));
    badges.set(page, await nameSuccessor(withRival(withNotes(entry.record, own.notes), rival)));
  }
}
