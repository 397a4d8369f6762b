import { bucketNumber } from '../../catalog/buckets.ts';
import { indexFileCount, placeOf } from '../../catalog/feed/layout.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import { showProgress } from '../values.ts';
import { claimsIn } from './claims.ts';
import { spill } from './spill.ts';
import type { ToolSource } from './tool-source.ts';

const maxReported = 10;

/** All tools of a source on disk, to be read by the buckets of one index file at a time; throws a CliError if two claim the same id or page. */
export function sortedTools(
  { tools, count }: Pick<ToolSource, 'tools' | 'count'>,
  bits: number,
  folder: string,
): (part: number) => Map<number, Tool[]> {
  const sorted = spill(folder, 'tools');
  const claims = claimsIn(folder, indexFileCount(bits));
  let done = 0;
  for (const { file, tool } of tools()) {
    // A feed's tools name no `$schema`; JSON leaves out what is undefined.
    const line = JSON.stringify({ ...tool, $schema: undefined });
    sorted.add(placeOf(bucketNumber(tool.id, bits), bits).file, line);
    claims.add(tool, file);
    showProgress('Read', ++done, count);
  }
  const problems = claims.problems().take(maxReported).toArray();
  if (problems.length) throw new CliError(problems.join('\n'));
  return (part) => {
    const all = sorted.lines(part).map((line) => JSON.parse(line) as Tool);
    return Map.groupBy(all, ({ id }) => bucketNumber(id, bits));
  };
}
