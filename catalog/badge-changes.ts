import { withNotes, withRival, type BadgeRecord } from './badge-record.ts';
import type { Derived } from './derived.ts';
import type { LayerEntries } from './layer-entries.ts';
import type { Overlay } from './overlay.ts';
import { ownerOf, type PageClaim } from './page-claims.ts';
import type { Candidate } from './rival-ranks.ts';

type Reading = {
  claims: Pick<Overlay<PageClaim[]>, 'get'>;
  entries: Pick<LayerEntries, 'shown'>;
  /** The best rival of a tool that is shown. */
  rivalOf(id: string): Promise<Candidate | undefined>;
  /** A record whose status names the tool that followed. */
  nameSuccessor(record: BadgeRecord): Promise<BadgeRecord>;
};

/** Gives these pages the badge records that they have after the changes; none where they are no tool's any more. */
export async function changeBadges(
  badges: Overlay<BadgeRecord>,
  pages: Iterable<string>,
  { claims, entries, rivalOf, nameSuccessor }: Reading,
): Promise<void> {
  const records = new Map<string, BadgeRecord>();
  const recordOf = async (id: string, { record }: Derived): Promise<BadgeRecord> => {
    const whole = records.get(id) ?? withRival(record, await rivalOf(id));
    records.set(id, whole);
    return whole;
  };
  for (const page of pages) {
    const all = (await claims.get(page)) ?? [];
    const shown = new Map(
      await Promise.all(all.map(async ([, tool]) => [tool, await entries.shown(tool)] as const)),
    );
    const owner = ownerOf(all, (tool, layer) => shown.get(tool)?.layer === layer);
    const entry = owner && shown.get(owner[1])!.entry;
    const notes = entry?.pages.find((each) => each.page === page)?.notes;
    badges.set(page, entry && (await nameSuccessor(withNotes(await recordOf(owner[1], entry), notes))));
  }
}
