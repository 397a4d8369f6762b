import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { browserFor } from '../harness/target.ts';

// Draws docs/icon.svg at every size the stores and toolbars ask for; run by hand after the drawing changes.
const svg = readFileSync(new URL('../docs/icon.svg', import.meta.url), 'utf8');
const browser = await puppeteer.launch({
  executablePath: browserFor('chrome-mv3'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  const image = await page.screenshot({ omitBackground: true });
  writeFileSync(new URL(`../public/icon/${size}.png`, import.meta.url), image);
}
await browser.close();
