import { toolBucket } from '../../catalog/feed/bucket.ts';
import { indexBits } from '../../catalog/feed/manifest.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import { progress } from '../catalog/command.ts';
import { claimsIn } from './claims.ts';
import { spill } from './spill.ts';
import type { ToolSource } from './tool-source.ts';

const mostNamed = 10;

/** All tools of a source on disk, to be had by the buckets of each index file. Stops if two claim one id or page. */
export async function sortedTools(
  { tools, ...source }: Pick<ToolSource, 'tools' | 'count'>,
  bits: number,
  folder: string,
): Promise<{ count: number; bucketsOf(part: number): Map<number, Tool[]> }> {
  const [parts, lowerBits] = [2 ** indexBits(bits), bits - indexBits(bits)];
  const sorted = spill(folder, 'tools');
  const claims = claimsIn(folder, parts);
  let count = 0;
  for await (const { file, tool } of tools()) {
    // A feed's tools name no schema; JSON leaves out what is undefined.
    const line = JSON.stringify({ ...tool, $schema: undefined });
    sorted.add(toolBucket(tool.id, bits) >> lowerBits, line);
    claims.add(tool, file);
    count += 1;
    progress('Read', count, source.count);
  }
  const problems = claims.problems().take(mostNamed).toArray();
  if (problems.length) throw new CliError(problems.join('\n'));
  return {
    count,
    bucketsOf(part) {
      const all = sorted.lines(part).map((line) => JSON.parse(line) as Tool);
      return Map.groupBy(all, ({ id }) => toolBucket(id, bits));
    },
  };
}
