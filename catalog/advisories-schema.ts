import * as z from 'zod/mini';
import { citation, isoDate, pageId, type Making } from './schema-parts.ts';

const advisoryKinds = ['malicious', 'vulnerable', 'unknown'] as const;
const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;

/** One entry of an advisory database, with the versions that it names. */
export function advisoryShape({ object, text, word }: Making) {
  const versions = object({
    introduced: z.optional(text),
    fixed: z.optional(text),
    lastAffected: z.optional(text),
    versions: z.optional(z.array(text).check(z.minLength(1))),
  });
  return object({
    id: text,
    aliases: z.optional(z.array(text)),
    kind: word(advisoryKinds),
    severity: word(severities),
    summary: text.check(z.maxLength(140)),
    package: z.optional(pageId()),
    affected: z.array(versions).check(z.minLength(1)),
    disputed: z.optional(text),
    published: isoDate,
    withdrawn: z.optional(isoDate),
    ...citation(),
  });
}
