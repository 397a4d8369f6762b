import * as z from 'zod/mini';
import { isoDate, type Making } from './schema-parts.ts';

const hex = (digits: number, message: string) =>
  z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`), message));

/** One source: a page or a file at a commit, when it was read, and what it was compared with since. */
export function sourceShape({ object, text, url }: Making) {
  return object({
    url,
    title: text,
    seen: isoDate,
    commit: z.optional(hex(40, 'is not a commit of 40 hex digits')),
    version: z.optional(text),
    blob: z.optional(hex(40, 'is not a Git blob id of 40 hex digits')),
    passages: z.optional(z.array(hex(64, 'is not a SHA-256 of 64 hex digits'))),
    compared: z.optional(isoDate),
    changed: z.optional(isoDate),
  });
}
