// @vitest-environment node
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../catalog/changes.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { authoredTool } from '../../catalog/tool-schema.ts';
import { feed as program } from '../../cli/feed.ts';
import { signingKey } from '../../cli/feed/keys.ts';
import { publishedBuckets, publishedIn } from '../../cli/feed/published.ts';
import { signFeed } from '../../cli/feed/sign-feed.ts';
import { syntheticTool } from '../../cli/synthetic-tools.ts';
import { run as runProgram } from '../builders/run-program.ts';
import { reference, tool } from '../builders/tool.ts';

let folder: string;
let [key, pub] = ['', ''];
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hullmark-feed-'));
  await run('keygen', '--out', at('keys'));
  [key, pub] = [at('keys/feed-key.pem'), at('keys/feed-key.pub')];
  data('data', {
    oven: tool('oven', 'ssk', { does: 'Bäckt Brötchen.' }),
    pan: tool('pan', 'kkks'),
    pot: tool('pot', ''),
  });
  await made('feed', 1);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const { status: code, stdout: out, stderr: error } = await runProgram(program, args);
  return { code, out, error };
}

function data(name: string, tools: Record<string, unknown>, more: Record<string, unknown> = {}) {
  mkdirSync(at(`${name}/tools`), { recursive: true });
  const feed = { id: 'kitchen', name: 'Kitchen', version: 1 };
  for (const [table, json] of Object.entries({ feed, ...reference, ...more }))
    writeFileSync(at(`${name}/${table}.json`), JSON.stringify(json));
  for (const [id, json] of Object.entries(tools))
    writeFileSync(at(`${name}/tools/${id}.json`), JSON.stringify(json));
}

/** Builds a version of the made-up feed; options given here outweigh the usual ones. */
function made(out: string, version: number, more: Record<string, string> = {}) {
  const options = {
    ...{ tools: at('data'), key, version: String(version), expires: '9000d', published: '2026-11-20' },
    ...{ out: at(out), ...more },
  };
  return run(
    'build',
    ...Object.entries(options).flatMap(([name, value]) => (value ? [`--${name}`, value] : [])),
  );
}

function manifestOf(feed: string) {
  return JSON.parse(readFileSync(at(`${feed}/manifest.json`), 'utf8')) as Manifest;
}

function fileOf(feed: string, ref: FileRef, ending?: 'pack') {
  return at(`${feed}/${filePath(ref, ending)}`);
}

function changesIn(feed: string) {
  return JSON.parse(readFileSync(fileOf(feed, manifestOf(feed).changes!), 'utf8')) as Change[];
}

/** Every file below a folder with its bytes. */
function bytesBelow(name: string) {
  const files = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .map((file) => [file.slice(at(name).length), readFileSync(file).toString('base64')]);
}

describe('feed keygen', () => {
  it('keeps the private key from others and from the screen', async () => {
    const { code, out } = await run('keygen', '--out', at('more-keys'));
    const pem = readFileSync(at('more-keys/feed-key.pem'), 'utf8');
    expect(code).toBe(0);
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(out).not.toContain(pem.split('\n')[1]);
    expect(out).toContain(readFileSync(at('more-keys/feed-key.pub'), 'utf8').trim());
    expect(out).toMatch(/Fingerprint: ([0-9a-f]{4} ){15}[0-9a-f]{4}\n/);
    if (process.platform !== 'win32') expect(statSync(at('more-keys/feed-key.pem')).mode & 0o777).toBe(0o600);
  });
  it('overwrites none', async () => {
    const before = readFileSync(key, 'utf8');
    expect(await run('keygen', '--out', at('keys'))).toEqual({
      code: 1,
      out: '',
      error: `${key} already exists, and a key is never overwritten\n`,
    });
    expect(readFileSync(key, 'utf8')).toBe(before);
  });
});

