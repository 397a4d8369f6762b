import * as z from 'zod/mini';
import type { factsShape } from './facts-schema.ts';
import { pageId, slug, type Making } from './schema-parts.ts';

const variantVerdicts = ['own', 'family', 'none'] as const;

/** What is true of one page or several of a family, and whose verdict is shown there. */
export function variantShape({ object, text, reading }: Making, facts: ReturnType<typeof factsShape>) {
  const verdict = z.enum(variantVerdicts);
  return object({
    name: text.check(z.maxLength(80)),
    pages: z.array(pageId()).check(z.minLength(1)),
    verdict: reading ? z.catch(verdict, 'none') : verdict,
    shares: z.optional(z.array(reading ? text : z.keyof(facts))),
    facts: z.partial(facts),
    rivals: z.optional(z.array(slug)),
  });
}
