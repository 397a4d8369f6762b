import { problemOf } from '../../catalog/first-problem.ts';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import { ownData, readToolFiles } from '../read-data.ts';

/** Every tool of a folder, read strictly; throws with file and fields at the first that breaks the schema. */
export function readTools(data = ownData): Tool[] {
  return readToolFiles(data).map(({ file, json }) => {
    const read = authoredTool.safeParse(json);
    if (read.success) return read.data;
    const problems = read.error.issues.map((issue) => `${file}: ${problemOf(issue)}`);
    throw new Error(problems.join('\n'));
  });
}
