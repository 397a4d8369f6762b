import PQueue from 'p-queue';
import type { Asked, AskContext } from './source.ts';

/**
 * Asks for one id after another, `concurrency` at a time; one that fails fails alone. What is not answered when the budget or the
 * time is used up stays in the queue of the source.
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
        return signal.aborted ? undefined : { id, failure: (error as Error).message };
      }
    }),
  );
  for (const each of pending) {
    const answered = await each;
    if (answered) yield answered;
  }
}
