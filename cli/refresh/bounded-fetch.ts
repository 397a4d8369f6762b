import type { Limits } from './source.ts';

/** Ends the asking of a whole source, in words: its budget is used up, its host is away, or it wants a long pause. */
export type Stop = (reason: string) => void;

// undici names the cause of a failed connection in `cause.code`.
const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * A `fetch` for one source: each request ends after the timeout, body included, reads no more than `maxBytes`, stays on its host,
 * and is counted; the answer comes with its whole body. Throws a sentence.
 */
export function boundedFetch(
  limits: Limits,
  signal: AbortSignal,
  stop: Stop,
  counted: () => void,
): typeof fetch {
  let requests = 0;
  return async (input, init = {}) => {
    signal.throwIfAborted();
    if (requests >= limits.requests) {
      stop(`The budget of ${limits.requests} requests is used up`);
      signal.throwIfAborted();
    }
    requests += 1;
    counted();
    const timeout = AbortSignal.timeout(limits.timeoutMs);
    const signals = [signal, timeout, ...(init?.signal ? [init.signal] : [])];
    try {
      const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
      const { host } = new URL(input instanceof Request ? input.url : input);
      if (new URL(response.url).host !== host) throw new Error(`redirects to ${new URL(response.url).host}`);
      const body = await wholeBody(response, limits.maxBytes);
      return new Response(body, { status: response.status, headers: response.headers });
    } catch (error) {
      signal.throwIfAborted();
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      if (code && unreachable.includes(code)) stop(`Its host cannot be reached (${code})`);
      throw new Error(
        timeout.aborted ? `did not answer within ${limits.timeoutMs / 1000} s` : inWords(error),
        {
          cause: error,
        },
      );
    }
  };
}

async function wholeBody({ body, status }: Response, maxBytes: number): Promise<BodyInit | null> {
  if (!body || [204, 205, 304].includes(status)) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw new Error(`answered with more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function inWords(error: unknown): string {
  const { message, cause } = error as Error;
  const { code } = (cause ?? {}) as { code?: string };
  return code ? `${message} (${code})` : message;
}
