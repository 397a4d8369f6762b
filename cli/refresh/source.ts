import type { Tool } from '../../catalog/tool-schema.ts';

/** What one request may cost: attempts, and milliseconds for each with its body; and what one run may: requests and bytes an answer. */
export type Limits = {
  requests: number;
  timeoutMs: number;
  attempts: number;
  maxBytes: number;
};

/** What came back for one id; `answer` is JSON as the source gave it, and null where the source says that there is none. */
export type Asked = { id: string; answer: unknown } | { id: string; failure: string };

export type AskContext = {
  /** Has the timeout, the retries, the back-off and the budget of the source, and reads no more than `maxBytes`. */
  fetch: typeof fetch;
  /** The same with one attempt, for a client that retries by itself. */
  fetchOnce: typeof fetch;
  signal: AbortSignal;
  /** Scheme, host and port to ask, without a slash at the end. */
  address: string;
  /** How long a second of waiting takes, in milliseconds: less against a test's own server. */
  secondMs: number;
  limits: Limits;
  /** Says that so many points of a rate limit were spent. */
  spent?: (points: number) => void;
};

/** The machine-readable page that a value was read from; an entry with that address keeps its key. */
export type ReadFrom = { key: string; url: string; title: string; version?: string };

/**
 * One field as a source states it. `path` leads to it: names of fields, and in a list the `id` or `name` of its entry. An object
 * is merged into what is there, null deletes a field, and anything else replaces it. A fact also gets `source` and `checked`.
 * Mechanical values are written; a judgement waits for a person, and may have no value at all.
 */
export type Proposal = {
  tool: string;
  path: string[];
  is?: unknown;
  source?: ReadFrom;
  kind: 'mechanical' | 'judgement';
  /** The heading in the report, `Renamed repositories`. */
  list: string;
  /** One sentence for a person. */
  says: string;
};

/** One place to ask: ids in, answers out, and what follows from an answer for a tool. */
export type Source = {
  /** Lower case with hyphens; `HULLMARK_UPSTREAM_<NAME>` replaces its address. */
  name: string;
  /** For people, `Docker Hub`. */
  title: string;
  address: string;
  /** Hosts that an address written into the data may have. */
  hosts: readonly string[];
  limits?: Partial<Limits>;
  /** What to ask for a tool; what two tools want alike is asked once. */
  wants(tool: Tool): string[];
  /** Answers as they come, in any order; what it does not answer is asked again later. Throws where nothing more can come. */
  ask(ids: readonly string[], context: AskContext): AsyncIterable<Asked>;
  /** Pure. Throws, in words, at an answer that is not of the shape it knows. */
  propose(tool: Tool, asked: { id: string; answer: unknown }, today: string): Proposal[];
};
