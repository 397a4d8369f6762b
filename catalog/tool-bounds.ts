import type { BadgeRecord } from './badge-record.ts';
import { maxOfBadge, maxOfTool } from './feed/limits.ts';
import type { Tool } from './tool-schema.ts';

const encoder = new TextEncoder();

/** Throws, in words that follow a tool's name, if its entry is larger than what the extension derives from one may cost. */
export function assertToolBounds(tool: Tool): void {
  const pages = tool.pages.length + (tool.formerPages?.length ?? 0);
  atMost(pages, maxOfTool.pages, 'pages');
  const { items, letters } = sizeOf(tool);
  atMost(items, maxOfTool.items, 'list items and sources');
  atMost(letters, maxOfTool.letters, 'letters in one text');
}

/** The bytes of a badge record as it is stored; throws if it is too large to be read on each page. */
export function boundedBytes(record: BadgeRecord): number {
  atMost(sizeOf(record).letters, maxOfBadge.letters, 'letters in one text of its badge');
  const { length } = encoder.encode(JSON.stringify(record));
  atMost(length, maxOfBadge.bytes, 'bytes in its badge record');
  return length;
}

function sizeOf(value: unknown): { items: number; letters: number } {
  if (typeof value === 'string') return { items: 0, letters: value.length };
  if (typeof value !== 'object' || value === null) return { items: 0, letters: 0 };
  const entries = Object.entries(value);
  let [items, letters] = [entries.length, 0];
  for (const [key, inner] of entries) {
    const size = sizeOf(inner);
    items += size.items;
    letters = Math.max(letters, key.length, size.letters);
  }
  return { items, letters };
}

function atMost(count: number, max: number, what: string): void {
  if (count <= max) return;
  throw new Error(`has ${count.toLocaleString('en')} ${what}, more than ${max.toLocaleString('en')}`);
}
