import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { fingerprint, readPublicKey } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { publishedIn } from '../feed/published.ts';
import { productIn, type Product } from '../product.ts';
import { readFile } from '../read-file.ts';
import { requiredFlag } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { wholeFolder } from './whole-folder.ts';

/** The folder that a static host serves: a page for people, and the feed in `feed/`. */
export const site = defineCommand({
  meta: { name: 'site', description: 'Makes the folder that a static host serves' },
  args: {
    feed: requiredFlag('dir', 'Folder of the signed feed'),
    out: requiredFlag('dir', 'Folder for the site, which is replaced as a whole'),
  },
  async run({ args }) {
    const product = productIn('.');
    const feed = resolve(args.feed);
    const { name, version, published } = publishedIn(feed);
    if (resolve(args.out) === feed) throw new CliError('--out: is the folder of the feed itself', 2);
    const file = join(feed, 'key.pub');
    const key = await fingerprint(readPublicKey(readFile(file).toString(), file));
    const page = sitePage(product, { name, version, day: published.slice(0, 10), key });
    await wholeFolder(args.out, (folder) => {
      mkdirSync(folder, { recursive: true });
      cpSync(feed, join(folder, 'feed'), { recursive: true });
      writeFiles([{ path: join(folder, 'index.html'), content: page }]);
      return Promise.resolve();
    });
    console.log(`Wrote ${args.out}: version ${version} of ${name} in feed/, and a page about it.`);
  },
});

type Shown = { name: string; version: number; day: string; key: string };

/** What a person sees at the site's address: what lies there, and how to follow it. Links that `product.json` leaves empty are left out. */
function sitePage(product: Product, { name, version, day, key }: Shown): string {
  const links = Object.entries({ 'About the extension': product.home, Sources: product.repository }).flatMap(
    ([title, url]) => (url ? [`<a href="${escaped(url)}">${title}</a>`] : []),
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <title>${escaped(name)}: the feed</title>
    <link rel="alternate" type="application/atom+xml" href="feed/new.atom" />
    <style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 3em auto; padding: 0 1em; } code { overflow-wrap: anywhere; }</style>
  </head>
  <body>
    <h1>${escaped(name)}</h1>
    <p>Version ${version} of ${day}, a signed catalog for ${escaped(product.name)}. To follow it, add ${
      product.feed.url
        ? `<code>${escaped(product.feed.url)}</code>`
        : 'the address of this page with <code>feed/</code> at its end'
    } in the extension’s settings, and compare the fingerprint of its key:</p>
    <p><code>${escaped(key)}</code></p>
    <p>${['<a href="feed/new.atom">What is new, as Atom</a>', ...links].join(' · ')}</p>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