describe('feed build', () => {
  it('makes a feed that passes', async () => {
    expect(await run('verify', at('feed'), '--key', pub)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Verified: Kitchen (kitchen), version 1, 3 tools') as string,
    });
    expect(manifestOf('feed')).toMatchObject({ schema: '1.0', published: '2026-11-20T00:00:00Z', bits: 0 });
    const pack = gunzipSync(readFileSync(fileOf('feed', manifestOf('feed').pack, 'pack'))).toString();
    const ids = (JSON.parse(pack) as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(['oven', 'pan', 'pot']);
    expect(pack).not.toContain('$schema');
  });
  it('gives the same bytes for the same input, and leaves nothing else behind', async () => {
    await made('again', 1, { tools: at('data/tools') });
    expect(bytesBelow('again')).toEqual(bytesBelow('feed'));
    expect(readdirSync(at('again')).sort()).toEqual(['files', 'key.pub', 'manifest.json', 'manifest.sig']);
  });
  it('takes its date from the environment', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    await made('dated', 1, { published: '' });
    vi.unstubAllEnvs();
    expect(manifestOf('dated').published).toBe('2023-11-14T22:13:20Z');
  });
  it.skipIf(spawnSync('git', ['--version']).status !== 0)(
    'or from the last commit of the tools',
    async () => {
      data('history', { pan: tool('pan', '') });
      const who = ['-c', 'user.name=A', '-c', 'user.email=a@a.example', '-c', 'commit.gpgsign=false'];
      const env = { ...process.env, GIT_COMMITTER_DATE: '2026-01-02T12:00:00+02:00' };
      for (const words of [
        ['init', '-q'],
        ['add', '-A'],
        [...who, 'commit', '-qm', 'tools'],
      ])
        spawnSync('git', ['-C', at('history'), ...words], { env });
      await made('of history', 1, { tools: at('history'), published: '' });
      expect(manifestOf('of history').published).toBe('2026-01-02T10:00:00Z');
    },
  );
  it.each([
    ['key', { key: '' }, 2, 'Missing required argument: --key'],
    ['key file', { key: '/nowhere/key.pem' }, 1, '/nowhere/key.pem cannot be read: ENOENT'],
    ['version', { version: '1.5' }, 2, '--version: "1.5" is not a whole number from 1 up'],
    ['days', { expires: 'soon' }, 2, '--expires: "soon" is not a number of days, as in 30d'],
    ['date', { published: 'today' }, 2, '--published: "today" is not a date'],
    ['any date', { published: '' }, 2, '--published: is missing, and there is neither SOURCE_DATE_EPOCH'],
    ['one source', { synthetic: '5' }, 2, 'Either --tools or --synthetic is needed, and not both'],
    ['folder', { tools: '/nowhere' }, 1, '/nowhere/tools'],
    ['changed tools', { changed: '5' }, 2, '--changed: goes only with --synthetic'],
  ])('says what is wrong with its %s', async (_, options, code, sentence) => {
    const said = await made('none', 1, options);
    expect([said.code, said.error]).toEqual([code, expect.stringContaining(sentence)]);
    expect(said.error.split('\n\n')[0]!.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('none'))).toBe(false);
  });
  it('takes no public key for a private one, and quotes neither', async () => {
    const { code, error } = await made('none', 1, { key: pub });
    expect([code, error]).toEqual([
      1,
      `${pub} is not an Ed25519 private key in PEM; npm run feed -- keygen makes one\n`,
    ]);
  });
  const wrong: [string, Record<string, unknown>, Record<string, unknown>, string][] = [
    ['a field', { pan: { ...tool('pan', ''), kind: 'kettle' } }, {}, 'data/tools/pan.json: kind: '],
    ['an unknown field', { pan: { ...tool('pan', ''), colour: 'red' } }, {}, 'data/tools/pan.json: (root): '],
    [
      'an id twice',
      { pan: tool('pan', ''), wok: tool('pan', '', { pages: ['wok.example'] }) },
      {},
      'wok.json: id: pan is already claimed by data/tools/pan.json',
    ],
    [
      'a page twice',
      {
        pan: tool('pan', '', { pages: ['Pan.example'.toLowerCase()] }),
        wok: tool('wok', '', { formerPages: ['pan.example'] }),
      },
      {},
      'Pages: pan.example is already claimed by data/tools/pan.json',
    ],
    ['no tool', {}, {}, '--tools: the folder has no tools'],
    ['no feed', { pan: tool('pan', '') }, { feed: { id: 'x' } }, 'data/feed.json: '],
    [
      'an id no reader takes',
      { pan: tool('pan', '') },
      { feed: { id: 'My Feed', name: 'My', version: 1 } },
      'data/feed.json: as a manifest: feed: ',
    ],
    ['a broken table', { pan: tool('pan', '') }, { jobs: [] }, 'data/jobs.json: '],
  ];
  it.each(wrong)('stops at %s and writes no feed', async (what, tools, more, sentence) => {
    const name = `wrong ${what}`;
    data(name, tools, more);
    const { code, error } = await made(`${name} feed`, 1, { tools: at(name) });
    expect(code).toBeGreaterThan(0);
    expect(error).toContain(sentence);
    expect(existsSync(at(`${name} feed`)) ? readdirSync(at(`${name} feed`)) : []).toEqual([]);
  });
});

