import { dequal } from 'dequal';
import { badgeRecord, type BadgeRecord } from './badge-record.ts';
import { onPage } from './on-page.ts';
import { own } from './own.ts';
import { notesOfPage } from './page-notes.ts';
import type { Reference } from './reference.ts';
import type { Tool } from './tool-schema.ts';

/** The badge record of one page of a tool, by its normalized page id. */
export function recordOfPage(
  tool: Tool,
  page: string,
  reference: Pick<Reference, 'licenses'>,
  from?: string,
): BadgeRecord {
  const here = onPage(tool, page);
  return { ...badgeRecord(here, reference, from), ...notesOfPage(here, page) };
}

/** What a page's badge record says otherwise than its tool's, and what it leaves out, so that it need not be kept whole. */
export type RecordNotes = Partial<BadgeRecord> & { without?: string[] };

/** The notes that make a tool's badge record that of one of its pages; nothing where they are the same. */
export function notesBetween(whole: BadgeRecord, ofPage: BadgeRecord): RecordNotes | undefined {
  const differing = Object.entries(ofPage).filter(
    ([key, value]) => !dequal(value, own(whole as Record<string, unknown>, key)),
  );
  const without = Object.keys(whole).filter((key) => !Object.hasOwn(ofPage, key));
  if (differing.length + without.length === 0) return undefined;
  return { ...Object.fromEntries(differing), ...(without.length > 0 && { without }) };
}

/** A badge record with what is true of one page only; without notes it stays the same. */
export function withNotes(record: BadgeRecord, notes: RecordNotes | undefined): BadgeRecord {
  if (!notes) return record;
  const { without = [], ...differing } = notes;
  const rest = Object.entries(record).filter(([key]) => !without.includes(key));
  return { ...(Object.fromEntries(rest) as BadgeRecord), ...differing };
}
