import { badgeRecord, type BadgeRecord } from './badge-record.ts';
import { onPage } from './on-page.ts';
import { normalizePageId } from './page-id.ts';
import { notesBetween, recordOfPage, type RecordNotes } from './record-of-page.ts';
import type { Reference } from './reference.ts';
import { boundedBytes, boundedLetters } from './tool-bounds.ts';
import { assertCounts, assertVariants } from './tool-rules.ts';
import type { Tool } from './tool-schema.ts';
import { summaryOf, type ToolSummary } from './tool-summary.ts';

/** One page of a tool as its badge needs it: `rivals` are its own if it has others than the tool, `bytes` are those of its badge record. */
export type DerivedPage = {
  page: string;
  isFormer: boolean;
  notes: RecordNotes | undefined;
  rivals: string[] | undefined;
  bytes: number;
};

/** What follows from one tool alone: its summary, its badge record, its pages, and how many letters it has. */
export type Derived = { summary: ToolSummary; record: BadgeRecord; pages: DerivedPage[]; letters: number };

const maxReason = 200;

/**
 * All that is stored of one tool, whatever the other tools are; `from` is the label of its feed. Where it cannot be derived, or
 * is too much, the reason in words that follow the tool's name; `prove` may throw for further ones.
 */
export function derive(
  tool: Tool,
  reference: Reference,
  from: string | undefined,
  prove?: (tool: Tool, reference: Reference) => void,
): Derived | string {
  try {
    const letters = boundedLetters(tool);
    assertCounts(tool);
    assertVariants(tool);
    prove?.(tool, reference);
    const record = badgeRecord(tool, reference, from);
    const pages = pagesOf(tool, record, (page) => recordOfPage(tool, page, reference, from));
    return { letters, record, summary: summaryOf(tool, reference, from), pages };
  } catch (error) {
    return String((error as Error).message).slice(0, maxReason);
  }
}

function pagesOf(tool: Tool, whole: BadgeRecord, recordOn: (page: string) => BadgeRecord): DerivedPage[] {
  const pages = new Map<string, DerivedPage>();
  for (const [list, isFormer] of [
    [tool.formerPages ?? [], true],
    [tool.pages, false],
  ] as const)
    for (const page of list.map(normalizePageId)) {
      const record = recordOn(page);
      const bytes = page.length + boundedBytes(record);
      const notes = notesBetween(whole, record);
      const { rivals } = onPage(tool, page);
      pages.set(page, {
        page,
        isFormer,
        bytes,
        notes,
        rivals: rivals === tool.rivals ? undefined : (rivals ?? []),
      });
    }
  return [...pages.values()];
}
