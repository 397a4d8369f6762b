const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Asks again and again until the answer is neither empty nor an error, and says what it waited for when it never is. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false | ''>,
  // Long enough for a machine that is several times slower than a quiet one; how fast something is, the bench compares.
  ms = 30_000,
): Promise<T> {
  const end = Date.now() + ms;
  let delayMs = 10;
  let reason = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      reason = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}${reason}`);
    await pause(delayMs);
    // What is not there soon is asked for less often, since each question costs the browser time.
    delayMs = Math.min(80, delayMs * 1.5);
  }
}

/** Rests for a while, where a test must show that nothing happens. */
export const rest = pause;
