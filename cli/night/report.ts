import * as z from 'zod/mini';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';

const readFrom = z.object({
  ...{ key: z.string(), url: z.string(), title: z.string() },
  version: z.optional(z.string()),
});
const proposal = z.object({
  tool: z.string(),
  path: z.array(z.string()),
  is: z.optional(z.unknown()),
  source: z.optional(readFrom),
  kind: z.enum(['mechanical', 'judgement']),
  list: z.string(),
  says: z.string(),
});
const count = z.number();
const source = z.object({ name: z.string(), asked: count, answered: count, failed: count });
const report = z.object({ date: z.iso.date(), sources: z.array(source), proposals: z.array(proposal) });

/** What a refresh reports to programs: the day, what each collector was asked and answered, and what a person has to decide. */
export type Report = z.infer<typeof report>;
export type Proposed = z.infer<typeof proposal>;

/** The report of `catalog refresh` as JSON; throws a CliError if the file is none. */
export function readReport(file: string): Report {
  const text = readFile(file).toString();
  try {
    return report.parse(JSON.parse(text));
  } catch {
    throw new CliError(`${file} is not the report of npm run catalog -- refresh as JSON`);
  }
}
