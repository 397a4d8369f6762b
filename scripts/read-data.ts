import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { en } from 'zod/locales';
import { config } from 'zod/mini';
import type { ToolFile } from '../catalog/check.ts';
import { jobs, licenses, reviewers, type Reference } from '../catalog/reference.ts';

// Authors read these messages; what is shipped does without their words.
config(en());

const data = new URL('../data/', import.meta.url);

/** The tables beside the tools; throws with the file's name when one is broken. */
export function readReference(): Reference {
  return {
    jobs: parsed('jobs.json', jobs.parse),
    reviewers: parsed('reviewers.json', reviewers.parse),
    licenses: parsed('licenses.json', licenses.parse),
  };
}

/** Every file of `data/tools/`, unread; sorted by name so that all that is made of them is reproducible. */
export function readToolFiles(): ToolFile[] {
  return readdirSync(new URL('tools/', data))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      file: `data/tools/${name}`,
      id: basename(name, '.json'),
      json: parsed(`tools/${name}`, (json) => json),
    }));
}

function parsed<T>(name: string, parse: (json: unknown) => T): T {
  try {
    return parse(JSON.parse(readFileSync(new URL(name, data), 'utf8')));
  } catch (error) {
    throw new Error(`data/${name}: ${(error as Error).message}`, { cause: error });
  }
}
