import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { collect } from '../../../../cli/refresh/collect.ts';
import { passageHashes } from '../../../../cli/refresh/passages.ts';
import { outcomes } from '../../../../cli/refresh/proposals.ts';
import { github } from '../../../../cli/refresh/sources/github.ts';
import {
  startGitHub,
  type Fault,
  type PlayedGitHub,
  type PlayedRepository,
} from '../../../../harness/upstreams/github.ts';
import { tool } from '../../../builders/tool.ts';

const today = '2026-11-30';
const [commit, blob, other] = ['c', 'b', 'd'].map((digit) => digit.repeat(40)) as [string, string, string];
const read = {
  url: `https://github.com/someone/oven/blob/${commit}/README.md`,
  title: 'README',
  seen: '2026-11-01',
  commit,
};

/** A tool whose README and releases are on GitHub. */
function oven(source: Partial<Tool['sources'][string]> = {}, more: Partial<Tool> = {}): Tool {
  const stars = { value: 5, source: 'readme', checked: '2026-11-20' };
  const version = {
    value: '1.0.0',
    source: 'readme',
    checked: '2026-11-20',
    package: 'pkg:github/someone/oven',
  };
  const made = tool(
    'oven',
    '',
    { sources: { readme: { ...read, blob, ...source } }, ...more },
    { stars, version },
  );
  const { from, ...rest } = made;
  expect(from).toBeUndefined();
  return rest;
}

const good: PlayedRepository = {
  nameWithOwner: 'someone/oven',
  stargazerCount: 10,
  pushedAt: '2026-11-20T00:00:00Z',
  releases: [{ tagName: 'v1.0.0', publishedAt: '2026-10-01T00:00:00Z' }],
  tags: [{ name: 'v1.0.0', date: '2026-10-01T00:00:00Z' }],
  files: { 'README.md': blob, [`${commit}:README.md`]: blob },
};

let played: PlayedGitHub;
beforeAll(async () => {
  played = await startGitHub();
});
afterAll(() => played.close());
beforeEach(() => {
  vi.stubEnv('HULLMARK_UPSTREAM_GITHUB', played.address);
  vi.stubEnv('GITHUB_TOKEN', 'a-token');
  played.misbehave(undefined);
  played.play('someone/oven', good);
});

async function asked(tools: readonly Tool[] = [oven()], limits = {}) {
  const state = { asked: {}, written: [] };
  const { signal } = new AbortController();
  const before = played.requests;
  const { collected } = await collect(tools, [{ ...github, limits }], { today, state, signal });
  return { collected, told: collected.sources[0]!, requests: played.requests - before };
}

/** What a repository changes about a tool, in words: fields written, lists for a person, and refusals. */
async function found(repository: PlayedRepository | undefined, before = oven()) {
  played.play('someone/oven', repository);
  const { collected, told } = await asked([before]);
  expect([told.failures, told.stopped]).toEqual([[], undefined]);
  const [outcome] = outcomes([before], [github], collected, today);
  const { after, written, judgements, refused } = outcome!;
  return { after, written, judgements, refused };
}

/** A tool that has taken over everything that the good repository says. */
async function settled(): Promise<Tool> {
  return (await found(good)).after;
}

describe('a repository that is as before', () => {
  it('is written once, and then changes nothing for a week', async () => {
    const first = await found(good);
    expect(first.written.map(({ path }) => path.join('.'))).toEqual([
      'facts.stars',
      'facts.version',
      'sources.readme',
    ]);
    expect(first.after.facts.version).toMatchObject({
      value: '1.0.0',
      released: '2026-10-01',
      source: ['readme', 'github-release'],
      checked: today,
    });
    expect(first.after.sources['github-release']!.url).toBe(
      'https://api.github.com/repos/someone/oven/releases/tags/v1.0.0',
    );
    expect(first.after.sources.readme).toMatchObject({ blob, compared: today });
    // Its only source was compared today, so this was checked without anybody reading it.
    expect(first.after.facts.license.checked).toBe(today);
    const second = await found(good, first.after);
    expect([second.written, second.judgements, second.refused]).toEqual([[], [], []]);
    expect(second.after).toBe(first.after);
    const { collected } = await asked([first.after]);
    const later = outcomes([first.after], [github], collected, '2026-12-08')[0]!;
    expect(later.after.sources.readme!.compared).toBe('2026-12-08');
    expect(later.after.sources.github!.seen).toBe('2026-12-08');
  });
});

