import * as z from 'zod/mini';
import { own } from './own.ts';

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

/** The name of a job, or its id where the tables do not list it. */
export function jobName({ jobs }: Pick<Reference, 'jobs'>, job: string): string {
  return own(jobs, job)?.name ?? job;
}

/** What a tool of this job does, in words that follow its name; the job's id where the tables do not list it. */
export function jobInWords({ jobs }: Pick<Reference, 'jobs'>, job: string): string {
  return own(jobs, job)?.does ?? job;
}
