import * as z from 'zod/mini';
import { authoredTool } from '../../catalog/tool-schema.ts';

/** `data/tool.schema.json` as text: the strict schema for editors, made from the one that checks. */
export function toolJsonSchema(): string {
  const schema = z.toJSONSchema(authoredTool, { reused: 'ref' });
  return `${JSON.stringify({ ...schema, title: 'A tool of the catalog' }, null, 2)}\n`;
}
