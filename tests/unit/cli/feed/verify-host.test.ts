import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { pub, run } = feedFolder();

describe('feed verify', () => {
  const hosts: [string, string, RequestListener][] = [
    ['without CORS', 'without the header access-control-allow-origin', (_, answer) => answer.end('{}')],
    ['that redirects', 'it answered 302', (_, answer) => answer.writeHead(302, { location: '/' }).end()],
    [
      'that breaks off',
      'manifest.json could not be read from http://127.0.0.1',
      (_, answer) => {
        answer
          .writeHead(200, { 'access-control-allow-origin': '*', 'content-length': 9 })
          .write('{', () => answer.destroy());
      },
    ],
    [
      'that sends too much',
      'manifest.json is larger than the 1000000 bytes it may have.',
      (_, answer) =>
        answer.writeHead(200, { 'access-control-allow-origin': '*' }).end(Buffer.alloc(1_000_001)),
    ],
  ];
  it.each(hosts)('says what is wrong with a host %s', async (_, sentence, listener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, error } = await run('verify', `http://127.0.0.1:${port}/`, '--key', pub);
    server.close();
    server.closeAllConnections();
    expect([code, error]).toEqual([1, expect.stringContaining(sentence)]);
  });
});