describe('the next version of a feed', () => {
  beforeAll(async () => {
    const free = { entryPrice: { value: 'free' as const, source: 'readme', checked: '2026-11-20' } };
    const tools = { oven: tool('oven', 'skk'), pan: tool('pan', 'kkks', {}, free), wok: tool('wok', 'sss') };
    data('data-2', tools);
    await made('feed-2', 2, { tools: at('data-2'), previous: at('feed'), published: '2026-11-21' });
    const third = { ...tools, oven: tool('oven', 'sss') };
    data('data-3', third);
  });
  it('tells what is new', () =>
    expect(changesIn('feed-2').map(({ tool, kind, date }) => [tool, kind, date])).toEqual([
      ['oven', 'verdict', '2026-11-21'],
      ['pan', 'price', '2026-11-21'],
      ['wok', 'new', '2026-11-21'],
      ['pot', 'gone', '2026-11-21'],
    ]));
  it('keeps what was new before for sixty days', async () => {
    const options = { tools: at('data-3'), previous: at('feed-2') };
    await made('feed-3', 3, { ...options, published: '2026-12-01' });
    expect(changesIn('feed-3').map(({ date }) => date)).toEqual([
      '2026-12-01',
      ...Array<string>(4).fill('2026-11-21'),
    ]);
    await made('feed-late', 3, { ...options, published: '2027-12-01' });
    expect(changesIn('feed-late').map(({ date }) => date)).toEqual(['2027-12-01']);
  });
  it('says how much has to be uploaded', async () => {
    const same = await made('feed-same', 2, { previous: at('feed') });
    const bytes = ['manifest.json', 'manifest.sig'].map((name) => statSync(at(`feed-same/${name}`)).size);
    expect(same.out).toContain(`To upload: 2 files, ${bytes[0]! + bytes[1]!} bytes`);
  });
  it('goes into the folder of the old one too, whose files stay', async () => {
    cpSync(at('feed'), at('in-place'), { recursive: true });
    const old = bytesBelow('in-place').filter(([name]) => name!.startsWith('/files'));
    await made('in-place', 2, { tools: at('data-2'), published: '2026-11-21' });
    expect(readFileSync(at('in-place/manifest.json'))).toEqual(readFileSync(at('feed-2/manifest.json')));
    expect(bytesBelow('in-place')).toEqual(expect.arrayContaining(old));
  });
  it.each([
    ['a lower version', 1, {}, 2, '--version: 1 is not above version 1'],
    ['no previous feed', 2, { previous: '/nowhere' }, 1, '/nowhere: there is no feed (no manifest.json)'],
  ])('is not made with %s', async (_, version, more, code, sentence) => {
    const said = await made('feed', version, more);
    expect([said.code, said.error]).toEqual([code, expect.stringContaining(sentence)]);
  });
  it('is no version of another feed', async () => {
    data('other', { pan: tool('pan', '') }, { feed: { id: 'cellar', name: 'Cellar', version: 1 } });
    const { code, error } = await made('none', 2, { tools: at('other'), previous: at('feed') });
    expect([code, error]).toEqual([1, `${at('feed')} is the feed “kitchen”, not “cellar”\n`]);
  });
  it('finds what changed where the number of buckets did', async () => {
    const synthetic = { tools: '', published: '2026-11-20' };
    await made('small', 1, { ...synthetic, synthetic: '12' });
    await made('large', 2, { ...synthetic, synthetic: '40', changed: '2', previous: at('small') });
    await made('small-again', 3, { ...synthetic, synthetic: '12', previous: at('large') });
    expect([manifestOf('small').bits, manifestOf('large').bits]).toEqual([2, 4]);
    const kinds = (feed: string) => Object.groupBy(changesIn(feed), ({ kind }) => kind);
    expect(kinds('large').new).toHaveLength(28);
    expect(new Set(kinds('large').price?.map(({ tool }) => tool)).size).toBe(2);
    expect(kinds('small-again').gone).toHaveLength(28);
    expect(await run('verify', at('large'), '--key', pub)).toMatchObject({ code: 0 });
    const { tools } = publishedBuckets(at('large'), publishedIn(at('large')));
    expect(tools(0, 0)).toHaveLength(40);
  });
});

