import type { ServerResponse } from 'node:http';
import type { FakeWeb } from './fake-web.ts';

/** Files by their path below the host. */
export type Files = { get(path: string): Uint8Array | undefined };
/** Answers a request in its own way, or gives false to let the mirror answer. */
export type Fault = (path: string, response: ServerResponse, body: Uint8Array | undefined) => boolean;

/** A host that hands out a feed, counts its requests, and misbehaves on purpose. */
export type Mirror = {
  readonly url: string;
  /** Paths requested since the last `forget`, in order. */
  readonly requested: string[];
  readonly bytes: number;
  show(files: Files): void;
  misbehave(fault: Fault | undefined): void;
  forget(): void;
};

/** Plays a feed's host in the fake web; every answer may be read from elsewhere (CORS), as a feed's host has to allow. */
export function startMirror(web: FakeWeb, host: string): Mirror {
  let files: Files = new Map();
  let fault: Fault | undefined;
  let bytes = 0;
  const requested: string[] = [];
  web.serve(host, (path, response) => {
    const name = path.slice(1);
    const body = files.get(name);
    requested.push(name);
    if (fault?.(name, response, body)) return;
    response.writeHead(body ? 200 : 404, { 'access-control-allow-origin': '*' });
    response.end(body);
    bytes += body?.length ?? 0;
  });
  return {
    url: `https://${host}/`,
    requested,
    get bytes() {
      return bytes;
    },
    show: (shown) => void (files = shown),
    misbehave: (next) => void (fault = next),
    forget: () => {
      requested.length = 0;
      bytes = 0;
    },
  };
}
