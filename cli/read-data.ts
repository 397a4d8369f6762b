import { readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { en } from 'zod/locales';
import { config } from 'zod/mini';
import { problemOf } from '../catalog/first-problem.ts';
import { authoredTables, type Reference } from '../catalog/reference.ts';
import { authoredTool, type Tool } from '../catalog/tool-schema.ts';
import { CliError } from './cli-error.ts';
import { sentenceOf } from './error-sentence.ts';
import { readFile } from './read-file.ts';

// Authors read Zod's sentences; the extension ships without them.
config(en());

/** A file of `tools/`: its name for people, the id that its name claims, and what is in it. */
export type ToolFile = { file: string; id: string; json: unknown };

/** The folder of the bundled catalog. */
export const ownData = new URL('../data/', import.meta.url);

/** A folder of catalog data by its path, or our own; throws where there is no such folder. */
export function dataFolder(path?: string): URL {
  if (path === undefined) return ownData;
  if (!statSync(path).isDirectory()) throw new CliError(`${path} is a file, not a folder of catalog data`);
  return pathToFileURL(`${path}/`);
}

/** The tables beside the tools; throws a CliError with the file's name when one is missing or broken. */
export function readReference(data = ownData): Reference {
  const { jobs, reviewers, licenses } = authoredTables;
  return {
    jobs: readJson('jobs.json', data, jobs.parse),
    reviewers: readJson('reviewers.json', data, reviewers.parse),
    licenses: readJson('licenses.json', data, licenses.parse),
  };
}

/** The names of the tools' files, sorted so that whatever is made of them is reproducible. Throws without such a folder. */
export function toolFileNames(data = ownData): string[] {
  const names = readdirSync(new URL('tools/', data));
  return names.filter((name) => name.endsWith('.json')).sort();
}

/** One file of `tools/`, parsed but not checked; throws a CliError with the file's name when it is not JSON. */
export function readToolFile(name: string, data = ownData): ToolFile {
  const json = readJson(`tools/${name}`, data, (read) => read);
  return { file: `data/tools/${name}`, id: basename(name, '.json'), json };
}

export function readToolFiles(data = ownData): ToolFile[] {
  return toolFileNames(data).map((name) => readToolFile(name, data));
}

/** Every tool of a folder, read strictly; throws a CliError at the first that breaks the schema. */
export function readTools(data = ownData): Tool[] {
  return readToolFiles(data).map(readTool);
}

/** A tool read strictly; throws a CliError with file and fields where it breaks the schema. */
export function readTool({ file, json }: ToolFile): Tool {
  const { success, data, error } = authoredTool.safeParse(json);
  if (success) return data;
  throw new CliError(error.issues.map((issue) => `${file}: ${problemOf(issue)}`).join('\n'));
}

/** `data/jobs.json: Unexpected end of JSON input`: what is wrong with a file, one problem a line, whatever was thrown. */
export function inFile(file: string, error: unknown): string {
  const sentence = sentenceOf(error);
  const isSystems = error instanceof Error && 'syscall' in error;
  return isSystems ? sentence : sentence.replace(/^/gm, `${file}: `);
}

function readJson<T>(name: string, data: URL, read: (json: unknown) => T): T {
  try {
    return read(JSON.parse(readFile(new URL(name, data)).toString()));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(inFile(`data/${name}`, error));
  }
}