describe('each field that moves is one change or one question', () => {
  it.each<[string, Partial<PlayedRepository>, string]>([
    ['a rename', { nameWithOwner: 'someone/stove' }, 'judgement: Repositories that were renamed'],
    ['archived', { isArchived: true, archivedAt: '2026-11-02T00:00:00Z' }, 'mechanical: Archived'],
    ['no push for a year', { pushedAt: '2025-01-01T00:00:00Z' }, 'judgement: Quiet for a year'],
    ['the license', { spdxId: 'Apache-2.0' }, 'judgement: Licenses'],
    ['no license', { spdxId: null }, 'judgement: Licenses'],
    [
      'a release',
      { releases: [{ tagName: 'v1.1.0', publishedAt: '2026-11-03T00:00:00Z' }] },
      'mechanical: Versions',
    ],
    [
      'a tag alone',
      { releases: [], tags: [{ name: 'v1.0.1', date: '2026-11-03T00:00:00Z' }] },
      'mechanical: Versions',
    ],
    ['a major version', { releases: [{ tagName: 'v2.0.0' }] }, 'judgement: Jumps of a major version'],
    [
      'a release that is gone',
      { releases: [{ tagName: 'v0.9.0' }], tags: [] },
      'judgement: Versions below ours',
    ],
    ['the file', { files: { 'README.md': other } }, 'mechanical: Sources that changed'],
    ['a file that is gone', { files: {} }, 'judgement: Files that are gone or renamed'],
  ])('%s', async (_, change, expected) => {
    const { written, judgements, refused } = await found({ ...good, ...change }, await settled());
    const all = [...written, ...judgements].map(({ kind, list }) => `${kind}: ${list}`);
    expect([all, refused]).toEqual([[expected], []]);
  });

  it('stars move at most once a week', async () => {
    const before = await settled();
    const more = { ...good, stargazerCount: 11 };
    expect((await found(more, before)).written).toEqual([]);
    const weekAgo = {
      ...before,
      sources: { ...before.sources, github: { ...before.sources.github!, seen: '2026-11-20' } },
    };
    expect((await found(more, weekAgo)).after.facts.stars).toMatchObject({
      value: 11,
      source: 'github',
      checked: today,
    });
  });

  it('a repository that is gone is one question, not one for each of its files', async () => {
    const { written, judgements } = await found(undefined);
    expect([written, judgements.map(({ list }) => list)]).toEqual([[], ['Repositories that are gone']]);
  });

  it('a new version takes the key of the former one, and what only that rested on leaves', async () => {
    const before = await settled();
    const newer = { ...good, releases: [{ tagName: 'v1.2.0', publishedAt: '2026-11-03T00:00:00Z' }] };
    const { after } = await found(newer, before);
    expect(after.facts.version).toEqual({
      value: '1.2.0',
      released: '2026-11-03',
      package: 'pkg:github/someone/oven',
      source: expect.stringMatching(/^github-release/) as string,
      checked: today,
    });
    expect(Object.keys(after.sources).filter((key) => key.startsWith('github-release'))).toHaveLength(1);
  });
});

it('the addresses that are written as sources are operations that GitHub describes', async () => {
  const description = createRequire(import.meta.url)('@octokit/openapi/generated/api.github.com.json') as {
    paths: Record<string, { get?: unknown }>;
  };
  const operations = Object.keys(description.paths).filter((path) => description.paths[path]!.get);
  const patterns = operations.map(
    (path) => new RegExp(`^${path.replace(/\{ref\}/, '.+').replace(/\{\w+\}/g, '[^/]+')}$`),
  );
  const tagged = await found({ ...good, releases: [] });
  const released = await found(good);
  const urls = [tagged, released].flatMap(({ after }) => Object.values(after.sources).map(({ url }) => url));
  const ours = [...new Set(urls)].filter((url) => url.startsWith('https://api.github.com/'));
  expect(ours.map((url) => url.split('/').slice(6, 8).join('/')).sort()).toEqual([
    '',
    'git/ref',
    'releases/tags',
  ]);
  for (const url of ours)
    expect([url, patterns.some((pattern) => pattern.test(new URL(url).pathname))]).toEqual([url, true]);
});

