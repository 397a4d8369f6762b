import * as z from 'zod/mini';
import { firstProblem } from './first-problem.ts';
import { jobs, licenses, reviewers, type Reference } from './reference.ts';
import { readableTool, type Tool } from './tool-schema.ts';

/** A whole catalog as the package ships it: a version of the feed it comes from, made whole again from its parts. */
export type Catalog = {
  feed: string;
  name: string;
  version: number;
  published: string;
  reference: Reference;
  tools: Tool[];
};

const packed = z.object({
  feed: z.string(),
  name: z.string(),
  version: z.number(),
  published: z.iso.datetime(),
  reference: z.object({ jobs, reviewers, licenses }),
  tools: z.array(z.unknown()),
});

/** Unknown JSON in, a catalog out; a tool that cannot be read is left out and named in `problems`. Throws if the frame is broken. */
export function readCatalog(json: unknown): Catalog & { problems: string[] } {
  const { tools, ...frame } = packed.parse(json);
  const read = tools.map((tool) => readTool(tool));
  return {
    ...frame,
    tools: read.filter((tool) => typeof tool !== 'string'),
    problems: read.filter((tool) => typeof tool === 'string'),
  };
}

/** Unknown JSON in, a tool out, or a sentence that says which field is wrong. */
export function readTool(json: unknown): Tool | string {
  const result = readableTool.safeParse(json);
  if (result.success) return result.data;
  const id = (json as { id?: unknown } | null)?.id;
  return `${typeof id === 'string' ? id : 'a tool without an id'}: ${firstProblem(result.error)}`;
}
