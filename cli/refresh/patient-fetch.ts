import { setTimeout as wait } from 'node:timers/promises';
import type { Stop } from './bounded-fetch.ts';

// A longer pause is for the next run.
const maxWaitSeconds = 90;

type Retrying = { attempts: number; secondMs: number; signal: AbortSignal; stop: Stop };

/**
 * The same `fetch` with more attempts: after a failed connection, a rate limit or a fault of the server it waits as long as the
 * answer says (`Retry-After`, `x-ratelimit-reset`), else twice as long each time. A pause that is too long ends the source.
 */
export function patientFetch(
  once: typeof fetch,
  { attempts, secondMs, signal, stop }: Retrying,
): typeof fetch {
  return async (input, init) => {
    for (let attempt = 1; ; attempt++) {
      let seconds = 2 ** (attempt - 1);
      try {
        const response = await once(input, init);
        if (!isWorthRetrying(response)) return response;
        seconds = pauseOf(response.headers) ?? seconds;
        if (seconds > maxWaitSeconds) {
          stop(`It allows no request for ${Math.ceil(seconds)} s`);
          signal.throwIfAborted();
        }
        if (attempt === attempts) return response;
      } catch (error) {
        signal.throwIfAborted();
        if (attempt === attempts) throw error;
      }
      await wait(seconds * secondMs, undefined, { signal });
    }
  };
}

function isWorthRetrying({ status, headers }: Response): boolean {
  if (status === 403) return headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
  return status === 408 || status === 429 || status >= 500;
}

/** How many seconds an answer asks to wait (RFC 9110, section 10.2.3, and GitHub's own headers); nothing where it does not say. */
function pauseOf(headers: Headers): number | undefined {
  const after = headers.get('retry-after');
  if (after !== null) {
    const seconds = /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
    if (Number.isFinite(seconds)) return Math.max(0, seconds);
  }
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining') !== '0' || !reset) return undefined;
  return Math.max(0, reset - Date.now() / 1000) + 1;
}