it('what would speak against a note beside it is a question, since the check refuses such a file', async () => {
  const before = oven();
  before.facts.status = { ...before.facts.status, note: 'The last release is of March 2025.' };
  const newer = { ...good, releases: [{ tagName: 'v1.1.0', publishedAt: '2026-11-03T00:00:00Z' }] };
  const { written, judgements } = await found(newer, before);
  expect(written.map(({ list }) => list)).not.toContain('Versions');
  expect(judgements.map(({ list }) => list)).toEqual(['Against what is written beside it']);
});

it('a source that left with the value that rested on it is not brought back', async () => {
  const ranking = { ...read, url: read.url.replace('README.md', 'RANKING.md'), blob };
  const before = oven();
  before.sources.ranking = ranking;
  before.facts.stars = { ...before.facts.stars!, source: 'ranking' };
  const files = { ...good.files, 'RANKING.md': other };
  const { after, refused } = await found({ ...good, files }, before);
  expect([Object.keys(after.sources), refused]).toEqual([['github', 'github-release', 'readme'], []]);
});

describe('which release is the newest', () => {
  const releases = (...names: string[]) =>
    names.map((tagName) => ({ tagName, publishedAt: '2026-11-03T00:00:00Z' }));
  it.each<[string, Partial<PlayedRepository>, string]>([
    [
      'of its own part of a monorepo',
      { releases: releases('web-v9.0.0', 'rust-v1.2.0', 'rust-v1.0.0') },
      '1.2.0',
    ],
    [
      'no pre-release by its name',
      { releases: releases('v1.3.0-rc.1', 'v1.2.0b1', 'v1.1.0', 'v1.0.0') },
      '1.1.0',
    ],
    [
      'no pre-release by its flag',
      { releases: [{ tagName: 'v1.3.0', isPrerelease: true }, ...releases('v1.1.0')] },
      '1.1.0',
    ],
    ['no draft', { releases: [{ tagName: 'v1.3.0', isDraft: true }, ...releases('v1.1.0')] }, '1.1.0'],
    ['not a late fix of an old line', { releases: releases('v0.9.9', 'v1.1.0') }, '1.1.0'],
  ])('%s', async (_, change, version) => {
    const { after } = await found({ ...good, tags: [], ...change });
    expect(after.facts.version!.value).toBe(version);
  });
});

describe('the blob of a cited file', () => {
  it('is filled in from its commit', async () => {
    const before = oven();
    delete before.sources.readme!.blob;
    expect((await found(good, before)).after.sources.readme).toMatchObject({ blob, compared: today });
  });

  it('that changed keeps its first day, and is forgotten when the file is as it was', async () => {
    const changed = oven({ changed: '2026-11-10' });
    const still = await found({ ...good, files: { 'README.md': other } }, changed);
    expect(still.after.sources.readme).toEqual(changed.sources.readme);
    expect((await found(good, changed)).after.sources.readme).not.toHaveProperty('changed');
  });

  it('counts as the same while the cited passages are in the text', async () => {
    const passages = passageHashes('It bakes\nbread.');
    const files = (text: string) => ({ 'README.md': { oid: other, text } });
    const same = await found(
      { ...good, files: files('# New\n\nIt  bakes bread.\n\nMore') },
      oven({ passages }),
    );
    expect(same.after.sources.readme).toMatchObject({ compared: today });
    const gone = await found({ ...good, files: files('It burns bread.') }, oven({ passages }));
    expect(gone.after.sources.readme).toMatchObject({ changed: today });
  });
});

