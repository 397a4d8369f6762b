import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';

type FromFile = { file: string; tool: Tool };

/** What a feed is made of: how many tools, each once and with the file it is from, and the tables beside them. */
export type ToolSource = {
  feed: { id: string; name: string };
  reference: Reference;
  count: number;
  tools(): AsyncIterable<FromFile> | Iterable<FromFile>;
};
