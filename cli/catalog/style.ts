import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check as isFormatted, resolveConfig } from 'prettier';
import { authoredTool } from '../../catalog/tool-schema.ts';
import { ownData, type ToolFile } from '../read-data.ts';

const order = Object.keys(authoredTool.shape);
// Data elsewhere follows our style too, whatever configuration lies beside it.
const style = await resolveConfig(fileURLToPath(new URL('tools/x.json', ownData)));

/** Whether a tool's file is formatted like all our files, with its fields in the order of the schema. */
export async function styleProblems({ file, json }: ToolFile, url: URL): Promise<string[]> {
  const isTidy = await isFormatted(readFileSync(url, 'utf8'), { ...style, parser: 'json' });
  const places = Object.keys(Object(json) as object).map((key) => order.indexOf(key));
  const early = places.findIndex((place, at) => place >= 0 && at > 0 && place < places[at - 1]!);
  return [
    ...(isTidy ? [] : [`${file}: is not formatted; npm run fix does it`]),
    ...(early < 0 ? [] : [`${file}: ${order[places[early]!]!}: is not in the order of the schema`]),
  ];
}
