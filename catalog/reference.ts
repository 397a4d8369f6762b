import * as z from 'zod/mini';
import { own } from './own.ts';
import { authoredText, authoredUrl, readText, readUrl } from './text-schema.ts';

const maxName = 80;
const maxSentence = 500;

/** The shape of the tables beside the tools: reading cleans every text, authoring refuses what reading would clean away. */
function tableShapes(reading: boolean) {
  const text = reading ? readText : authoredText;
  const [name, sentence] = [text.check(z.maxLength(maxName)), text.check(z.maxLength(maxSentence))];
  return {
    /** What a tool is for, by id in `data/jobs.json`; rivals share a job. `does` follows one tool's name, `both` the word “Both”. */
    jobs: z.record(
      z.string(),
      z.object({ name, category: name, does: sentence, both: z.optional(sentence) }),
    ),
    /** The five reviewers in the panel's order, from `data/reviewers.json`. */
    reviewers: z.array(z.object({ id: z.string(), name, question: sentence })),
    /** What each license allows, by SPDX id or `LicenseRef-…` in `data/licenses.json`. */
    licenses: z.record(
      z.string(),
      z.object({
        name,
        kind: z.enum(['open source', 'source available', 'custom', 'proprietary']),
        commercialUse: z.enum(['yes', 'conditions', 'no', 'unknown']),
        plain: sentence,
        url: z.optional(reading ? readUrl : authoredUrl),
      }),
    ),
  };
}

/** Tolerant: what the extension reads, bundled or from a feed. */
export const { jobs, reviewers, licenses } = tableShapes(true);

/** Strict: what an author may write in `data/`. */
export const authoredTables = tableShapes(false);

export type Jobs = z.infer<typeof jobs>;
export type Reviewers = z.infer<typeof reviewers>;
export type Licenses = z.infer<typeof licenses>;

/** The tables with the words that all tools share. */
export type Reference = { jobs: Jobs; reviewers: Reviewers; licenses: Licenses };

/** The name of a job, or its id where the tables do not list it. */
export function jobName({ jobs }: Pick<Reference, 'jobs'>, job: string): string {
  return own(jobs, job)?.name ?? job;
}

/** “Both fine-tune language models.”, what two tools of one job do; a feed's job may lack the words for two. */
export function bothInWords(reference: Pick<Reference, 'jobs'>, job: string): string {
  const { both } = own(reference.jobs, job) ?? {};
  return both ? `Both ${both}.` : `Each ${jobInWords(reference, job)}.`;
}

/** What a tool of this job does, in words that follow its name; the job's id where the tables do not list it. */
export function jobInWords({ jobs }: Pick<Reference, 'jobs'>, job: string): string {
  return own(jobs, job)?.does ?? job;
}
