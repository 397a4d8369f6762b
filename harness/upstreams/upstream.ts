import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server of a test gives to a request: JSON with a status and headers, or one of the faults of the public ones. */
export type Answer = {
  json?: unknown;
  status?: number;
  headers?: Record<string, string>;
  /** The body ends in its middle, it comes slowly and is never finished, or it is this text and no JSON. */
  fault?: 'truncated' | 'slow' | 'text';
};

export type Requested = { method: string; path: string; headers: IncomingMessage['headers']; body: unknown };

export type Upstream = {
  /** Scheme, host and port. */
  url: string;
  /** What was asked, in order. */
  requests: Requested[];
  /** The answers that come before the usual ones, for each request one. */
  faults: Answer[];
  close(): Promise<void>;
};

export const faults = {
  notFound: { status: 404, json: { message: 'Not found' } },
  limitedUntil: { status: 429, headers: { 'retry-after': '1' }, json: { message: 'Too many requests' } },
  limited: { status: 429, json: { message: 'Too many requests' } },
  badGateway: { status: 502, fault: 'text' },
  truncated: { fault: 'truncated' },
  slow: { fault: 'slow' },
  noJson: { fault: 'text' },
} as const satisfies Record<string, Answer>;

/** A public source on this machine: `answer` gives what its documentation says, and 404 where it gives nothing. */
export async function upstream(answer: (request: Requested) => Answer | undefined): Promise<Upstream> {
  const requests: Requested[] = [];
  const pending: Answer[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { method = 'GET', url = '/', headers } = request;
      const requested = { method, path: url, headers, body: text && (JSON.parse(text) as unknown) };
      requests.push(requested);
      respond(response, pending.shift() ?? answer(requested) ?? faults.notFound);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    faults: pending,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function respond(response: ServerResponse, { json, status = 200, headers, fault }: Answer): void {
  const body = fault === 'text' ? '<h1>Bad gateway</h1>' : JSON.stringify(json ?? { results: [1, 2, 3] });
  const half = body.slice(0, body.length / 2);
  const headersOf = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  };
  response.writeHead(status, headersOf);
  if (fault === 'truncated') response.write(half, () => response.destroy());
  else if (fault === 'slow') response.write(half);
  else response.end(body);
}
