import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import type { FileRef } from '../../../../catalog/feed/checked-file.ts';
import { tool } from '../../../builders/tool.ts';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { pub, at, run, data, build, manifestOf, fileOf, bytesBelow } = feedFolder();

describe('feed build', () => {
  it('makes a feed that verify accepts', async () => {
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
  it('writes the same bytes for the same input, and nothing else', async () => {
    await build('again', 1, { tools: at('data/tools') });
    expect(bytesBelow('again')).toEqual(bytesBelow('feed'));
    expect(readdirSync(at('again')).sort()).toEqual(['files', 'key.pub', 'manifest.json', 'manifest.sig']);
  });
  it('puts right what was damaged in the folder, even at the same length', async () => {
    await build('damaged', 1);
    const { tables, index, pack } = manifestOf('damaged');
    const [bucket] = JSON.parse(readFileSync(fileOf('damaged', index[0]!), 'utf8')) as FileRef[];
    for (const file of [
      fileOf('damaged', tables),
      fileOf('damaged', bucket!),
      fileOf('damaged', pack, 'pack'),
    ]) {
      const bytes = readFileSync(file);
      bytes[20]! ^= 1;
      writeFileSync(file, bytes);
    }
    expect(await run('verify', at('damaged'), '--key', pub)).toMatchObject({ code: 1 });
    await build('damaged', 2);
    expect(await run('verify', at('damaged'), '--key', pub)).toMatchObject({ code: 0, error: '' });
  });
  it('takes its date from the environment', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    await build('dated', 1, { published: '' });
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
      await build('of history', 1, { tools: at('history'), published: '' });
      expect(manifestOf('of history').published).toBe('2026-01-02T10:00:00Z');
    },
  );
  it.each([
    ['key', { key: '' }, 2, 'Missing required argument: --key'],
    ['key file', { key: '/nowhere/key.pem' }, 1, '/nowhere/key.pem cannot be read: ENOENT'],
    ['version', { version: '1.5' }, 2, '--version: "1.5" is not a whole number from 1 up'],
    ['days', { expires: '401d' }, 2, '--expires: "401d" is more than the 400 days that readers accept'],
    ['days', { expires: '9999d' }, 2, '--expires: "9999d" is more than the 400 days that readers accept'],
    [
      'version',
      { version: '9007199254740991' },
      2,
      '--version: 9007199254740991 is far above any that a feed needs',
    ],
    ['version', { version: '9007199254740992' }, 2, '--version: "9007199254740992" is not a whole number'],
    ['days', { expires: 'soon' }, 2, '--expires: "soon" is not a number of days, as in 30d'],
    ['date', { published: 'today' }, 2, '--published: "today" is not a date'],
    ['any date', { published: '' }, 2, '--published: is missing, and there is neither SOURCE_DATE_EPOCH'],
    ['one source', { synthetic: '5' }, 2, 'Either --tools or --synthetic is needed, and not both'],
    ['folder', { tools: '/nowhere' }, 1, '/nowhere does not exist'],
    ['changed tools', { changed: '5' }, 2, '--changed: goes only with --synthetic'],
  ])('says what is wrong with its %s', async (_, options, code, sentence) => {
    const result = await build('none', 1, options);
    expect([result.code, result.error]).toEqual([code, expect.stringContaining(sentence)]);
    expect(result.error.split('\n\n')[0]!.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('none'))).toBe(false);
  });
  it('refuses a public key as the private one, and prints neither', async () => {
    const { code, error } = await build('none', 1, { key: pub });
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
    [
      'a tool that readers leave out',
      { pan: tool('pan', ''), wok: tool('wok', '', { community: { ship: 9, of: 7 } }) },
      {},
      'tool wok: readers leave it out: has 9 votes to ship of only 7',
    ],
    [
      'a text that does not show as it is written',
      { pan: tool('pan', '', { name: 'P\u{202E}an' }) },
      {},
      'data/tools/pan.json: name: has characters that do not show, or turn the direction',
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
    const { code, error } = await build(`${name} feed`, 1, { tools: at(name) });
    expect(code).toBeGreaterThan(0);
    expect(error).toContain(sentence);
    expect(existsSync(at(`${name} feed`)) ? readdirSync(at(`${name} feed`)) : []).toEqual([]);
  });
});
