import type { Tool } from '../../catalog/tool-schema.ts';
import { today } from '../values.ts';
import { collect } from './collect.ts';
import type { QueueState } from './queue-state.ts';
import type { Source } from './source.ts';

/** Asks the sources now: what they say, and the queues after it. Shows progress on a terminal; Ctrl-C ends it. */
export async function collectedNow(tools: readonly Tool[], sources: readonly Source[], state: QueueState) {
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error('Interrupted'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const progress = process.stderr.isTTY ? progressLine() : undefined;
    return await collect(tools, sources, {
      today: today(),
      state,
      signal: interrupt.signal,
      ...(progress && { progress }),
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Shows on a terminal how far each source has come, in one line. */
function progressLine() {
  const done = new Map<string, string>();
  return ({ name }: Source, count: number, of: number) => {
    done.set(name, `${name} ${count}/${of}`);
    process.stderr.write(
      `\r\u001b[K${[...done.values()].join('  ').slice(0, (process.stderr.columns ?? 80) - 1)}`,
    );
  };
}
