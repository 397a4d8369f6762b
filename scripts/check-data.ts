import { readFileSync, writeFileSync } from 'node:fs';
import parseSpdx from 'spdx-expression-parse';
import { checkTools } from '../catalog/check.ts';
import { readReference, readToolFiles } from './read-data.ts';
import { toolJsonSchema } from './tool-json-schema.ts';

const schemaFile = new URL('../data/tool.schema.json', import.meta.url);
if (process.argv.includes('--write-schema')) writeFileSync(schemaFile, toolJsonSchema());

const files = readToolFiles();
const problems = checkTools(files, {
  reference: readReference(),
  today: new Date().toISOString().slice(0, 10),
  isSpdx,
});
if (readFileSync(schemaFile, 'utf8') !== toolJsonSchema()) {
  problems.push('data/tool.schema.json: is not what catalog/tool-schema.ts says; run with --write-schema');
}
for (const problem of problems) console.error(problem);
console.log(`${files.length} tools, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;

function isSpdx(expression: string): boolean {
  try {
    return Boolean(parseSpdx(expression));
  } catch {
    return false;
  }
}
