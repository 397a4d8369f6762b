import * as z from 'zod/mini';
import { CliError } from '../cli-error.ts';
import { inFile } from '../read-data.ts';
import { readFile } from '../read-file.ts';

const sourceAnswers = z.strictObject({
  name: z.string(),
  wanted: z.number(),
  requests: z.number(),
  points: z.number(),
  ms: z.number(),
  answers: z.array(z.strictObject({ id: z.string(), answer: z.unknown() })),
  failures: z.array(z.strictObject({ id: z.string(), failure: z.string() })),
  /** Why the source was not asked further, in words. */
  stopped: z.optional(z.string()),
});

const collectedShape = z.strictObject({ date: z.iso.date(), sources: z.array(sourceAnswers) });

/** Everything that one run was told, source by source. */
export type Collected = z.infer<typeof collectedShape>;
export type SourceAnswers = z.infer<typeof sourceAnswers>;

/** The file that `--collect` wrote; throws a CliError in words where it is not one. */
export function readAnswers(path: string): Collected {
  try {
    return collectedShape.parse(JSON.parse(readFile(path).toString()));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(inFile(path, error));
  }
}