describe('feed rotate', () => {
  const passOn = (...more: string[]) =>
    run('rotate', '--from', key, '--to', at('new/feed-key.pub'), '--feed', 'kitchen', ...more);
  beforeAll(async () => {
    await run('keygen', '--out', at('new'));
    cpSync(at('feed'), at('rotated'), { recursive: true });
  });
  it('is needed before another key signs', async () => {
    const { code, error } = await made('rotated', 2, { key: at('new/feed-key.pem') });
    expect([code, error]).toEqual([1, expect.stringContaining('npm run feed -- rotate first')]);
  });
  it('lets readers who know the old key follow to the new one', async () => {
    expect(await passOn('--out', at('rotated'), '--date', '2026-11-21')).toMatchObject({ code: 0 });
    expect(await made('rotated', 2, { key: at('new/feed-key.pem') })).toMatchObject({ code: 0 });
    for (const known of [pub, at('new/feed-key.pub')])
      expect(await run('verify', at('rotated'), '--key', known)).toMatchObject({ code: 0, error: '' });
    await made('carried', 3, { key: at('new/feed-key.pem'), previous: at('rotated') });
    expect(readFileSync(at('carried/keys.json'))).toEqual(readFileSync(at('rotated/keys.json')));
  });
  it('passes a feed on once only, and not to the same key', async () => {
    expect(await passOn('--out', at('rotated'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('already passes the feed “kitchen” on from this key') as string,
    });
    expect(await passOn('--out', at('none'), '--to', pub)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^--to: is the key that already signs\n\n/) as string,
    });
    expect(await passOn('--out', at('none'), '--date', 'soon')).toMatchObject({ code: 2 });
  });
});

