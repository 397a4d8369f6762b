import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { fingerprint, readPublicKey } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';
import { argument, flag, wholeNumber } from '../values.ts';
import { publishedIn } from './published.ts';

const names =
  /^(manifest\.(json|sig)|key\.pub|keys\.json|new\.atom|files\/[0-9a-f]{2}\/[0-9a-f]{64}\.(json|pack))$/;
const types: Record<string, string> = {
  '.json': 'application/json',
  '.pack': 'application/gzip',
  '.atom': 'application/atom+xml',
};

/** Serves a feed on this machine as a host would, until Ctrl-C. */
export const serve = defineCommand({
  meta: { name: 'serve', description: 'Serves a feed on this machine, for a try' },
  args: {
    dir: argument('Folder of the feed'),
    port: { ...flag('n', 'Port; 0 takes any free one'), default: '8787' },
  },
  async run({ args }) {
    const folder = resolve(args.dir);
    const port = wholeNumber('--port', args.port);
    if (port > 65_535) throw new CliError(`--port: "${port}" is not a port`, 2);
    publishedIn(folder);
    const keyFile = join(folder, 'key.pub');
    const key = readPublicKey(readFile(keyFile).toString(), keyFile);
    const server = serverOf(folder).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address() as { port: number };
    console.log(`http://127.0.0.1:${address.port}/\nFingerprint: ${await fingerprint(key)}`);
    await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    server.close();
    server.closeAllConnections();
  },
});

function serverOf(folder: string) {
  return createServer(({ method, url = '/' }, response) => {
    const name = url.replace(/\?.*$/, '').slice(1);
    response.setHeader('access-control-allow-origin', '*');
    const file = join(folder, name);
    // Only names that a feed has, so that no other file in the folder or above it is ever served.
    if (!names.test(name) || !statSync(file, { throwIfNoEntry: false })?.isFile())
      return response.writeHead(404).end('There is no such file.\n');
    if (method !== 'GET' && method !== 'HEAD') return response.writeHead(405, { allow: 'GET, HEAD' }).end();
    response.writeHead(200, {
      'content-type': types[extname(name)] ?? 'text/plain; charset=utf-8',
      'content-length': statSync(file).size,
      'cache-control': name.startsWith('files/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (method === 'HEAD') return response.end();
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
}
