import { bucketNumber } from '../buckets.ts';
import { readTool } from '../read-catalog.ts';
import type { Tool } from '../tool-schema.ts';
import { FeedError } from './feed-error.ts';
import { readJson } from './safe-json.ts';

/** The text of a bucket's file and of its line in the pack: tools by id, one line of JSON, the same for the same tools. */
export function bucketText(tools: readonly { id: string }[]): string {
  return `${JSON.stringify([...tools].sort((a, b) => (a.id < b.id ? -1 : 1)))}\n`;
}

/** Checked bytes of one bucket in, its number and tools out; throws a FeedError that names file and tool. */
export function readBucket(bytes: Uint8Array, bits: number, file: string): { number: number; tools: Tool[] } {
  const json = readJson(bytes, file);
  if (!Array.isArray(json) || json.length === 0)
    throw new FeedError('malformed', `${file} is not a list of tools.`);
  const tools = json.map((each) => {
    const tool = readTool(each);
    if (typeof tool === 'string') throw new FeedError('malformed', `${file}: ${tool}`);
    return tool;
  });
  const number = bucketNumber(tools[0]!.id, bits);
  for (const [at, { id }] of tools.entries()) {
    if (bucketNumber(id, bits) !== number)
      throw new FeedError('inconsistent', `${file}: tool ${id} is in the wrong bucket.`);
    if (tools.findIndex((other) => other.id === id) !== at)
      throw new FeedError('inconsistent', `${file}: tool ${id} is listed twice.`);
  }
  return { number, tools };
}
