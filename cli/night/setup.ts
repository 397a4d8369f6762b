import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineCommand } from 'citty';
import { format, resolveConfig } from 'prettier';
import { feedAddress } from '../../catalog/feed/feed-address.ts';
import { feedId } from '../../catalog/feed/manifest.ts';
import { fingerprint } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { writeKeys } from '../feed/keygen.ts';
import { publicKeyOf, signingKey } from '../feed/keys.ts';
import { productIn, readProduct, type Product } from '../product.ts';
import { flag, requiredFlag } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { gitOrNothing } from './git.ts';

/** Makes a fork its own: keys, if there are none yet, and in `product.json` where it lives and which feed its builds follow. */
export const setup = defineCommand({
  meta: {
    name: 'setup',
    description: 'Makes keys, and writes into product.json where this fork and its feed live',
  },
  args: {
    keys: requiredFlag('dir', 'Folder for the two keys, outside of the repository'),
    repository: flag('owner/name', 'Repository on GitHub, if not that of the remote "origin"'),
    url: flag('https', 'Address of the feed, if not on GitHub Pages'),
    id: flag('id', 'New id of the feed in data/feed.json, for a catalog beside the one it comes from'),
  },
  async run({ args }) {
    const product = productIn('.');
    const repository = repositoryOf(
      args.repository ?? gitOrNothing(['config', '--get', 'remote.origin.url']),
    );
    const url = feedAddress(args.url ?? pagesAddress(repository));
    // What is pushed with the sources is nobody's secret.
    if (!relative('.', args.keys).startsWith('..'))
      throw new CliError(
        '--keys: is inside the repository; the private key belongs outside, as in ../keys',
        2,
      );
    const file = join(args.keys, 'feed-key.pem');
    const withFeed = (feed: Product['feed']) => readProduct({ ...product, ...linksOf(repository), feed });
    // Keys are only made once everything else is known to be right.
    withFeed({ url: '', key: '' });
    const feed = args.id === undefined ? undefined : feedFileWith(args.id);
    const { key, made } = existsSync(file)
      ? { key: publicKeyOf(signingKey(file)), made: false }
      : { ...writeKeys(args.keys), made: true };
    const style = { ...(await resolveConfig('product.json')), parser: 'json' };
    const text = await format(JSON.stringify(withFeed({ url, key })), style);
    writeFiles([
      { path: 'product.json', content: text },
      ...(feed ? [{ path: 'data/feed.json', content: await format(feed, style) }] : []),
    ]);
    console.log(`${made ? 'Made the key' : 'Took the key that was there'}: ${file}`);
    console.log(`Fingerprint: ${await fingerprint(key)}\nFeed:        ${url}`);
    console.log(
      `Its builds follow that feed. Next: commit, push, and give GitHub the key (docs/publishing.md).`,
    );
  },
});

/** `git@github.com:owner/name.git` or `owner/name` → `owner/name`; throws a CliError at anything else. */
function repositoryOf(text: string | undefined): string {
  const [, name] =
    /^(?:(?:https:\/\/|ssh:\/\/git@|git@)github\.com[/:])?([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      text ?? '',
    ) ?? [];
  if (name) return name;
  throw new CliError(
    text === undefined
      ? '--repository: is missing, and there is no remote "origin" to take it from'
      : `--repository: "${text}" is not a repository on GitHub, as owner/name`,
    2,
  );
}

/** Where GitHub Pages serves the feed of a repository (docs.github.com/pages/getting-started-with-github-pages). */
function pagesAddress(repository: string): string {
  const [owner = '', name = ''] = repository.split('/');
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/feed/` : `https://${host}/${name}/feed/`;
}

function linksOf(repository: string): Pick<Product, 'repository' | 'home' | 'issues' | 'privacy'> {
  const address = `https://github.com/${repository}`;
  return {
    ...{ repository: address, home: address },
    ...{ issues: `${address}/issues`, privacy: `${address}/blob/HEAD/PRIVACY.md` },
  };
}

function feedFileWith(id: string): string {
  if (!feedId.test(id))
    throw new CliError(`--id: "${id}" is not the id of a feed, in small letters and digits with hyphens`, 2);
  const before = JSON.parse(readFileSync('data/feed.json', 'utf8')) as object;
  return JSON.stringify({ ...before, id });
}
