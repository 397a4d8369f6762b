import * as z from 'zod/mini';
import { citation, count, isoDate, pageId, type Making } from './schema-parts.ts';

// `unknown` means "looked for and not found".
const statuses = ['active', 'maintenance', 'archived', 'superseded', 'closed', 'unknown'] as const;
const entryPrices = ['free', 'open source', 'freemium', 'paid', 'contact sales', 'unknown'] as const;
const commercialUses = ['yes', 'conditions', 'no', 'unknown'] as const;
const yesOrNo = ['yes', 'no', 'unknown'] as const;
const weightTerms = ['open', 'gated', 'unknown'] as const;

/** The facts of a tool or of one of its variants, each with its sources and with what other sources say. */
export function factsShape({ object, text, word }: Making) {
  const cited = citation();
  const fact = <T extends z.core.$ZodType, M extends z.core.$ZodLooseShape>(value: T, more: M) =>
    object({
      value,
      ...more,
      ...cited,
      source: z.optional(cited.source),
      disputed: z.optional(z.array(object({ value, ...cited })).check(z.minLength(1))),
    });

  return object({
    status: fact(word(statuses), {
      since: z.optional(isoDate),
      successor: z.optional(text),
      note: z.optional(text),
    }),
    version: z.optional(fact(text, { released: z.optional(isoDate), package: z.optional(pageId()) })),
    license: fact(text, {
      note: z.optional(text),
      of: z.optional(object({ code: z.optional(text), weights: z.optional(text), data: z.optional(text) })),
    }),
    entryPrice: fact(word(entryPrices), {
      amount: z.optional(z.number().check(z.nonnegative())),
      currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
      unit: z.optional(text),
      freeTier: z.optional(text),
      until: z.optional(isoDate),
    }),
    commercialUse: z.optional(fact(word(commercialUses), { note: z.optional(text) })),
    selfHost: z.optional(fact(word(yesOrNo), { note: z.optional(text) })),
    weights: z.optional(fact(word(weightTerms), { note: z.optional(text) })),
    size: z.optional(fact(text, {})),
    runsOn: z.optional(
      fact(z.union([z.array(text).check(z.minLength(1)), z.literal('unknown')]), {
        gpuMemoryGb: z.optional(z.union([z.number().check(z.positive()), z.literal('unknown')])),
      }),
    ),
    dataGoes: z.optional(fact(text, {})),
    endsOn: z.optional(
      fact(z.union([isoDate, z.literal('unknown')]), {
        at: z.optional(text),
        successor: z.optional(text),
      }),
    ),
    stars: z.optional(fact(z.union([count(), z.literal('unknown')]), {})),
    downloads: z.optional(fact(z.union([count(), z.literal('unknown')]), {})),
  });
}
