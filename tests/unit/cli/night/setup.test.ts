import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '../../../../cli/product.ts';
import { night } from '../../../../cli/night.ts';
import { nightFolder, reportOf } from '../../../builders/night-folder.ts';
import { run } from '../../../builders/run-program.ts';

const { at, git, writeCatalog, begin } = nightFolder();
const own = process.cwd();

beforeAll(() => {
  writeCatalog('clone');
  begin('clone');
  process.chdir(at('clone'));
});
afterAll(() => process.chdir(own));

const product = () => JSON.parse(readFileSync('product.json', 'utf8')) as Product;
const setup = (...args: string[]) => run(night, ['setup', ...args]);

describe('night setup', () => {
  it.each([
    [
      ['--keys', 'keys', '--repository', 'Acme/hull'],
      '--keys: is inside the repository; the private key belongs outside, as in ../keys',
    ],
    [
      ['--keys', '../k', '--repository', 'gitlab.com/acme/hull'],
      '--repository: "gitlab.com/acme/hull" is not a repository on GitHub, as owner/name',
    ],
    [['--keys', '../k'], 'is not a repository on GitHub, as owner/name'],
    [['--keys', '../k', '--repository', 'Acme/hull', '--url', 'http://hull.example'], 'begins with https://'],
    [
      ['--keys', '../k', '--repository', 'Acme/hull', '--id', 'Acme Hull'],
      '--id: "Acme Hull" is not the id of a feed',
    ],
  ])('%j is refused, and makes no key', async (args, sentence) => {
    const before = product();
    const { status, stderr } = await setup(...args);
    expect([status, stderr]).toEqual([expect.toBeOneOf([1, 2]), expect.stringContaining(sentence)]);
    expect([product(), existsSync(at('k')), existsSync('keys')]).toEqual([before, false, false]);
  });
  it('makes keys once, and a product that follows the feed of the remote', async () => {
    git('clone', 'remote', 'add', 'fork', 'x');
    git('clone', 'remote', 'set-url', 'origin', 'git@github.com:Acme/hull.git');
    expect(await setup('--keys', '../keys')).toMatchObject({ status: 0, stderr: '' });
    const pem = readFileSync(at('keys/feed-key.pem'), 'utf8');
    const first = product();
    expect(first).toMatchObject({
      ...{
        name: 'Hullmark',
        repository: 'https://github.com/Acme/hull',
        issues: 'https://github.com/Acme/hull/issues',
      },
      feed: {
        url: 'https://acme.github.io/hull/feed/',
        key: readFileSync(at('keys/feed-key.pub'), 'utf8').trim(),
      },
    });
    expect(await setup('--keys', '../keys')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Took the key that was there') as string,
    });
    expect([product(), readFileSync(at('keys/feed-key.pem'), 'utf8')]).toEqual([first, pem]);
  });
  it('takes another repository, address and id', async () => {
    await setup(
      '--keys',
      '../keys',
      '--repository',
      'https://github.com/acme/acme.github.io',
      '--id',
      'acme',
    );
    expect(product().feed.url).toBe('https://acme.github.io/feed/');
    expect(JSON.parse(readFileSync('data/feed.json', 'utf8'))).toMatchObject({ id: 'acme', version: 1 });
    await setup('--keys', '../keys', '--repository', 'acme/hull', '--url', 'feeds.example/acme');
    expect(product().feed.url).toBe('https://feeds.example/acme/');
  });
});

it('night watch writes the text of an issue, or an empty file', async () => {
  const watch = () => run(night, ['watch', '--reports', at('reports'), '--out', at('issue.md')]);
  mkdirSync(at('reports'));
  expect(await watch()).toMatchObject({ status: 0 });
  expect(readFileSync(at('issue.md'), 'utf8')).toContain(
    '- No night has finished: there is no report of any.\n',
  );
  writeFileSync(at('reports/1.json'), JSON.stringify(reportOf()));
  expect(await watch()).toMatchObject({ status: 0 });
  expect(readFileSync(at('issue.md'), 'utf8')).not.toContain('night has finished');
  writeFileSync(at('reports/2.json'), '{}');
  expect(await watch()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('2.json is not the report of') as string,
  });
});
