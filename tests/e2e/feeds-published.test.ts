import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, vi } from 'vitest';
import type { Tool } from '../../catalog/tool-schema.ts';
import { feed as feedProgram } from '../../cli/feed.ts';
import { runProgram } from '../../cli/run-command.ts';
import { readStored } from '../../harness/feed-state.ts';
import { press, reads, text, typeAddress } from '../../harness/shown-text.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const axolotl = 'pkg:github/axolotl-ai-cloud/axolotl';

inEachBrowser('the project’s own catalog as a feed, published and served by its commands', (target) => {
  const folder = join(tmpdir(), `hullmark-${process.pid}-${target}`);
  const [data, feed, key] = [join(folder, 'data'), join(folder, 'feed'), join(folder, 'feed-key.pem')];
  let server: ChildProcess;
  let address = '';

  const publish = (version: number) =>
    runProgram(feedProgram, [
      ...['build', '--tools', data, '--key', key, '--out', feed, '--version', String(version)],
      ...['--expires', '30d', '--published', new Date().toISOString().slice(0, 10)],
    ]);

  test.beforeAll(async ({ web }) => {
    vi.spyOn(console, 'log').mockReturnValue();
    cpSync(new URL('../../data', import.meta.url), data, { recursive: true });
    expect(await runProgram(feedProgram, ['keygen', '--out', folder])).toBe(0);
    expect(await publish(2)).toBe(0);
    server = spawn(process.execPath, ['cli/feed.ts', 'serve', feed, '--port', '0']);
    let output = '';
    server.stdout!.setEncoding('utf8').on('data', (part: string) => (output += part));
    address = await until('the address', () => Promise.resolve(/http:\/\/\S+/.exec(output)?.[0]));
    web.allowPort(Number(new URL(address).port));
  });
  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true });
  });

  test('on this machine is asked without anything that tells who asks', async ({ openPage, web }) => {
    const asked: IncomingHttpHeaders[] = [];
    const other = createServer(({ headers }, response) => {
      asked.push(headers);
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
    }).listen(0, '127.0.0.1');
    try {
      const { port } = await until('the port', () => Promise.resolve(other.address() as AddressInfo | null));
      web.allowPort(port);
      const page = await openPage('options.html');
      await typeAddress(page, `http://127.0.0.1:${port}/`);
      await press(page, 'Check feed');
      if (isFirefox(target)) {
        await reads(page, 'Firefox reveals an installation ID');
        expect(asked).toEqual([]);
        await page.click('::-p-aria([name="Allow access to 127.0.0.1"][role="button"])');
      }
      await reads(page, 'key.pub is missing (404).');
      expect(asked.length).toBeGreaterThan(0);
      for (const { origin = '', cookie, authorization, referer } of asked) {
        // Chrome's tells the extension and not the installation.
        expect(origin).toMatch(isFirefox(target) ? /^$/ : /^(chrome-extension:.*)?$/);
        expect([cookie, authorization, referer]).toEqual([undefined, undefined, undefined]);
      }
    } finally {
      other.close();
    }
  });

  test('is followed over loopback, and replaces the bundled one', async ({ openPage }) => {
    const page = await openPage('options.html');
    const before = await readStored(page);
    await typeAddress(page, address);
    await press(page, 'Check feed');
    await press(page, 'It matches. Add feed');
    // No feed may have the product's own name.
    await reads(page, `“Hullmark (${new URL(address).host})” is up to date.`);
    const after = await readStored(page);
    expect(after.layers).toEqual([{ ...before.layers[0], version: 2 }]);
    expect(after.votes).toEqual(before.votes);
    expect(await text(page)).not.toContain('came with the extension');
  });

  test('delivers a changed vote with the next version', async ({ openPage }) => {
    const file = join(data, 'tools', 'axolotl.json');
    const tool = JSON.parse(readFileSync(file, 'utf8')) as Tool;
    for (const vote of tool.review!.votes) vote.vote = 'skip';
    writeFileSync(file, JSON.stringify(tool));
    expect(await publish(3)).toBe(0);
    const page = await openPage('options.html');
    await press(page, 'Update now');
    await reads(page, 'Version 3, published');
    expect((await readStored(page)).votes[axolotl]).toMatch(/^k+$/);
    const news = await openPage('news.html');
    await reads(news, 'Axolotl');
  });
});
