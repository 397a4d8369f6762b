import * as z from 'zod/mini';
import { firstProblem } from '../first-problem.ts';
import { jobs, licenses, reviewers, type Reference } from '../reference.ts';
import { FeedError } from './feed-error.ts';
import { readJson } from './safe-json.ts';

const tables = z.object({ jobs, reviewers, licenses });

/** Checked bytes in, a feed's jobs, reviewers and licenses out; throws a FeedError that names the field. */
export function readTables(bytes: Uint8Array, file: string): Reference {
  const read = tables.safeParse(readJson(bytes, file));
  if (read.success) return read.data;
  throw new FeedError('malformed', `${file}: ${firstProblem(read.error)}`);
}

/** The tables of all layers, lowest first, as one: an upper feed may add entries, and changes none of those below it. */
export function mergedTables([base, ...upper]: readonly [Reference, ...Reference[]]): Reference {
  return upper.reduce(
    (merged, { jobs, licenses }) => ({
      ...merged,
      jobs: { ...jobs, ...merged.jobs },
      licenses: { ...licenses, ...merged.licenses },
    }),
    base,
  );
}
