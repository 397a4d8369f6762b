// Takes the pictures for README and stores from the built extension: `node cli/pictures.ts [--build <folder>]`.
import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import type { Page } from 'puppeteer-core';
import product from '../product.json' with { type: 'json' };
import { badgeText, hoverBadge } from '../harness/badge.ts';
import type { ColorScheme, Extension } from '../harness/extension.ts';
import { startFakeWeb, type FakeWeb } from '../harness/fake-web.ts';
import { useLargeScreen } from '../harness/large-screen.ts';
import { launch } from '../harness/launch.ts';
import { pageAt } from '../harness/pages-map.ts';
import { buildOf, readManifest } from '../harness/target.ts';
import { rest, until } from '../harness/until.ts';
import { closeWelcomePage } from '../harness/welcome-pages.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';
import { flag } from './values.ts';
import { writeFiles, type FileToWrite } from './write-files.ts';

const store = { width: 1280, height: 800 };
const readme = { width: 1040, height: 630 };

const folder = `${root}docs/picture/`;
let web: FakeWeb;
let extension: Extension;

export const pictures = defineCommand({
  meta: {
    name: 'node cli/pictures.ts',
    description: 'Takes the pictures for README and stores into docs/picture',
  },
  args: { build: flag('dir', 'Folder of the build, if not .output/chrome-mv3') },
  async run({ args: { build } }) {
    readManifest(build ?? buildOf('chrome-mv3'));
    web = await startFakeWeb();
    try {
      extension = await launch('chrome-mv3', web, build ? { directory: build } : {});
      await closeWelcomePage(extension)
        .then(takeAll)
        .finally(() => extension.close());
    } finally {
      await web.close();
    }
  },
});

async function takeAll(): Promise<void> {
  await useLargeScreen(extension);
  const axolotl = repository('axolotl-ai-cloud/axolotl', 'Fine-tunes open-weight language models.');
  const sam3 = repository('facebookresearch/sam3', 'Finds, cuts out and tracks objects.');
  const other = repository('someone/something', 'A tool that nobody has reviewed.');
  const pictures = {
    readme: () => withPopup(axolotl, readme, 'light'),
    'readme-dark': () => withPopup(axolotl, readme, 'dark'),
    'store-1-badge': () => withCard(axolotl),
    'store-2-popup': () => withPopup(sam3, store, 'light'),
    'store-3-comparison': comparison,
    'store-4-dark': () => withPopup(axolotl, store, 'dark'),
    'store-5-no-verdict': () => withPopup(other, store, 'light'),
    'store-tile': tile,
  };
  const files: FileToWrite[] = [];
  for (const [name, take] of Object.entries(pictures)) {
    const content = await take();
    files.push({ path: `${folder}${name}.png`, content });
    console.log(`docs/picture/${name}.png: ${Math.ceil(content.length / 1000)} kB`);
  }
  writeFiles(files);
}

/** Has the fake web answer a repository's address with the saved page, without the parts made up for tests. */
function repository(name: string, about: string): string {
  const body = pageAt('github.com', `/${name}`, 'logged-out')!
    .replace(/<span[^>]*class="Counter"[^>]*>[^<]*<\/span>/g, '')
    .replace(/<p>A README[^]*?<\/p>/, `<p>${about}</p>`)
    .replace(/pip install [\w-]+/, `git clone https://github.com/${name}`)
    .replaceAll('A tool for tests.', about);
  web.answer(`github.com/${name}`, { body });
  return `https://github.com/${name}`;
}

async function withCard(url: string): Promise<Uint8Array> {
  const page = await open(url, store, 'light');
  const image = await page.screenshot();
  await page.close();
  return image;
}

/** A page with its badge's card open, if it has a badge. */
async function open(url: string, size: typeof store, scheme: ColorScheme): Promise<Page> {
  const page = await extension.newPage();
  await page.setViewport(size);
  await extension.setColorScheme(page, scheme);
  await page.goto(url);
  if (url.includes('someone')) return page;
  await badgeText(page);
  await hoverBadge(page);
  await until('the card', () => badgeText(page, '[popover]:popover-open', 200));
  await rest(400);
  return page;
}

/** The same with the toolbar popup over it, where the browser would put it; no protocol can take both in one picture (seen 2026-11). */
async function withPopup(url: string, size: typeof store, scheme: ColorScheme): Promise<Uint8Array> {
  const page = await open(url, size, scheme);
  const behind = await page.screenshot({ encoding: 'base64' });
  const popup = await extension.clickAction(page);
  await popup.setColorScheme(scheme);
  await until('the popup', async () => /Alternatives|All tools/.test(await popup.text()));
  await rest(400);
  const front = Buffer.from(await popup.screenshot()).toString('base64');
  await popup.close();
  await page.goto('about:blank');
  await page.setContent(`<style>
    body { margin: 0; background: url(data:image/png;base64,${behind}) }
    img { position: absolute; top: 10px; right: 10px; border-radius: 10px; box-shadow: 0 0 0 1px #8886, 0 8px 32px #0006 }
  </style><img src="data:image/png;base64,${front}">`);
  await page.waitForFunction(() => document.images[0]?.complete);
  const image = await page.screenshot();
  await page.close();
  return image;
}

async function comparison(): Promise<Uint8Array> {
  const page = await extension.openPage('compare.html#axolotl/sam3');
  await page.setViewport(store);
  await extension.setColorScheme(page, 'light');
  await until('the comparison', () => page.$('table'));
  return page.screenshot();
}

/** The small tile of the Chrome Web Store: the drawing of the icon and the name. */
async function tile(): Promise<Uint8Array> {
  const page = await extension.newPage();
  await page.setViewport({ width: 440, height: 280 });
  const icon = readFileSync(new URL('../docs/icon.svg', import.meta.url), 'utf8');
  await page.setContent(`<style>
    body { margin: 0; height: 280px; display: grid; place-content: center; justify-items: center; gap: 14px;
      background: #fff; color: #1b1f24; font: 700 34px/1 system-ui, sans-serif }
    svg { width: 104px; height: 104px }
  </style>${icon}${product.name}`);
  return page.screenshot();
}

await runMain(import.meta.filename, pictures);
