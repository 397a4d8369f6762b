import PQueue from 'p-queue';
import * as z from 'zod/mini';
import { osvRecord } from './osv-record.ts';
import type { AskContext, Asked } from './source.ts';
import { upstreamJson } from './upstream-json.ts';

const maxQueries = 500;
const maxPages = 10;
const concurrency = 6;

const batchShape = z.object({
  results: z.array(
    z.object({
      vulns: z.optional(z.array(z.object({ id: z.string().check(z.regex(/^[\w.-]{1,80}$/)) }))),
      next_page_token: z.optional(z.string()),
    }),
  ),
});

/** The records of all packages and known advisories in each id, and which of the known are gone. */
export async function* askOsv(ids: readonly string[], context: AskContext): AsyncGenerator<Asked> {
  const advisories = await advisoriesOf([...new Set(ids.flatMap(packagesIn))], context);
  const queue = new PQueue({ concurrency });
  const records = new Map<string, Promise<unknown>>();
  const recordOf = (name: string) => {
    if (!records.has(name))
      records.set(
        name,
        queue.add(() => upstreamJson(context, `/v1/vulns/${name}`)),
      );
    return records.get(name)!;
  };
  for (const id of ids) {
    try {
      const listed = packagesIn(id).flatMap((page) => advisories.get(page) ?? []);
      const known = id.split(' ').filter((part) => !part.startsWith('pkg:'));
      const names = [...new Set([...listed, ...known])];
      const told = await Promise.all(names.map(recordOf));
      const missing = names.filter((name, at) => told[at] === null && known.includes(name));
      const found = told.filter((record) => record !== null).map(shortened);
      yield { id, answer: { records: found, missing } };
    } catch (error) {
      if (context.signal.aborted) return;
      yield { id, failure: (error as Error).message };
    }
  }
}

/** The ids of the advisories of each package, page after page. */
async function advisoriesOf(pages: readonly string[], context: AskContext): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(pages.map((page) => [page, []]));
  let open: { page: string; token?: string }[] = pages.map((page) => ({ page }));
  for (let round = 0; open.length && round < maxPages; round++) {
    const next: typeof open = [];
    for (let at = 0; at < open.length; at += maxQueries) {
      const batch = open.slice(at, at + maxQueries);
      const queries = batch.map(({ page, token }) => ({
        package: { purl: page },
        ...(token && { page_token: token }),
      }));
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ queries }),
      };
      const { results } = batchShape.parse(await upstreamJson(context, '/v1/querybatch', init));
      if (results.length !== batch.length)
        throw new Error(`answered ${results.length} of ${batch.length} queries`);
      for (const [index, { vulns = [], next_page_token: token }] of results.entries()) {
        const { page } = batch[index]!;
        found.get(page)!.push(...vulns.map((each) => each.id));
        if (token) next.push({ page, token });
      }
    }
    open = next;
  }
  return found;
}

/** The packages in an id of one tool. */
export function packagesIn(id: string): string[] {
  return id.split(' ').filter((part) => part.startsWith('pkg:'));
}

const maxDetails = 600;

/** A record without its long texts, of which nobody reads more than the beginning. */
function shortened(record: unknown): unknown {
  const { data } = osvRecord.safeParse(record);
  return data ? { ...data, ...(data.details && { details: data.details.slice(0, maxDetails) }) } : record;
}