describe('feed verify', () => {
  const spoilt = async (name: string, spoil: (feed: string, manifest: Manifest) => void) => {
    cpSync(at('feed-2'), at(name), { recursive: true });
    spoil(name, manifestOf(name));
    return run('verify', at(name), '--key', pub);
  };
  const append = (file: string) => writeFileSync(file, ' ', { flag: 'a' });
  const cases: [string, string, (feed: string, manifest: Manifest) => void][] = [
    ['a manifest', 'Its signature is not by the key', (feed) => append(at(`${feed}/manifest.json`))],
    ['a missing signature', 'There is no manifest.sig.', (feed) => rmSync(at(`${feed}/manifest.sig`))],
    [
      'a key beside it',
      'key.pub is not the key that signed manifest.json.',
      (feed) => cpSync(at('more-keys/feed-key.pub'), at(`${feed}/key.pub`)),
    ],
    ['tables', ' bytes', (feed, { tables }) => append(fileOf(feed, tables))],
    ['changes', 'There is no files/', (feed, { changes }) => rmSync(fileOf(feed, changes!))],
    ['an index file', ' bytes', (feed, { index }) => append(fileOf(feed, index[0]!))],
    [
      'a pack',
      'The pack cannot be unpacked.',
      (feed, { pack }) => writeFileSync(fileOf(feed, pack, 'pack'), 'x'),
    ],
    ['a missing pack', 'There is no files/', (feed, { pack }) => rmSync(fileOf(feed, pack, 'pack'))],
    [
      'a bucket',
      'is not what the signed manifest names',
      (feed, { index }) => {
        const [bucket] = JSON.parse(readFileSync(fileOf(feed, index[0]!), 'utf8')) as FileRef[];
        const file = fileOf(feed, bucket!);
        writeFileSync(file, readFileSync(file, 'utf8').replace('Bakes', 'Takes'));
      },
    ],
  ];
  it.each(cases)('refuses %s that was changed', async (what, sentence, spoil) => {
    const { code, out, error } = await spoilt(`spoilt ${what}`, spoil);
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(sentence);
  });
  // What only a publisher's own fault can bring about: all of it is signed.
  const signed: [string, string, (feed: string, manifest: Manifest) => Partial<Manifest>][] = [
    ['a wrong count', 'The manifest says 9 tools; its buckets hold 3.', () => ({ tools: 9 })],
    [
      'the pack of another version',
      'The pack holds something else where bucket 0 belongs.',
      (feed) => {
        const { pack } = manifestOf('feed');
        cpSync(fileOf('feed', pack, 'pack'), fileOf(feed, pack, 'pack'));
        return { pack };
      },
    ],
    [
      'a pack that unpacks to another length',
      'The pack unpacks to less than the manifest says.',
      (_, { pack }) => ({ pack: { ...pack, unpacked: pack.unpacked + 1 } }),
    ],
    [
      'a page twice',
      'wok: pages: pan.example is already claimed by pan',
      (feed, manifest) => withBucket(feed, manifest, [tool('pan', '', twin), tool('wok', '', twin)]),
    ],
    [
      'tools in another order',
      'is not written as a bucket is: one line, sorted by id.',
      (feed, manifest) => withBucket(feed, manifest, [tool('wok', ''), tool('pan', '')]),
    ],
    [
      'a tool that cannot be read',
      'The tool wok: name: ',
      (feed, manifest) => withBucket(feed, manifest, [{ ...tool('wok', ''), name: 5 }]),
    ],
  ];
  const twin = { pages: ['pan.example'] };
  const withBucket = (feed: string, { pack }: Manifest, tools: unknown[]) => {
    const put = (text: string) => {
      const bytes = Buffer.from(text);
      const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
      mkdirSync(dirname(fileOf(feed, ref)), { recursive: true });
      writeFileSync(fileOf(feed, ref), bytes);
      return ref;
    };
    return {
      index: [put(`${JSON.stringify([put(`${JSON.stringify(tools)}\n`)])}\n`)],
      pack,
      tools: tools.length,
    };
  };
  it.each(signed)('tells a publisher of %s', async (what, sentence, fault) => {
    const { code, error } = await spoilt(`fault ${what}`, (feed, manifest) =>
      signFeed({ ...manifest, ...fault(feed, manifest) }, signingKey(key), [], at(feed)),
    );
    expect([code, error]).toEqual([1, expect.stringContaining(sentence)]);
  });
  const hosts: [string, string, RequestListener][] = [
    ['without CORS', 'without the header access-control-allow-origin', (_, answer) => answer.end('{}')],
    ['that redirects', 'it answered 302', (_, answer) => answer.writeHead(302, { location: '/' }).end()],
    [
      'that breaks off',
      'manifest.json could not be read from http://127.0.0.1',
      (_, answer) => {
        answer.writeHead(200, { 'access-control-allow-origin': '*', 'content-length': 9 }).write('{');
        setTimeout(() => answer.destroy(), 20);
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
  it('refuses another key, and a feed that has expired', async () => {
    expect(await run('verify', at('feed'), '--key', at('more-keys/feed-key.pub'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('Nothing of it was read') as string,
    });
    await made('expired', 1, { published: '2020-01-01', expires: '30d' });
    expect(await run('verify', at('expired'), '--key', pub)).toMatchObject({
      code: 1,
      error: 'Version 1 expired on 2020-01-31 by this device’s clock.\n',
    });
  });
  it('takes the key itself too', async () =>
    expect(await run('verify', at('feed'), '--key', readFileSync(pub, 'utf8').trim())).toMatchObject({
      code: 0,
    }));
  it.each([
    [['--key', 'x'], 2, 'Missing required positional argument: PLACE'],
    [['DIR'], 2, 'Missing required argument: --key'],
    [['DIR', '--key', 'no-key'], 1, '"no-key" is no Ed25519 public key'],
    [['DIR', '--key', 'no.pub'], 1, 'no.pub is neither a file nor a public key'],
    [['/nowhere', '--key', 'PUB'], 1, '/nowhere: there is no such folder'],
    [['http://a.example/', '--key', 'PUB'], 1, 'a feed’s address begins with https://'],
  ])('%j', async (words, code, sentence) => {
    const said = await run('verify', ...words.map((word) => ({ DIR: at('feed'), PUB: pub })[word] ?? word));
    expect([said.code, said.error]).toEqual([code, expect.stringContaining(sentence)]);
  });
});

describe('feed serve', () => {
  it('shows a feed, and only that, to this machine until it is interrupted', async () => {
    const server = spawn(process.execPath, ['cli/feed.ts', 'serve', at('feed'), '--port', '0']);
    const [said] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
    const [address] = said.split('\n');
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\nFingerprint: /);
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
  it('says that there is no feed, or no such port', async () => {
    expect(await run('serve', at('data'))).toMatchObject({
      code: 1,
      error: `${at('data')}: there is no feed (no manifest.json)\n`,
    });
    expect(await run('serve', at('feed'), '--port', '99999')).toMatchObject({ code: 2 });
  });
});

describe('feed atom', () => {
  it('writes what is new beside the manifest, with the page of each tool that is there', async () => {
    expect(await run('atom', at('feed-2'))).toMatchObject({ code: 0 });
    const text = readFileSync(at('feed-2/new.atom'), 'utf8');
    expect(text.match(/<entry>/g)).toHaveLength(4);
    expect(text).toContain('<link href="https://github.com/someone/wok"/>');
    expect(text).not.toContain('someone/pot');
    expect(await run('verify', at('feed-2'), '--key', pub)).toMatchObject({ code: 0 });
  });
  it('says that there is no feed', async () =>
    expect(await run('atom', at('data'))).toMatchObject({ code: 1 }));
});

describe('a tool of a feed', () => {
  it('is found by three small files', () => {
    const buckets = publishedBuckets(at('feed'), publishedIn(at('feed')));
    expect(buckets.tool('pan')?.name).toBe('Pan');
    expect(buckets.tool('wok')).toBeUndefined();
  });
  it('is valid where it is made up, in every edition, and each edition is another', () => {
    const jobs = Object.keys(reference.jobs);
    for (const edition of [0, 1, 2]) {
      for (let number = 0; number < 20; number += 1)
        expect(authoredTool.safeParse(syntheticTool(number, jobs, edition)).success).toBe(true);
    }
    const [first, second] = [syntheticTool(3, jobs), syntheticTool(3, jobs, 1)];
    expect(first).toEqual(syntheticTool(3, jobs));
    expect(second.id).toBe(first.id);
    expect(second.facts.entryPrice.value).not.toBe(first.facts.entryPrice.value);
    expect(second.review!.votes[0]!.vote).not.toBe(first.review!.votes[0]!.vote);
  });
});
