// GitHub's GraphQL API on loopback, on GitHub's own public schema: a query that it would refuse is refused here.
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schema as published } from '@octokit/graphql-schema';
import {
  buildSchema,
  GraphQLError,
  execute,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** A repository as the server plays it; `files` are blob ids, by path for HEAD and by `commit:path`. */
export type PlayedRepository = {
  nameWithOwner: string;
  isArchived?: unknown;
  archivedAt?: unknown;
  pushedAt?: unknown;
  stargazerCount?: unknown;
  spdxId?: unknown;
  releases?: { tagName: unknown; isPrerelease?: boolean; isDraft?: boolean; publishedAt?: unknown }[];
  tags?: { name: string; date: unknown }[];
  files?: Record<string, string | { oid: string; text?: string; isTruncated?: boolean }>;
  /** Fails alone, with this message, while the others of the query are answered. */
  error?: string;
};

/** Answers a request in its own way, or gives false to let the server answer. */
export type Fault = (response: ServerResponse, request: number) => boolean;

export type PlayedGitHub = {
  readonly address: string;
  /** Queries answered or spoiled since the start. */
  readonly requests: number;
  readonly points: number;
  /** Plays the repository under this name too, as GitHub does after a rename. */
  play(name: string, repository: PlayedRepository | undefined): void;
  misbehave(fault: Fault | undefined): void;
  close(): Promise<void>;
};

let schema: GraphQLSchema | undefined;

/** The whole schema, read once: it takes a second. */
function publicSchema(): GraphQLSchema {
  return (schema ??= buildSchema(published.idl, { assumeValidSDL: true }));
}

export async function startGitHub(
  unknown?: (name: string) => PlayedRepository | undefined,
): Promise<PlayedGitHub> {
  const repositories = new Map<string, PlayedRepository>();
  let fault: Fault | undefined;
  let [requests, points] = [0, 0];
  const find = (owner: string, name: string) => {
    const key = `${owner}/${name}`;
    return repositories.get(key.toLowerCase()) ?? unknown?.(key);
  };
  const server = http.createServer((request, response) => {
    void (async () => {
      const body = await textOf(request);
      requests += 1;
      if (fault?.(response, requests)) return;
      if (request.url !== '/graphql' || !request.headers.authorization) {
        send(response, request.url === '/graphql' ? 401 : 404, { message: 'Bad credentials' });
        return;
      }
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, string> };
      const cost = costOf(query);
      points += cost;
      send(response, 200, await answer(query, variables, find, cost));
    })().catch((error: unknown) => send(response, 500, { message: String(error) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    get points() {
      return points;
    },
    play(name, repository) {
      if (repository) repositories.set(name.toLowerCase(), repository);
      else repositories.delete(name.toLowerCase());
    },
    misbehave: (next) => void (fault = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(
  query: string,
  variables: Record<string, string>,
  find: (owner: string, name: string) => PlayedRepository | undefined,
  cost: number,
) {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return { errors: [{ message: (error as Error).message }] };
  }
  const wrong = validate(publicSchema(), document);
  if (wrong.length) return { errors: wrong.map(({ message }) => ({ message })) };
  const rootValue = {
    rateLimit: { cost, remaining: 1_000, resetAt: '2026-11-30T00:00:00Z' },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const found = find(owner, name);
      if (!found)
        throw new GraphQLError(`Could not resolve to a Repository with the name '${owner}/${name}'.`, {
          extensions: { type: 'NOT_FOUND' },
        });
      if (found.error) throw new GraphQLError(found.error, { extensions: { type: 'SERVICE_UNAVAILABLE' } });
      return repositoryValue(found);
    },
  };
  const { data, errors } = await execute({
    schema: publicSchema(),
    document,
    rootValue,
    variableValues: variables,
  });
  if (!errors?.length) return { data };
  // GitHub has the type beside the message, not in the extensions.
  return {
    data,
    errors: errors.map(({ message, path, extensions }) => ({ message, path, type: extensions.type })),
  };
}

function repositoryValue(played: PlayedRepository) {
  const { releases = [], tags = [], files = {}, spdxId = 'MIT', ...rest } = played;
  return {
    isArchived: false,
    archivedAt: null,
    pushedAt: '2026-11-20T00:00:00Z',
    stargazerCount: 10,
    ...rest,
    licenseInfo: spdxId === null ? null : { spdxId },
    releases: {
      nodes: releases.map((each) => ({ isPrerelease: false, isDraft: false, publishedAt: null, ...each })),
    },
    refs: {
      nodes: tags.map(({ name, date }) => ({ name, target: { __typename: 'Commit', committedDate: date } })),
    },
    object: ({ expression }: { expression: string }) => {
      const file = files[expression.replace(/^HEAD:/, '')];
      if (!file) return null;
      const blob = typeof file === 'string' ? { oid: file } : file;
      return { __typename: 'Blob', isTruncated: false, isBinary: false, text: null, ...blob };
    },
  };
}

/** Points as GitHub counts them: a request for each connection of each repository, by the hundred, and at least one. */
function costOf(query: string): number {
  const withState = query.match(/\.\.\.State/g)?.length ?? 0;
  return Math.max(1, Math.round((2 * withState) / 100));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}
