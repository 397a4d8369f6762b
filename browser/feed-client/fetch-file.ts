import { FeedError } from '../../catalog/feed/feed-error.ts';

const second = 1_000;
const baseTimeoutMs = 20 * second;
// A large file may take longer, but a server that drips slower than this is given up.
const minBytesPerMs = 50;

/**
 * One file of a feed, `most` bytes at the most. Plain: no credentials, no referrer, no redirect followed.
 * Throws a Refusal that names the file and what was wrong; a server that is too slow is given up.
 */
export async function fetchFile(
  base: string,
  file: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const ms = baseTimeoutMs + Math.ceil(maxBytes / minBytesPerMs);
  try {
    const response = await fetch(new URL(file, base), {
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(ms),
    });
    // Not followed to see where to: a feed must not send the browser anywhere.
    if (response.type === 'opaqueredirect')
      throw new FeedError(`${file} leads to another address, and no redirect is followed.`);
    if (!response.ok || !response.body)
      throw new FeedError(`The server has no ${file}: it answered ${response.status}.`);
    return await read(response.body, file, maxBytes);
  } catch (error) {
    throw error instanceof FeedError ? error : new FeedError(reason(error as Error, base, file, ms));
  }
}

async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  file: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new FeedError(`${file} is larger than the ${maxBytes} bytes it may have.`);
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function reason({ name }: Error, base: string, file: string, ms: number): string {
  const { host } = new URL(base);
  if (name === 'TimeoutError')
    return `${host} sent ${file} too slowly: given up after ${Math.round(ms / second)} seconds.`;
  return `${file} could not be read from ${host}: no connection, or the server does not allow it (CORS).`;
}
