import * as z from 'zod/mini';

/** What a tool is for, by id in `data/jobs.json`; rivals share a job. */
export const jobs = z.record(
  z.string(),
  z.object({ name: z.string(), category: z.string(), does: z.string() }),
);

/** The five reviewers in the panel's order, from `data/reviewers.json`. */
export const reviewers = z.array(z.object({ id: z.string(), name: z.string(), question: z.string() }));

/** What each license allows, by SPDX id or `LicenseRef-…` in `data/licenses.json`. */
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

/** The tables with the words that all tools share. */
export type Reference = { jobs: Jobs; reviewers: Reviewers; licenses: Licenses };
