import * as z from 'zod/mini';
import { firstProblem } from './first-problem.ts';
import { jobs, licenses, reviewers, type Reference } from './reference.ts';
import { readableTool, type Tool } from './tool-schema.ts';

/** A whole catalog as the extension bundles it: one version of the feed that it comes from. */
export type Catalog = {
  feed: string;
  name: string;
  version: number;
  published: string;
  reference: Reference;
  tools: Tool[];
};

const bundled = z.object({
  feed: z.string(),
  name: z.string(),
  version: z.number(),
  published: z.iso.datetime(),
  reference: z.object({ jobs, reviewers, licenses }),
  tools: z.array(z.unknown()),
});

/** Unknown JSON in, a catalog out; invalid tools are left out and named in `problems`. Throws if anything else is invalid. */
export function readCatalog(json: unknown): Catalog & { problems: string[] } {
  const { tools, ...frame } = bundled.parse(json);
  const results = tools.map((tool) => readTool(tool));
  return {
    ...frame,
    tools: results.filter((tool) => typeof tool !== 'string'),
    problems: results.filter((tool) => typeof tool === 'string'),
  };
}

/** Unknown JSON in, a tool out, or which field is wrong: `tool heron: facts.license: Invalid input`. */
export function readTool(json: unknown): Tool | string {
  const result = readableTool.safeParse(json);
  if (result.success) return result.data;
  const id = (json as { id?: unknown } | null)?.id;
  return `tool ${typeof id === 'string' ? id : 'without an id'}: ${firstProblem(result.error)}`;
}
