import * as z from 'zod/mini';
import { githubClient } from '../github-client.ts';
import { citedFile, fileIdOf, repositoryOf } from '../github-ids.ts';
import { fileProposals } from '../github-file-proposals.ts';
import { asksOf, batchesOf, queryOf, textQuery, type RepositoryAsk } from '../github-query.ts';
import { repositoryProposals } from '../github-repository-proposals.ts';
import type { Asked, AskContext, Source } from '../source.ts';

// So many batches one after another are GitHub's fault, not a repository's.
const maxFailedBatches = 6;

const repository = z.looseObject({ nameWithOwner: z.string() });
const object = z.nullable(z.object({ __typename: z.string(), oid: z.string() }));
const withText = z.object({
  object: z.nullable(z.object({ text: z.nullish(z.string()), isTruncated: z.optional(z.boolean()) })),
});

/** GitHub's GraphQL API (docs.github.com/graphql): state, releases and tags of repositories, and blobs of the files that sources cite. */
export const github: Source = {
  name: 'github',
  title: 'GitHub',
  address: 'https://api.github.com',
  hosts: ['api.github.com'],
  limits: { timeoutMs: 30_000, maxBytes: 20_000_000 },
  wants({ pages, sources }) {
    const repositories = pages.flatMap((page) => repositoryOf(page) ?? []);
    const files = Object.values(sources).flatMap((source) => fileIdOf(source) ?? []);
    return [...new Set([...repositories, ...files])];
  },
  async *ask(ids, context) {
    const token = process.env.GITHUB_TOKEN;
    if (!token) throw new Error('GitHub’s GraphQL API needs a token, also for public data: set GITHUB_TOKEN');
    const query = githubClient(context, token);
    let failed = 0;
    // A batch that fails is asked again in halves, so that the repository that it fails for fails alone.
    const batches = batchesOf(asksOf(ids));
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      let asked: Asked[];
      try {
        asked = await askBatch(batch, query, context);
        failed = 0;
      } catch (error) {
        context.signal.throwIfAborted();
        failed += 1;
        const sentence = (error as Error).message;
        if (failed >= maxFailedBatches || isFinal(error)) throw error;
        if (batch.length > 1) {
          const middle = Math.ceil(batch.length / 2);
          batches.unshift(batch.slice(0, middle), batch.slice(middle));
          continue;
        }
        asked = batch[0]!.ids.map((id) => ({ id, failure: sentence }));
      }
      yield* asked;
    }
  },
  propose(tool, { id, answer }, today) {
    const file = citedFile(id);
    return file ? fileProposals(tool, id, answer, today) : repositoryProposals(tool, id, answer, today);
  },
};

type Query = ReturnType<typeof githubClient>;

async function askBatch(batch: RepositoryAsk[], query: Query, context: AskContext): Promise<Asked[]> {
  const { query: text, variables } = queryOf(batch);
  const { data, failures, gone } = await query(text, variables);
  const asked: Asked[] = [];
  for (const [at, ask] of batch.entries()) {
    const alias = `r${at}`;
    const failure = failures.get(alias);
    const told = repository.safeParse(data[alias]);
    if (gone.has(alias)) asked.push(...ask.ids.map((id) => ({ id, answer: null })));
    else if (failure !== undefined || !told.success)
      asked.push(...ask.ids.map((id) => ({ id, failure: failure ?? 'GitHub answered in an unknown shape' })));
    else asked.push(...(await answersOf(ask, told.data, query, context)));
  }
  return asked;
}

async function answersOf(
  ask: RepositoryAsk,
  told: z.infer<typeof repository>,
  query: Query,
  { signal }: AskContext,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  if (ask.state) {
    const state = Object.entries(told).filter(([key]) => !/^[hc]\d+$/.test(key));
    const ids = ask.ids.filter((id) => !citedFile(id));
    asked.push(...ids.map((id) => ({ id, answer: Object.fromEntries(state) })));
  }
  for (const [at, { id, file }] of ask.files.entries()) {
    const [head, cited] = [object.safeParse(told[`h${at}`]), object.safeParse(told[`c${at}`] ?? null)];
    if (!head.success || !cited.success) {
      asked.push({ id, failure: 'GitHub answered in an unknown shape' });
      continue;
    }
    const answer = { head: head.data, cited: cited.data };
    const isChanged = head.data && file.blob && head.data.oid !== file.blob;
    if (!file.hasPassages || !isChanged) {
      asked.push({ id, answer });
      continue;
    }
    try {
      asked.push({ id, answer: { ...answer, text: await textOf(file.repository, file.path, query) } });
    } catch (error) {
      signal.throwIfAborted();
      asked.push({ id, failure: (error as Error).message });
    }
  }
  return asked;
}

/** The text of a file at HEAD; null where it has none, or GitHub gives only its beginning. */
async function textOf(repository: string, path: string, query: Query): Promise<string | null> {
  const [owner = '', name = ''] = repository.split('/');
  const { data } = await query(textQuery, { owner, name, expression: `HEAD:${path}` });
  const { object } = withText.parse(data.repository);
  return object?.isTruncated ? null : (object?.text ?? null);
}

// A token that is refused, or a pause that is too long, is the same for every batch.
function isFinal(error: unknown): boolean {
  const { status, message } = error as { status?: number; message: string };
  return status === 401 || status === 403 || status === 429 || /rate limit/i.test(message);
}
