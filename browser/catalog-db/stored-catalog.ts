import { areVotes } from '../../catalog/seats.ts';
import * as z from 'zod/mini';
import { jobs, licenses, reviewers } from '../../catalog/reference.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import type { StoredCatalog } from './layer.ts';
import { tableNames } from './parts.ts';

const count = z.number().check(z.int(), z.nonnegative());

const layer = z.object({
  feed: z.string(),
  name: z.string(),
  version: count,
  published: z.iso.datetime(),
  expires: z.optional(z.iso.datetime()),
  manifest: z.optional(z.string()),
  tools: count,
  bytes: count,
  bits: count.check(z.maximum(30)),
  index: z.array(z.string()).check(z.minLength(1)),
  tables: z.string(),
});

const stored = z.object({
  layers: z.array(layer).check(z.minLength(1)),
  reference: z.object({ jobs, reviewers, licenses }),
  tools: count,
  parts: z.record(z.enum(tableNames), z.array(count).check(z.minLength(1))),
  pages: z.array(count),
  leftOut: z.array(
    z.object({ id: z.string(), feed: z.string(), from: z.optional(z.string()), reason: z.string() }),
  ),
});

/** Whether what the database holds is a catalog that every reader can use. */
export function isStoredCatalog(value: unknown): value is StoredCatalog {
  return stored.safeParse(value).success;
}

// By hand, since a schema takes a second for a hundred thousand of them.
const texts = ['id', 'name', 'maker', 'job', 'kind', 'votes', 'license', 'price'];
const optionalTexts = ['reviewed', 'from'];
const optionalLists = ['formerIds', 'rivals', 'otherJobs'];

/** The stored summaries of a catalog of so many tools. Throws if they are missing or damaged. */
export function readSummaries(stored: unknown, tools: number): ToolSummary[] {
  if (!Array.isArray(stored) || stored.length !== tools || !stored.every(isSummary))
    throw new Error('The stored list of tools is missing or damaged.');
  return stored as ToolSummary[];
}

function isSummary(value: unknown): boolean {
  const fields = Object(value) as Record<string, unknown>;
  const has = (key: string, test: (field: unknown) => boolean) =>
    fields[key] === undefined || test(fields[key]);
  return (
    texts.every((key) => isText(fields[key])) &&
    areVotes(fields.votes) &&
    optionalTexts.every((key) => has(key, isText)) &&
    optionalLists.every((key) => has(key, (list) => Array.isArray(list) && list.every(isText))) &&
    has('popularity', Number.isFinite) &&
    has('status', isStatus)
  );
}

function isStatus(value: unknown): boolean {
  const fields = Object(value) as Record<string, unknown>;
  return (
    isText(fields.value) &&
    isText(fields.text) &&
    isText(fields.asOf) &&
    ['since', 'next', 'name', 'from'].every((key) => fields[key] === undefined || isText(fields[key]))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
