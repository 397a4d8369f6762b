import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Tool } from '../../catalog/tool-schema.ts';
import { ownData } from '../read-data.ts';
import { inSchemaOrder } from './in-schema-order.ts';

const style = await resolveConfig(fileURLToPath(new URL('tools/x.json', ownData)));

/** A changed tool as its file has it: in the order of the schema and formatted like all our files. */
export function formatTool(tool: Tool, before: Tool): Promise<string> {
  return format(JSON.stringify(inSchemaOrder(tool, before), null, 2), { ...style, parser: 'json' });
}
