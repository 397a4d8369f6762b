import PQueue from 'p-queue';
import type { Asked, AskContext } from './source.ts';
import { isUnreachable } from './unreachable.ts';

/**
 * Asks for one id after another, `concurrency` at a time; one that fails fails alone, but a source that cannot be reached is given
 * up. What is not answered when that happens, or the budget or the time is used up, stays in the queue of the source.
 */
export async function* askEach(
  ids: readonly string[],
  { signal }: AskContext,
  ask: (id: string) => Promise<unknown>,
  concurrency = 1,
): AsyncGenerator<Asked> {
  const queue = new PQueue({ concurrency });
  const pending = ids.map((id) =>
    queue.add(async (): Promise<Asked | undefined> => {
      if (signal.aborted) return undefined;
      try {
        return { id, answer: await ask(id) };
      } catch (error) {
        if (signal.aborted) return undefined;
        if (isUnreachable(error)) throw error;
        return { id, failure: (error as Error).message };
      }
    }),
  );
  // Where the first that fails ends all, nobody awaits the others.
  for (const each of pending) each.catch(() => undefined);
  try {
    for (const each of pending) {
      const answered = await each;
      if (answered) yield answered;
    }
  } finally {
    queue.clear();
    await queue.onIdle();
  }
}
