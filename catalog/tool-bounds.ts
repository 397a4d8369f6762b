import type { BadgeRecord } from './badge-record.ts';
import { maxOfBadge, maxOfTool } from './feed/limits.ts';
import type { Tool } from './tool-schema.ts';

const encoder = new TextEncoder();

/** The letters in a tool's entry; throws, in words that follow its name, if the entry is larger than what the extension derives from one may cost. */
export function boundedLetters(tool: Tool): number {
  const pages = tool.pages.length + (tool.formerPages?.length ?? 0);
  atMost(pages, maxOfTool.pages, 'pages');
  const { items, longest, letters } = sizeOf(tool);
  atMost(items, maxOfTool.items, 'list items and sources');
  atMost(longest, maxOfTool.letters, 'letters in one text');
  return letters;
}

/** The bytes of a badge record as it is stored; throws if it is too large to be read on each page. */
export function boundedBytes(record: BadgeRecord): number {
  atMost(sizeOf(record).longest, maxOfBadge.letters, 'letters in one text of its badge');
  const { length } = encoder.encode(JSON.stringify(record));
  atMost(length, maxOfBadge.bytes, 'bytes in its badge record');
  return length;
}

type Size = { items: number; longest: number; letters: number };

function sizeOf(value: unknown): Size {
  if (typeof value === 'string') return { items: 0, longest: value.length, letters: value.length };
  if (typeof value !== 'object' || value === null) return { items: 0, longest: 0, letters: 0 };
  const entries = Object.entries(value);
  const whole = { items: entries.length, longest: 0, letters: 0 };
  for (const [key, inner] of entries) {
    const size = sizeOf(inner);
    whole.items += size.items;
    whole.longest = Math.max(whole.longest, key.length, size.longest);
    whole.letters += key.length + size.letters;
  }
  return whole;
}

function atMost(count: number, max: number, what: string): void {
  if (count <= max) return;
  throw new Error(`has ${count.toLocaleString('en')} ${what}, more than ${max.toLocaleString('en')}`);
}
