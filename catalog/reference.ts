import * as z from 'zod/mini';

/** What a tool can be for; rivals share one. Keyed by slug in `data/jobs.json`. */
export const jobs = z.record(
  z.string(),
  z.object({ name: z.string(), category: z.string(), does: z.string() }),
);

/** The five seats of the panel in their order, from `data/reviewers.json`. */
export const reviewers = z.array(z.object({ id: z.string(), name: z.string(), question: z.string() }));

/** What a license allows, once for all tools. Keyed by SPDX id or `LicenseRef-…` in `data/licenses.json`. */
export const licenses = z.record(
  z.string(),
  z.object({
    name: z.string(),
    kind: z.enum(['open source', 'source available', 'custom', 'proprietary']),
    commercialUse: z.enum(['yes', 'conditions', 'no', 'unknown']),
    plain: z.string(),
    url: z.optional(z.url({ protocol: /^https$/ })),
  }),
);

export type Jobs = z.infer<typeof jobs>;
export type Reviewers = z.infer<typeof reviewers>;
export type Licenses = z.infer<typeof licenses>;

/** The tables every tool's words are looked up in. */
export type Reference = { jobs: Jobs; reviewers: Reviewers; licenses: Licenses };
