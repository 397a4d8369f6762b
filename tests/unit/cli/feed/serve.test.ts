import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { filePath } from '../../../../catalog/feed/checked-file.ts';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { pub, at, run, manifestOf } = feedFolder();

describe('feed serve', () => {
  it('serves only the feed, only to this machine, until it is interrupted', async () => {
    const server = spawn(process.execPath, ['cli/feed.ts', 'serve', at('feed'), '--port', '0']);
    const [printed] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
    const [address] = printed.split('\n');
    expect(printed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\nFingerprint: /);
    const header = async (file: string) => {
      const { status, headers } = await fetch(`${address}${file}`);
      return [status, headers.get('content-type'), headers.get('cache-control')];
    };
    const { pack } = manifestOf('feed');
    expect(await header('manifest.json')).toEqual([200, 'application/json', 'no-cache']);
    expect(await header('manifest.sig')).toEqual([200, 'text/plain; charset=utf-8', 'no-cache']);
    expect(await header(filePath(pack, 'pack'))).toEqual([
      ...[200, 'application/gzip', 'public, max-age=31536000, immutable'],
    ]);
    for (const file of ['..%2fkeys%2ffeed-key.pem', 'files/', 'nothing'])
      expect(await header(file)).toEqual([404, null, null]);
    expect(await run('verify', address!, '--key', pub)).toMatchObject({ code: 0, error: '' });
    server.kill('SIGINT');
    expect(await once(server, 'close')).toEqual([0, null]);
  });
  it('says when the folder is not a feed and when the port is not one', async () => {
    expect(await run('serve', at('data'))).toMatchObject({
      code: 1,
      error: `${at('data')} is not a feed (no manifest.json)\n`,
    });
    expect(await run('serve', at('feed'), '--port', '99999')).toMatchObject({ code: 2 });
  });
});
