import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check as isFormatted, resolveConfig } from 'prettier';
import type { ToolFile } from './check-tools.ts';
import { authoredTool } from '../../catalog/tool-schema.ts';
import { ownData } from '../read-data.ts';

const order = Object.keys(authoredTool.shape);
// Data elsewhere is written in our style too, whatever lies around it.
const style = await resolveConfig(fileURLToPath(new URL('tools/x.json', ownData)));

/** How a tool's file is written: formatted as all our files, its fields in the order of the schema. */
export async function styleProblems({ file, json }: ToolFile, url: URL): Promise<string[]> {
  const isTidy = await isFormatted(readFileSync(url, 'utf8'), { ...style, parser: 'json' });
  const places = Object.keys(Object(json) as object).map((key) => order.indexOf(key));
  const early = places.findIndex((place, at) => place >= 0 && at > 0 && place < places[at - 1]!);
  return [
    ...(isTidy ? [] : [`${file}: is not formatted; npm run fix does it`]),
    ...(early < 0 ? [] : [`${file}: ${order[places[early]!]!}: fields stand in the order of the schema`]),
  ];
}
