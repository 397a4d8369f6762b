import { Octokit } from 'octokit';
import PQueue from 'p-queue';
import * as z from 'zod/mini';
import type { AskContext } from './source.ts';

/** What a query brought: the data of each alias, and for those that failed alone the reason; `gone` are repositories that do not exist for us. */
export type Answered = { data: Record<string, unknown>; failures: Map<string, string>; gone: Set<string> };

const rateLimit = z.object({ cost: z.number(), remaining: z.number(), resetAt: z.string() });
const errors = z.array(
  z.object({
    message: z.string(),
    type: z.optional(z.string()),
    path: z.optional(z.array(z.union([z.string(), z.number()]))),
  }),
);
const body = z.object({
  data: z.nullish(z.record(z.string(), z.unknown())),
  errors: z.optional(errors),
});

const maxRetries = 2;
const maxWaitSeconds = 90;

/** A function that puts one query to GitHub's GraphQL API; it waits, retries and keeps to the rate limits; throws a sentence. */
export function githubClient(context: AskContext, token: string) {
  const { fetchOnce, address, secondMs, signal, spent } = context;
  const goOn = (seconds: number, _options: object, _octokit: object, retries: number) =>
    seconds <= maxWaitSeconds && retries < maxRetries && !signal.aborted;
  const queue = new PQueue({ concurrency: 1, interval: secondMs, intervalCap: 1 });
  // Octokit's own group waits a whole second between two queries, also those for a test's server.
  const write = { key: () => ({ schedule: (_: object, work: () => Promise<void>) => queue.add(work) }) };
  const throttle = { onRateLimit: goOn, onSecondaryRateLimit: goOn, retryAfterBaseValue: secondMs, write };
  const octokit = new Octokit({
    auth: token,
    baseUrl: address,
    userAgent: 'hullmark-catalog',
    request: { fetch: fetchOnce, retries: maxRetries },
    retry: { retryAfterBaseValue: secondMs },
    throttle: throttle as object,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });

  return async (query: string, variables: Record<string, string>): Promise<Answered> => {
    const told = await octokit.request('POST /graphql', { query, variables, request: { signal } });
    const { data, errors = [] } = body.parse(told.data);
    const limited = errors.find(({ type }) => type === 'RATE_LIMITED');
    if (limited) throw new Error(limited.message);
    if (!data) throw new Error(errors[0]?.message ?? 'GitHub answered without data');
    const limit = rateLimit.safeParse(data.rateLimit).data;
    if (limit) spent?.(limit.cost);
    const failures = new Map<string, string>();
    const gone = new Set<string>();
    for (const { message, type, path = [] } of errors) {
      const alias = String(path[0]);
      if (type === 'NOT_FOUND' && path.length === 1) gone.add(alias);
      else failures.set(alias, message);
    }
    return { data, failures, gone };
  };
}
