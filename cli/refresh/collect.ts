import type { Tool } from '../../catalog/tool-schema.ts';
import { sentenceOf } from '../error-sentence.ts';
import type { Collected, SourceAnswers } from './answers.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { patientFetch } from './patient-fetch.ts';
import { behind, inQueue, type QueueState } from './queue-state.ts';
import type { AskContext, Limits, Source } from './source.ts';
import { isLoopback, upstreamAddress } from './upstream-address.ts';

const usual: Limits = { requests: 1_000, timeoutMs: 20_000, attempts: 3, maxBytes: 8_000_000 };
// So many failures one after another are the source's, not the ids'.
const maxFailuresInARow = 25;

export type CollectOptions = {
  today: string;
  state: QueueState;
  signal: AbortSignal;
  /** How many ids of a source are done. */
  progress?: (source: Source, done: number, of: number) => void;
};

/** Asks every source for what the tools want of it, all at once, each within its own limits; never throws. Gives the new state too. */
export async function collect(
  tools: readonly Tool[],
  sources: readonly Source[],
  options: CollectOptions,
): Promise<{ collected: Collected; state: QueueState }> {
  const { today, state } = options;
  const asked: QueueState['asked'] = { ...state.asked };
  const all = await Promise.all(
    sources.map(async (source) => {
      const wanted = [...new Set(tools.flatMap((tool) => source.wants(tool)))];
      const told = await askOne(source, inQueue(wanted, asked[source.name]), options);
      const now = [...told.answers, ...told.failures].map(({ id }) => id);
      // With fewer tools than all, the others keep their place.
      const known = [...wanted, ...(asked[source.name] ?? [])];
      asked[source.name] = behind(asked[source.name], now, known);
      return told;
    }),
  );
  return { collected: { date: today, sources: all }, state: { ...state, asked } };
}

async function askOne(source: Source, ids: string[], options: CollectOptions): Promise<SourceAnswers> {
  const told: SourceAnswers = {
    name: source.name,
    wanted: ids.length,
    requests: 0,
    points: 0,
    ms: 0,
    answers: [],
    failures: [],
  };
  if (!ids.length) return told;
  const started = performance.now();
  const over = new AbortController();
  const stop = (reason: string) => {
    told.stopped ??= reason;
    over.abort(new Error(reason));
  };
  const signal = AbortSignal.any([over.signal, options.signal]);
  try {
    const context = contextOf(source, signal, stop, told);
    let failuresInARow = 0;
    for await (const each of source.ask(ids, context)) {
      if ('failure' in each) told.failures.push({ id: each.id, failure: each.failure });
      else told.answers.push({ id: each.id, answer: each.answer });
      failuresInARow = 'failure' in each ? failuresInARow + 1 : 0;
      if (failuresInARow >= maxFailuresInARow) stop(`It failed ${failuresInARow} times one after another`);
      options.progress?.(source, told.answers.length + told.failures.length, ids.length);
    }
  } catch (error) {
    told.stopped ??= options.signal.aborted ? 'Interrupted' : sentenceOf(error);
  }
  if (options.signal.aborted) told.stopped ??= 'Interrupted';
  told.ms = Math.round(performance.now() - started);
  return told;
}

function contextOf(
  source: Source,
  signal: AbortSignal,
  stop: (reason: string) => void,
  told: SourceAnswers,
): AskContext {
  const limits = { ...usual, ...source.limits };
  const address = upstreamAddress(source);
  // A server of a test is asked again without the pauses that a public one is owed.
  const secondMs = isLoopback(address) ? 20 : 1_000;
  const fetchOnce = boundedFetch(limits, signal, stop, () => (told.requests += 1));
  const fetch = patientFetch(fetchOnce, { attempts: limits.attempts, secondMs, signal, stop });
  const spent = (points: number) => (told.points += points);
  return { fetch, fetchOnce, signal, address, secondMs, limits, spent };
}