describe('poisoned', () => {
  const tag = (tagName: unknown, publishedAt: unknown = null) => ({
    releases: [{ tagName, publishedAt }],
    tags: [],
  });
  it.each<[string, Partial<PlayedRepository>]>([
    ['markup in a license', { spdxId: '<img src=x>' }],
    ['direction in a license', { spdxId: 'MIT\u202e' }],
    ['a megabyte', { spdxId: 'x'.repeat(1_000_000) }],
    ['a number out of range', { stargazerCount: 2_000_000_000 }],
    ['a date that is none', { archivedAt: 'yesterday', isArchived: true }],
    ['a date ahead', { archivedAt: '2031-01-01T00:00:00Z', isArchived: true }],
    ['a release ahead', tag('v1.1.0', '2031-01-01T00:00:00Z')],
    ['a repository with another name', { nameWithOwner: '../../evil' }],
  ])('%s reaches no file, and is said', async (_, change) => {
    const { after, refused } = await found({ ...good, files: {}, ...change });
    expect(refused.length).toBeGreaterThan(0);
    const text = JSON.stringify(after);
    expect(text).not.toMatch(/<img|\u202e|x{100}|2031|evil|yesterday|2000000000/);
  });
});

describe('faults', () => {
  const status =
    (code: number, headers = {}, body = '{"message":"no"}'): Fault =>
    (response) => {
      response.writeHead(code, { 'content-type': 'application/json', ...headers });
      response.end(body);
      return true;
    };
  const once =
    (fault: Fault): Fault =>
    (response, request) => {
      played.misbehave(undefined);
      return fault(response, request);
    };
  const secondary = '{"message":"You have exceeded a secondary rate limit"}';

  it.each<[string, Fault]>([
    ['502', status(502)],
    ['429 with Retry-After', status(429, { 'retry-after': '1' }, secondary)],
    ['403 of the rate limit', status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' })],
    [
      'an error of its own',
      status(
        200,
        {},
        '{"data":null,"errors":[{"message":"Something went wrong while executing your query"}]}',
      ),
    ],
    [
      'a cut answer',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"data":', () => response.destroy());
        return true;
      },
    ],
  ])('%s is asked again', async (_, fault) => {
    played.misbehave(once(fault));
    const { told } = await asked();
    expect([told.stopped, told.failures, told.answers.length]).toEqual([undefined, [], 2]);
  });

  it.each<[string, Fault]>([
    ['502', status(502)],
    ['404', status(404)],
    ['a token that is refused', status(401)],
    ['429 without Retry-After', status(429, {}, secondary)],
    ['a pause of an hour', status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4000000000' })],
    ['no JSON', status(200, {}, 'Unicorn!')],
    ['another shape', status(200, {}, '{"data":{"r0":[]}}')],
    ['no data', status(200, {}, '{"data":null,"errors":[{"message":"Field is missing"}]}')],
  ])('%s that stays fails in a sentence', async (_, fault) => {
    played.misbehave(fault);
    const { told } = await asked();
    expect(told.answers).toEqual([]);
    const sentences = [told.stopped, ...told.failures.map(({ failure }) => failure)].filter(Boolean);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.join(' ')).not.toMatch(/\bat .*:\d+|undefined|\[object/);
  });

  it('a server that never ends fails after the timeout', async () => {
    played.misbehave((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(' ');
      return true;
    });
    const { told } = await asked([oven()], { timeoutMs: 100 });
    expect(told.answers).toEqual([]);
    expect([told.stopped, ...told.failures.map(({ failure }) => failure)].join(' ')).toContain(
      'did not answer within 0.1 s',
    );
  });

  it('an answer beyond all measure is not read', async () => {
    played.misbehave(status(200, {}, `{"data":"${'x'.repeat(20_000)}"}`));
    const { told } = await asked([oven()], { maxBytes: 10_000 });
    expect(told.answers).toEqual([]);
  });

  it('one repository that fails leaves the others alone', async () => {
    played.play('someone/oven', { ...good, error: 'Timed out' });
    played.play('someone/pan', { ...good, nameWithOwner: 'someone/pan' });
    const { told } = await asked([oven(), oven({}, { id: 'pan', pages: ['pkg:github/someone/pan'] })]);
    expect(told.answers.map(({ id }) => id)).toEqual(['someone/pan']);
    expect(told.failures.map(({ failure }) => failure)).toEqual(['Timed out', 'Timed out']);
  });

  it('says that a token is missing', async () => {
    vi.stubEnv('GITHUB_TOKEN', '');
    expect((await asked()).told.stopped).toContain('set GITHUB_TOKEN');
  });

  it('never sends the token to another host', async () => {
    vi.stubEnv('HULLMARK_UPSTREAM_GITHUB', 'http://evil.example:80');
    expect((await asked()).told.stopped).toContain('is not an address of this machine');
  });
});
