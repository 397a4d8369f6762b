import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fingerprint, readPublicKey } from '../../catalog/feed/signature.ts';
import { wholeNumber, type Command } from '../catalog/command.ts';
import { CliError } from '../cli-error.ts';
import { onlyWord } from './option.ts';
import { isFeed } from './published.ts';

const names =
  /^(manifest\.(json|sig)|key\.pub|keys\.json|new\.atom|files\/[0-9a-f]{2}\/[0-9a-f]{64}\.(json|pack))$/;
const types: Record<string, string> = {
  '.json': 'application/json',
  '.pack': 'application/gzip',
  '.atom': 'application/atom+xml',
};

/** Shows a feed to this machine as a host would, until Ctrl-C. */
export const serve: Command = {
  takes: 'DIR [--port N]',
  does: 'shows a feed to this machine',
  async run(args) {
    const options = { port: { type: 'string', default: '8787' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const folder = resolve(onlyWord(positionals, 'serve feed --port 8787'));
    const port = wholeNumber('--port', values.port);
    if (port > 65_535) throw new CliError(`--port: "${port}" is no port`, 2);
    if (!isFeed(folder)) throw new CliError(`${folder}: there is no feed (no manifest.json)`);
    const keyFile = join(folder, 'key.pub');
    const key = readPublicKey(readFileSync(keyFile, 'utf8'), keyFile);
    const server = serverOf(folder).listen(port, '127.0.0.1');
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
    const address = server.address() as { port: number };
    console.log(`http://127.0.0.1:${address.port}/\nFingerprint: ${await fingerprint(key)}`);
    await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    server.close();
    server.closeAllConnections();
    return 0;
  },
};

function serverOf(folder: string) {
  return createServer(({ method, url = '/' }, response) => {
    const name = url.replace(/\?.*$/, '').slice(1);
    response.setHeader('access-control-allow-origin', '*');
    const file = join(folder, name);
    // Only the names that a feed has, so that no other file of the folder, or above it, is ever shown.
    if (!names.test(name) || !existsSync(file))
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
