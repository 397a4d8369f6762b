// The web on one machine: an https server that plays every known host, behind a proxy that turns all others away.
import type { ServerResponse } from 'node:http';
import https from 'node:https';
import { makeCertificate } from './certificate.ts';
import { isPlayed, pageAt, type Variant } from './pages-map.ts';
import { hostOf, listen, portOf, startProxy } from './proxy.ts';

/** One request that reached the fake web; `kind` is what the browser says it is for (`document`, `empty` for fetch …). */
export type WebRequest = {
  host: string;
  path: string;
  kind: string;
  origin: string;
  /** Names of headers by which a host could know who asks again. */
  identifying: string[];
};

export type Answer = { body: string | Uint8Array; status?: number; headers?: Record<string, string> };

export interface FakeWeb {
  readonly proxyPort: number;
  /** Of the certificate's key; Chromium accepts it and no other. */
  readonly fingerprint: string;
  readonly requests: WebRequest[];
  readonly refused: string[];
  /** Shows another face of the sites from now on. */
  use(variant: Variant): void;
  /** Answers one exact host and path itself, such as `feeds.example/manifest.json`, until what it gives back is called; plays the host if it was unknown. */
  answer(hostAndPath: string, answer: Answer): () => void;
  /** Has a host of its own server, which may answer as it likes or never. */
  serve(host: string, server: (path: string, response: ServerResponse) => void): void;
  /** Lets the browser reach a server of the test's own on this machine. */
  allowPort(port: number): void;
  /** Forgets what was recorded, so that a test can look at its own requests only. */
  forget(): void;
  /** Forgets everything that it was told too, so that the next test file finds it as it was started. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the fake web on loopback ports of its own. */
export async function startFakeWeb(variant: Variant = 'logged-out'): Promise<FakeWeb> {
  const { key, cert, fingerprint } = await makeCertificate();
  const requests: WebRequest[] = [];
  const refused: string[] = [];
  const answers = new Map<string, Answer>();
  const servers = new Map<string, (path: string, response: ServerResponse) => void>();
  const knows = (host: string) =>
    isPlayed(host) || servers.has(host) || [...answers.keys()].some((each) => each.startsWith(`${host}/`));
  let shown = variant;

  const web = https.createServer({ key, cert }, ({ headers, url = '/' }, response) => {
    const host = hostOf(headers.host);
    const kind = String(headers['sec-fetch-dest'] ?? '');
    const identifying = ['cookie', 'authorization', 'referer'].filter((name) => name in headers);
    requests.push({ host, path: url, kind, origin: String(headers.origin ?? ''), identifying });
    const server = servers.get(host);
    if (server) return server(url, response);
    const { status, body, headers: own } = answers.get(host + url) ?? savedAnswer(host, url, shown);
    response.writeHead(status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...own });
    response.end(body);
  });
  await listen(web);
  const ownPorts = new Set<number>();
  const proxy = await startProxy(portOf(web), knows, (host) => refused.push(host), ownPorts);

  const forget = () => void (requests.length = refused.length = 0);

  return {
    proxyPort: proxy.port,
    fingerprint,
    requests,
    refused,
    use: (next) => void (shown = next),
    answer(hostAndPath, answer) {
      answers.set(hostAndPath, answer);
      return () => void answers.delete(hostAndPath);
    },
    serve: (host, server) => void servers.set(host, server),
    allowPort: (port) => void ownPorts.add(port),
    forget,
    reset() {
      forget();
      for (const each of [answers, servers, ownPorts]) each.clear();
      shown = variant;
    },
    close: async () => {
      await proxy.close();
      web.closeAllConnections();
      await new Promise((done) => web.close(done));
    },
  };
}

function savedAnswer(host: string, url: string, variant: Variant): Answer {
  if (host.startsWith('www.'))
    return { status: 301, headers: { location: `https://${host.slice(4)}${url}` }, body: '' };
  const body = pageAt(host, new URL(url, `https://${host}`).pathname, variant);
  return body ? { body } : { status: 404, body: '<!doctype html><title>Not found</title><h1>Not found</h1>' };
}
