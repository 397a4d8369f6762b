import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { en } from 'zod/locales';
import { config } from 'zod/mini';
import type { ToolFile } from './catalog/check-tools.ts';
import { jobs, licenses, reviewers, type Reference } from '../catalog/reference.ts';

// Authors read these messages; what is shipped does without their words.
config(en());

/** The folder of the catalog that the package ships. */
export const ownData = new URL('../data/', import.meta.url);

/** A folder of catalog data by its path, or our own. */
export function dataFolder(path?: string): URL {
  return path === undefined ? ownData : pathToFileURL(`${path}/`);
}

/** The tables beside the tools; throws with the file's name when one is missing or broken. */
export function readReference(data = ownData): Reference {
  return {
    jobs: readJson('jobs.json', data, jobs.parse),
    reviewers: readJson('reviewers.json', data, reviewers.parse),
    licenses: readJson('licenses.json', data, licenses.parse),
  };
}

/** The names of the tools' files, sorted so that all that is made of them is reproducible. Throws without such a folder. */
export function toolFileNames(data = ownData): string[] {
  return readdirSync(new URL('tools/', data))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** One file of `tools/`, parsed and otherwise unread; throws with the file's name when it is no JSON. */
export function readToolFile(name: string, data = ownData): ToolFile {
  return {
    file: `data/tools/${name}`,
    id: basename(name, '.json'),
    json: readJson(`tools/${name}`, data, (json) => json),
  };
}

/** Every file of `tools/`. */
export function readToolFiles(data = ownData): ToolFile[] {
  return toolFileNames(data).map((name) => readToolFile(name, data));
}

function readJson<T>(name: string, data: URL, read: (json: unknown) => T): T {
  try {
    return read(JSON.parse(readFileSync(new URL(name, data), 'utf8')));
  } catch (error) {
    throw new Error(`data/${name}: ${(error as Error).message}`, { cause: error });
  }
}
